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
  slot.schools.join([&](std::size_t k) {
    models::SchoolPlan plan =
        models::reference_school(*references_[kind], static_cast<std::uint32_t>(k));
    if (!carried_.empty()) plan.parameters = carried_[vector];
    models::add_entries(*built(plan, nullptr), slot.parts[k]);
  });
  std::call_once(slot.whole, [&slot] {
    for (models::EntryTable& part : slot.parts) {
      slot.table.rows.insert(slot.table.rows.end(), part.rows.begin(), part.rows.end());
      part = {};
    }
  });
  return &slot.table;
}

SchoolCache::Pointer SchoolCache::built(const models::SchoolPlan& plan,
                                        const models::EntryTable* entry) {
  return {model_.build(plan, entry), [release = model_.release](const models::School* school) {
            release(const_cast<models::School*>(school));
          }};
}

SchoolCache::Pointer SchoolCache::build(const models::SchoolPlan& plan, std::size_t school,
                                        std::size_t vector) {
  const bool lives_one = plan.profile.simulated_entry != 0.0f;  // a prior year of its own
  return built(plan, lives_one ? nullptr : table(kind_.empty() ? 0 : kind_[school], vector));
}

SchoolCache::Pointer SchoolCache::get(std::size_t school, std::uint32_t redraw) {
  if (redraw != 0) {
    models::SchoolPlan plan = plans_[school];
    plan.redraw = redraw;
    return build(plan, school, 0);
  }
  Slot& slot = slots_[school];
  std::unique_lock lock(slot.mutex, std::try_to_lock);
  if (!lock) {
    build_ahead(school + 1);
    lock.lock();
  }
  if (!slot.school) slot.school = build(plans_[school], school, 0);
  Pointer pointer = slot.school;
  // Who lets go of it waits for this lock, or has said so before.
  if (++slot.used == uses_ || school < first_kept_) slot.school.reset();
  return pointer;
}

void SchoolCache::build_ahead(std::size_t school) {
  if (uses_ == kUnknown) return;
  for (; school < slots_.size(); ++school) {
    Slot& slot = slots_[school];
    const std::unique_lock lock(slot.mutex, std::try_to_lock);
    if (!lock) continue;
    if (!slot.school && slot.used == 0) slot.school = build(plans_[school], school, 0);
    return;
  }
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
