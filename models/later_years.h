#pragma once
// The years after the first: students move up a grade, the last grade leaves and as many enter,
// some teachers go and others come, and there is a new timetable.

#include "models/school.h"

namespace models {

/// Builds the school of every later year of the plan's calendar. Who enters takes the id of one who
/// left, with the same memberships (that each entering class is made up like the leaving one is
/// assumed), and is drawn anew in everything else. What entrants bring from elsewhere (marks,
/// trust) is what some first-grade student of the run's first year brought, whatever their group.
void build_later_years(School& school);

}  // namespace models
