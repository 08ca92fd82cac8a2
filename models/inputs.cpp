#include "models/inputs.h"

#include "models/reach.h"
#include "models/timetable_in_force.h"

namespace models {

Inputs::Inputs(const School& school, const sim::Column<float>& entry_marks,
               const Scenario& scenario)
    : school_(&school),
      apart_(scenario.on_trial.assigned != 0 && school.plan.assignment.apart != 0) {
  for (const Lever& lever : scenario.levers) {
    moved_[static_cast<std::size_t>(lever.input)] = true;
  }
  for (std::size_t k = 0; k < kInputs; ++k) value_[k].resize(rows_of(kInputRows[k].level, school));
  for (const Lever& lever : scenario.levers) {
    const float fidelity = fidelity_of(school, lever);
    levers_.push_back(
        {lever, fidelity, lever.amount * fidelity,
         share_of(lever, reached(school, entry_marks, lever, scenario.levers), scenario.on_trial)});
  }
  if (moved(Input::teacher_identity)) rebuild_identity();
}

sim::Column<float> Inputs::share_of(const Lever& lever, const sim::Column<std::uint8_t>& reaches,
                                    const OnTrial& on_trial) const {
  sim::Column<float> share(reaches.size());
  for (std::size_t row = 0; row < share.size(); ++row) share[row] = reaches[row];
  if (!on_trial.holds(lever)) return share;
  const Seating& seating = school_->seated(timetable_in_force(*school_, *this));
  const Level level = kInputRows[static_cast<std::size_t>(lever.input)].level;
  const sim::Column<float> assigned = assigned_share(*school_, seating, level);
  for (std::size_t row = 0; row < share.size(); ++row) share[row] *= assigned[row];
  return share;
}

/// Amounts when someone owns the work, or no longer does. The inputs that change with it.
std::uint32_t Inputs::own_the_work() {
  std::uint32_t changed = 0;
  for (Reached& lever : levers_) {
    if (lever.lever.input == Input::implementation) continue;
    float owned = 0;
    for (const Reached& other : levers_) {
      if (other.lever.input != Input::implementation) continue;
      if (other.lever.program == lever.lever.program) continue;
      owned += other.amount * other.dose;
    }
    owned = sim::clamp(owned, 0.0f, 1.0f);
    const float amount = lever.lever.amount * (lever.fidelity + (1.0f - lever.fidelity) * owned);
    if (amount != lever.amount && lever.dose != 0.0f) changed |= bit_of(lever.lever.input);
    lever.amount = amount;
  }
  return changed;
}

/// The memberships drawn, then those that open levers give, in the order of the levers.
void Inputs::rebuild_identity() {
  const std::uint32_t dimensions = school_->plan.identity.dimensions;
  for (std::uint32_t d = 0; d < dimensions; ++d) identity_[d] = school_->staff.membership[d];
  for (const Reached& lever : levers_) {
    const Becomes& becomes = lever.lever.becomes;
    if (lever.lever.input != Input::teacher_identity || becomes.dimension >= dimensions) continue;
    for (std::size_t j = 0; j < lever.share.size(); ++j) {
      if (lever.amount * lever.dose * lever.share[j] <= 0.5f) continue;
      identity_[becomes.dimension][j] = static_cast<std::uint8_t>(becomes.membership);
    }
  }
}

std::uint32_t Inputs::rebuild(std::uint32_t day) {
  std::uint32_t changed = 0;
  today_ = day;
  for (Reached& lever : levers_) {
    const float today = dose(lever.lever.schedule,
                             counted_day(lever.lever.schedule, day, school_->plan.calendar.days));
    if (today != lever.dose) changed |= bit_of(lever.lever.input);
    lever.dose = today;
  }
  if ((changed & bit_of(Input::implementation)) != 0) changed |= own_the_work();
  for (std::size_t k = 0; k < kInputs; ++k) {
    if ((changed >> k & 1u) == 0) continue;
    sim::Column<float>& value = value_[k];
    value.fill(0.0f);
    for (const Reached& lever : levers_) {
      if (static_cast<std::size_t>(lever.lever.input) != k) continue;
      const float shift = lever.amount * lever.dose;
      for (std::size_t row = 0; row < value.size(); ++row) {
        if (lever.share[row] != 0.0f) value[row] += shift * lever.share[row];
      }
    }
    const sim::Range legal = kInputRows[k].legal;
    for (float& x : value.rows()) x = sim::clamp(x, legal.lo, legal.hi);
  }
  if ((changed & bit_of(Input::teacher_identity)) != 0) rebuild_identity();
  return changed;
}

bool Inputs::opens(Input input) const {
  for (const Reached& lever : levers_) {
    if (lever.lever.input == input && lever.amount != 0.0f &&
        open(lever.lever.schedule,
             counted_day(lever.lever.schedule, today_, school_->plan.calendar.days))) {
      return true;
    }
  }
  return false;
}

}  // namespace models
