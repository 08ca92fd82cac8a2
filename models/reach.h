#pragma once
// Whom a lever reaches: teachers, students or schools, decided once, before any outcome.

#include "models/lever.h"
#include "models/school.h"

namespace models {

/// How many there are at a level: teachers, rows of students, or 1 for the school.
std::size_t rows_of(Level level, const School& school);

/// 1 for each row of the input's level that the lever reaches, else 0; whether it is open, and how
/// much of it is delivered, is another matter.
/// `entry_marks`, by id, are those with which the year was entered.
sim::Column<std::uint8_t> reached(const School& school, const sim::Column<float>& entry_marks,
                                  const Lever& lever);

}  // namespace models
