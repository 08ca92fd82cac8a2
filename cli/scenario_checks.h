#pragma once
// What no scenario can do in a school. Each throws sim::ConfigError at the scenario's place.

#include <vector>

#include "models/inputs.h"
#include "sim/run/config.h"

namespace cli {

/// Levers that open or come again within the year, reach grades and subjects that the school has,
/// and share blocks as a timetable can. `table` is the scenario's.
void check_levers(const sim::Table& table, const models::SchoolPlan& school,
                  const std::vector<models::Lever>& levers);

/// People and staff are drawn when a school is built, once for all scenarios: what they are drawn
/// from can't differ between `base` and a scenario's `changed`. `table` is [scenario.parameters].
void check_drawn_once(const sim::Table& table, const models::Parameters& base,
                      const models::Parameters& changed);

}  // namespace cli
