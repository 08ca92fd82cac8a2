#pragma once
// How many levers of a scenario reach each student.

#include <cstdint>
#include <functional>
#include <span>

#include "models/inputs.h"

namespace cli {

/// Adds to `sum`, by id: 1 for each lever on the school or on students that reaches the student,
/// and for each lever on teachers the share of her classes whose teacher it reaches. Open or not.
/// `teachers(period)`: the teacher of each student's class, by id. Holds for the first year: whom
/// levers reach in a later one depends on how the earlier ones were lived.
void add_reach(const models::School& school, const models::Scenario& scenario,
               const std::function<std::span<const std::uint16_t>(std::size_t)>& teachers,
               std::span<float> sum);

}  // namespace cli
