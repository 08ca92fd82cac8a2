#include "cli/school_cache.h"

namespace cli {

SchoolCache::SchoolCache(const std::vector<models::SchoolPlan>& plans,
                         const models::SchoolPlan& reference, const models::Model& model,
                         std::uint32_t uses)
    : plans_(plans), model_(model), uses_(uses), slots_(plans.size()) {
  if (plans.front().profile.simulated_entry == 0.0f) {
    table_.reset(model.entry_table(reference), model_.release_table);
  }
}

SchoolCache::Pointer SchoolCache::build(const models::SchoolPlan& plan) const {
  return {model_.build(plan, table_.get()),
          [release = model_.release](const models::School* school) {
            release(const_cast<models::School*>(school));
          }};
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw) {
  if (redraw != 0) {
    models::SchoolPlan plan = plans_[school];
    plan.redraw = redraw;
    return build(plan);
  }
  Slot& slot = slots_[school];
  const std::lock_guard lock(slot.mutex);
  if (!slot.school) slot.school = build(plans_[school]);
  Pointer pointer = slot.school;
  if (++slot.used == uses_) slot.school.reset();
  return pointer;
}

}  // namespace cli
