#pragma once
// What no scenario can do in a school. Each throws sim::ConfigError at the scenario's place.

#include <optional>
#include <string>
#include <vector>

#include "models/inputs.h"
#include "sim/run/config.h"

namespace cli {

/// Why a school can't hold a lever, as the end of a sentence that begins with the programs; nothing
/// if it can: the lever opens or comes again within the year, reaches a grade and a subject that
/// the school has, and shares blocks as a timetable can.
std::optional<std::string> refusal(const models::SchoolPlan& school, const models::Lever& lever);

/// Every lever can be held by at least one of these kinds of school; the others leave it out.
/// `table` is the scenario's.
void check_levers(const sim::Table& table, const std::vector<const models::SchoolPlan*>& kinds,
                  const std::vector<models::Lever>& levers);

/// The scenario as a school of this kind lives it: without the levers that it can't hold.
models::Scenario held(const models::Scenario& scenario, const models::SchoolPlan& kind);

/// People and staff are drawn when a school is built, once for all scenarios: what they are drawn
/// from can't differ between `base` and a scenario's `changed`. `table` is [scenario.parameters].
void check_drawn_once(const sim::Table& table, const models::Parameters& base,
                      const models::Parameters& changed);

}  // namespace cli
