#pragma once
// Grades and memberships of a school's students, as the model can hold them.

#include "cli/school_roster.h"

namespace cli {

/// Grades of `out.user`; who has none takes that of most of those with whom she sits. The model has
/// 13 grades: pre-kindergarten counts as kindergarten, a thirteenth grade as the twelfth.
void give_grades(const Roster& roster, SchoolRoster& out);

/// Rows of the environment tables, from demographics.
void give_memberships(const Roster& roster, const DemographicRows& rows, SchoolRoster& out);

}  // namespace cli
