#include "cli/school_cache.h"

namespace cli {

SchoolCache::SchoolCache(const std::vector<models::SchoolPlan>& plans,
                         const std::vector<const models::SchoolPlan*>& references,
                         std::vector<std::uint8_t> kind, const models::Model& model,
                         std::uint32_t uses)
    : plans_(plans),
      model_(model),
      uses_(uses),
      slots_(plans.size()),
      kind_(std::move(kind)),
      tables_(references.size()) {
  for (std::size_t k = 0; k < plans.size(); ++k) {
    const std::size_t of = kind_.empty() ? 0 : kind_[k];
    if (plans[k].profile.simulated_entry != 0.0f || tables_[of]) continue;
    tables_[of].reset(model.entry_table(*references[of]), model_.release_table);
  }
}

SchoolCache::Pointer SchoolCache::build(std::size_t school, std::uint32_t redraw) const {
  models::SchoolPlan plan = plans_[school];
  if (redraw != 0) plan.redraw = redraw;
  return {model_.build(plan, tables_[kind_.empty() ? 0 : kind_[school]].get()),
          [release = model_.release](const models::School* built) {
            release(const_cast<models::School*>(built));
          }};
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw) {
  if (redraw != 0) return build(school, redraw);
  Slot& slot = slots_[school];
  const std::lock_guard lock(slot.mutex);
  if (!slot.school) slot.school = build(school, 0);
  Pointer pointer = slot.school;
  if (++slot.used == uses_) slot.school.reset();
  return pointer;
}

}  // namespace cli
