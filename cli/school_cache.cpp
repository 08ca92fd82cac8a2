#include "cli/school_cache.h"

namespace cli {

SchoolCache::SchoolCache(const std::vector<models::SchoolPlan>& plans,
                         const models::SchoolPlan& reference, const models::Model& model,
                         std::uint32_t uses, std::span<const models::Parameters> carried)
    : plans_(plans),
      reference_(reference),
      model_(model),
      uses_(uses),
      slots_(plans.size()),
      carried_(carried),
      tables_(carried.size()) {
  if (carried.empty()) table_ = make_table(reference);
}

SchoolCache::Table SchoolCache::make_table(const models::SchoolPlan& reference) const {
  if (plans_.front().profile.simulated_entry != 0.0f) return {};
  return {model_.entry_table(reference), model_.release_table};
}

SchoolCache::Pointer SchoolCache::build(const models::SchoolPlan& plan,
                                        const models::EntryTable* table) const {
  return {model_.build(plan, table), [release = model_.release](const models::School* school) {
            release(const_cast<models::School*>(school));
          }};
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw) {
  if (redraw != 0) {
    models::SchoolPlan plan = plans_[school];
    plan.redraw = redraw;
    return build(plan, table_.get());
  }
  Slot& slot = slots_[school];
  const std::lock_guard lock(slot.mutex);
  if (!slot.school) slot.school = build(plans_[school], table_.get());
  Pointer pointer = slot.school;
  if (++slot.used == uses_) slot.school.reset();
  return pointer;
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw,
                                      std::size_t vector) {
  TableSlot& slot = tables_[vector];
  {
    const std::lock_guard lock(slot.mutex);
    if (!slot.table) {
      models::SchoolPlan reference = reference_;
      reference.parameters = carried_[vector];
      slot.table = make_table(reference);
    }
  }
  models::SchoolPlan plan = plans_[school];
  plan.redraw = redraw;
  plan.parameters = carried_[vector];
  return build(plan, slot.table.get());
}

}  // namespace cli
