#pragma once
// The state of a school in one scenario, in columns: a row per student, a column per variable.

#include "models/school.h"

namespace models {

using PeriodColumns = std::array<sim::Column<float>, kMaxPeriods>;

/// A pair of student and teacher as they parted at the end of a year of the run.
struct PastPair {
  std::uint32_t teacher = 0, year = 0;  ///< the teacher's id
  float relation = 0, memory = 0, known = 0;
};

/// A student's friends as the morning reads them; empty places have no strength.
struct FriendRow {
  std::uint16_t id[kMaxFriends];
  std::uint8_t strength[kMaxFriends];
};

struct State {
  // Of earlier years, by id: teachers known; what this year was entered with.
  std::vector<std::vector<PastPair>> past;
  sim::Column<float> entry_marks, entry_gpa, entry_belonging;

  // Carried from day to day.
  sim::Buffered<float> belonging, uncertainty, engagement;
  sim::Column<float> lens, smoothed, vigilance, trust, discipline, surprise, newness, away;
  // Pairs of student and teacher, by slot.
  PeriodColumns relation, memory, known;
  // Courses, by period.
  PeriodColumns knowledge, mark, term_marks;
  sim::Column<float> mean_mark;

  // The setting: rebuilt when people or inputs change.
  PeriodColumns setting, doubt, support, talk, represented, tie;
  // Friends: their ties as rows, and 1 / (65535 * sum of strengths), 0 for none.
  sim::Network friends_by_row;
  sim::Column<float> friends_scale;
  std::vector<FriendRow> friend_rows;
  Friendships friends;
  FriendshipRoom room;

  // This morning: engagement in whole 65535ths by student id, class norms, friends' mean.
  sim::Column<std::uint32_t> effort_units;
  std::vector<float> section_scale, section_norm;
  sim::Column<float> friends_engagement;

  // Today, summed over the classes attended.
  sim::Column<float> present, evidence, reading, answered, relation_today;
  // Since the last tick of the record, and over the year.
  sim::Column<float> days_present, days, efforts;
  sim::Column<float> incidents, subjective, referrals, suspended;
  sim::Column<float> year_present, year_referrals, year_suspended, year_answered;
  PeriodColumns class_referrals;
  sim::Column<float> terms_failed, terms_counted, points, credits;

  // Teachers.
  sim::Column<float> practice, practice_met;

  /// Days present since the year began.
  float days_here(std::size_t row) const { return year_present[row] + days_present[row]; }
  void resize(std::size_t students, std::size_t teachers);
};

}  // namespace models
