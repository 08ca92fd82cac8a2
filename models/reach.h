#pragma once
// Whom a lever reaches: teachers, students or schools, decided once, before any outcome; and how
// much of it a school delivers.
//
//   s' = s + (1 - s) * a_part
//
//   s       share of those meant whom a lever's sample takes                      [0, 1]
//   a_part  sum of the levers on `participation` of other programs on the day on which this one
//           opens, each times its own fidelity and dose                           [0, 1]

#include <span>

#include "models/lever.h"
#include "models/school.h"

namespace models {

/// How many there are at a level: teachers, rows of students, or 1 for the school.
std::size_t rows_of(Level level, const School& school);

/// Share of a lever's amount that this school delivers [0, 1]: the same for all levers of a
/// program.
float fidelity_of(const School& school, const Lever& lever);

/// 1 for each row of the input's level that the lever reaches, else 0; whether it is open, and how
/// much of it is delivered, is another matter.
/// `entry_marks`, by id, are those with which the year was entered; `all` are the levers of the
/// scenario.
sim::Column<std::uint8_t> reached(const School& school, const sim::Column<float>& entry_marks,
                                  const Lever& lever, std::span<const Lever> all = {});

}  // namespace models
