#pragma once
// One school's part of a roster on one day, as the model can hold it: what is kept, what is decided
// where the roster says nothing, and what is left out, each with its count.

#include "cli/dimension_names.h"
#include "cli/oneroster.h"
#include "models/structure.h"

namespace cli {

inline constexpr std::uint8_t kNoRow = 255;

/// Rows of the template's environment tables by what demographics.csv says; kNoRow for none.
struct DemographicRows {
  std::size_t race_dimension = ~std::size_t{0}, sex_dimension = ~std::size_t{0};
  std::array<std::uint8_t, 8> race;  ///< by Race
  std::array<std::uint8_t, 4> sex;   ///< by Sex
};
DemographicRows demographic_rows(const DimensionNames& names);

/// How many of each there were. Students of one school, unless another thing is named.
struct RosterCounts {
  std::size_t students = 0, sections = 0, teachers = 0, seats = 0;
  std::size_t no_class = 0;        ///< students of the school's classes without one on the day
  std::size_t elsewhere = 0;       ///< who have classes in other schools too
  std::size_t homerooms = 0;       ///< classes that are left out beside a class a period
  std::size_t too_many = 0;        ///< enrolments beyond seven a day
  std::size_t clashes = 0;         ///< enrolments left out because they meet at once
  std::size_t repeated = 0;        ///< enrolments that are there twice
  std::size_t empty = 0;           ///< classes without a student
  std::size_t no_teacher = 0;      ///< sections whose teacher is made up
  std::size_t more_teachers = 0;   ///< sections with several
  std::size_t free_periods = 0;    ///< of students: spent in a class of their own
  std::size_t grades_guessed = 0;  ///< students whose grade is that of their classmates
  std::size_t no_race = 0, no_sex = 0;
  std::size_t advanced = 0, core = 0;  ///< sections
  bool given_periods = false;          ///< all periods are the roster's
};

struct SchoolRoster {
  models::Structure structure;
  std::vector<std::size_t> grades;  ///< ranks (roster_words.h), ascending
  std::vector<std::uint32_t> user;  ///< place in the roster of each student
  RosterCounts counts;
};

/// The first day on which the most students of these schools sit in classes.
std::int32_t fullest_day(const Roster& roster, const std::vector<std::uint32_t>& schools);

/// Does the school have self-contained classes: fewer than four scheduled classes for half of those
/// who have any class on the day? Nothing if nobody has one.
std::optional<bool> self_contained(const Roster& roster, std::uint32_t school, std::int32_t day);

/// Nothing is thrown but for what the model cannot hold (sim::ConfigError).
SchoolRoster school_roster(const Roster& roster, std::uint32_t school, std::int32_t day,
                           bool self_contained, const DemographicRows& rows);

/// Reads a list of friendships (CSV with columns from, to, of ids of students) into the schools.
/// Gives the number of ties that lead out of them, or beyond the tenth friend.
std::size_t read_friends(const std::string& path, const Roster& roster,
                         std::vector<SchoolRoster>& schools);

}  // namespace cli
