#pragma once
// Turnover of teachers from one year to the next: each stays with the same chance, whatever the
// year was like (84 % stay at their school: NCES Teacher Follow-up Survey 2021-22; that it does not
// depend on the school is assumed). Who stays keeps teaching the same subject,
// as far as it has posts; whoever finds none leaves as well (assumed).

#include <vector>

#include "models/school.h"

namespace models {

/// Ids of next year's teachers by post: those who stay first, in the posts of their subject, then
/// new ones, whose ids are given in `fresh` (one per post). `leaving` is the share that leaves.
std::vector<std::uint32_t> next_staff(const School& before, const Timetable& timetable,
                                      const std::vector<std::uint32_t>& fresh, float leaving);

/// Sets `newcomer` where a teacher was not there before.
void mark_newcomers(const Staff& before, Staff& staff);

}  // namespace models
