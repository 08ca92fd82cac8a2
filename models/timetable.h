#pragma once
// The timetable: who sits in which section with which teacher, in which period. By student id;
// rows come later.
//
// Secondary: one section a period, `periods` courses; a section has one subject, grade and pool
// (a pool is a school; in a prior year, each feeder is one). No student and no teacher is in two
// places at once. Elementary: one class with its teacher all day, the last period a special.
// Blocks (a lever): groups that share their sections and teachers in three core subjects.

#include <vector>

#include "models/people.h"

namespace models {

struct Section {
  std::uint16_t teacher = 0;
  std::uint16_t students = 0;
  std::uint8_t subject = 0;
  std::uint8_t period = 0;
  std::uint8_t advanced = 0;
  std::uint8_t pool = 0;
  std::uint8_t grade = 0;
};

struct Timetable {
  std::uint32_t periods = 0;
  std::uint32_t teachers = 0;
  std::vector<Section> sections;
  std::array<sim::Column<std::uint16_t>, kMaxPeriods> section;  ///< [period][id]
  std::array<sim::Column<std::uint8_t>, kMaxPeriods>
      advanced;  ///< level of the course [period][id]
  /// Slot of the pair that a period belongs to: the first period with the same teacher.
  std::array<sim::Column<std::uint8_t>, kMaxPeriods> slot;  ///< [period][id]
  /// Ids of a section's students, ascending: members[first_member[s] .. first_member[s + 1]).
  std::vector<std::uint32_t> first_member;
  std::vector<std::uint16_t> members;
};

/// `by_feeder`: every feeder is a school of its own (a prior year). `year` keeps years apart.
/// `blocks`: share three core subjects' sections and teachers.
Timetable draw_timetable(sim::Stream s, const SchoolProfile& profile, const People& people,
                         bool by_feeder, bool blocks, std::uint32_t year);

}  // namespace models
