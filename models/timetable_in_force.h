#pragma once
// Which timetable is in force. Levers on the timetable are yes or no, and act from a term's first
// day to a term's last; without levels there is no bar, whatever else is open.

#include "models/inputs.h"

namespace models {

/// Is this an input that changes the timetable?
constexpr bool changes_timetable(Input input) {
  return input == Input::shared_blocks || input == Input::advanced_access ||
         input == Input::detracking;
}

/// The kind (timetable_kind.h) that today's inputs ask for. A self-contained class has one kind,
/// and so has a roster.
std::uint32_t timetable_in_force(const School& school, const Inputs& inputs);

/// Every kind that a scenario may ask for on a term's first day in any school, a bit each: what
/// SchoolPlan::timetables needs, trials aside. A lever that some schools may not deliver counts as
/// both.
std::uint32_t timetables_needed(const Scenario& scenario, const sim::Calendar& calendar);

}  // namespace models
