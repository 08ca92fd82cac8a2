#pragma once
// A school as one year finds it: its staff, its timetables, and the order of the rows.

#include "models/school.h"

namespace models {

/// Builds staff, timetables and rows of `school`, whose plan, stream and people are there.
/// `by_feeder`: students sit with those of their feeder only. `year` keys the timetable's draws.
/// Teachers' ids count from `first_teacher`, which keeps apart those of different years; with the
/// school of the year `before`, most of its teachers stay.
void build_year(School& school, bool by_feeder, std::uint32_t year, std::uint32_t first_teacher,
                const School* before = nullptr);

}  // namespace models
