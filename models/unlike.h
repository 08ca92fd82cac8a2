#pragma once
// Where a student and a teacher differ: what the environment table says of the student's
// memberships counts only in the dimensions in which the teacher does not share them.

#include "models/school.h"

namespace models {

/// Sum of one entry of the environment table over the dimensions in which the student in `row` and
/// a teacher differ. `teacher_membership(d)` is what the teacher counts as in dimension d.
template <class TeacherMembership>
float over_unlike(const School& school, std::size_t row, float Membership::*entry,
                  TeacherMembership teacher_membership) {
  const Identity& identity = school.plan.identity;
  float sum = 0;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    const std::uint8_t m = school.membership[d][row];
    if (teacher_membership(d) != m) sum += identity.dimension[d].row[m].*entry;
  }
  return sum;
}

}  // namespace models
