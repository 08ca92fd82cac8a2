#pragma once
// The yardstick: school weeks in plain loops, one student, one class and one candidate after the
// other, as the tests hold the model against. It does the day and friendships, the two largest
// parts, and neither marks, records nor files; so it flatters plain code.

#include "tests/bench/mid_year.h"
#include "tests/law/plain_friendship.h"
#include "tests/law/serial_day.h"

namespace bench {

inline constexpr std::uint32_t kWeeks = 4, kWeekDays = 5;

/// Friendships of a week, candidate by candidate.
inline void plain_friendships(MidYear& year) {
  const models::School& school = *year.school;
  std::vector<float> marks(school.students()), engagement(school.students());
  for (std::size_t row = 0; row < school.students(); ++row) {
    marks[school.id[row]] = year.state.mean_mark[row];
    engagement[school.id[row]] = year.state.engagement.now()[row];
  }
  const models::FriendshipView view{&school.people, &school.plan.identity,
                                    &year.day.seating.timetable, marks.data(), engagement.data()};
  plain::Week{year.day.stream,
              year.day.number,
              school.plan.calendar,
              view,
              year.day.p.friendship,
              year.state.friends,
              {}}
      .live();
  models::rebuild_friends(school, year.day.p.friendship, year.state);
  models::rebuild_ties(school, year.day.seating, year.state);
}

/// kWeeks * kWeekDays days of kStudents students.
inline void live_plainly(MidYear& year) {
  for (std::uint32_t week = 0; week < kWeeks; ++week) {
    for (std::uint32_t day = 0; day < kWeekDays; ++day) serial::live_day(year.day, year.state);
    plain_friendships(year);
  }
}

/// The same days by the model's own sweep.
inline void live_in_lanes(MidYear& year) {
  for (std::uint32_t week = 0; week < kWeeks; ++week) {
    for (std::uint32_t day = 0; day < kWeekDays; ++day) {
      models::morning(year.day, year.state);
      models::live_day(year.day, year.state);
    }
    models::befriend_week(year.day, year.state);
  }
}

}  // namespace bench
