#include "cli/school_cache.h"

#include <algorithm>

namespace cli {

SchoolCache::SchoolCache(const std::vector<models::SchoolPlan>& plans,
                         std::vector<const models::SchoolPlan*> references,
                         std::vector<std::uint8_t> kind, const models::Model& model,
                         std::uint32_t uses, std::span<const models::Parameters> carried)
    : plans_(plans),
      references_(std::move(references)),
      kind_(std::move(kind)),
      model_(model),
      uses_(uses),
      slots_(plans.size()),
      carried_(carried),
      tables_(references_.size() * std::max<std::size_t>(carried.size(), 1)) {}

const models::EntryTable* SchoolCache::table(std::size_t kind, std::size_t vector) {
  TableSlot& slot = tables_[vector * references_.size() + kind];
  const std::lock_guard lock(slot.mutex);
  if (!slot.table) {
    models::SchoolPlan reference = *references_[kind];
    if (!carried_.empty()) reference.parameters = carried_[vector];
    slot.table = {model_.entry_table(reference), model_.release_table};
  }
  return slot.table.get();
}

SchoolCache::Pointer SchoolCache::build(const models::SchoolPlan& plan, std::size_t school,
                                        std::size_t vector) {
  const bool lives_one = plan.profile.simulated_entry != 0.0f;  // a prior year of its own
  const models::EntryTable* entry =
      lives_one ? nullptr : table(kind_.empty() ? 0 : kind_[school], vector);
  return {model_.build(plan, entry), [release = model_.release](const models::School* built) {
            release(const_cast<models::School*>(built));
          }};
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw) {
  if (redraw != 0) {
    models::SchoolPlan plan = plans_[school];
    plan.redraw = redraw;
    return build(plan, school, 0);
  }
  Slot& slot = slots_[school];
  const std::lock_guard lock(slot.mutex);
  if (!slot.school) slot.school = build(plans_[school], school, 0);
  Pointer pointer = slot.school;
  // Who lets go of it waits for this lock, or has said so before.
  if (++slot.used == uses_ || school < first_kept_) slot.school.reset();
  return pointer;
}

void SchoolCache::let_go_before(std::size_t school) {
  std::size_t from = first_kept_.load();
  while (from < school && !first_kept_.compare_exchange_weak(from, school)) {
  }
  for (; from < school; ++from) {
    const std::lock_guard lock(slots_[from].mutex);
    slots_[from].school.reset();
  }
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw,
                                      std::size_t vector) {
  models::SchoolPlan plan = plans_[school];
  plan.redraw = redraw;
  plan.parameters = carried_[vector];
  return build(plan, school, vector);
}

}  // namespace cli
