#pragma once
// The timetable: who sits in which section with which teacher, in which period. By student id;
// rows come later.
//
// Secondary: one section a period, `periods` courses; a section has one subject, grade and pool
// (a pool is a school; in a prior year, each feeder is one). No student and no teacher is in two
// places at once. Elementary: one class with its teacher all day, the last period a special.
// Blocks (a lever): groups that share their sections and teachers in three core subjects.

#include <cstring>
#include <vector>

#include "models/people.h"
#include "models/pools.h"

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

inline constexpr std::size_t kDayRoom = 8;
inline constexpr std::uint16_t kNowhere = 0xffff;

/// Eight small numbers at once.
using Eight = std::uint16_t __attribute__((vector_size(16)));
inline Eight load_eight(const std::uint16_t* from) {
  Eight eight;
  std::memcpy(&eight, from, sizeof eight);
  return eight;
}

struct Timetable {
  std::uint32_t periods = 0;
  std::uint32_t teachers = 0;
  std::vector<Section> sections;
  std::array<sim::Column<std::uint16_t>, kMaxPeriods> section;  ///< [period][id]
  std::array<sim::Column<std::uint8_t>, kMaxPeriods>
      advanced;  ///< level of the course [period][id]
  /// Slot of the pair that a period belongs to: the first period with the same teacher.
  std::array<sim::Column<std::uint8_t>, kMaxPeriods> slot;  ///< [period][id]
  /// A student's day: day_of[id * kDayRoom + p] is the section of period p, then kNowhere. In one
  /// row, so that two students' days are compared in one step.
  std::vector<std::uint16_t> day_of;
  /// Ids of a section's students, ascending: members[first_member[s] .. first_member[s + 1]).
  std::vector<std::uint32_t> first_member;
  std::vector<std::uint16_t> members;

  /// All ones in each period in which two students sit in the same section.
  Eight together(std::size_t id, std::size_t other) const {
    const Eight mine = load_eight(day_of.data() + id * kDayRoom);
    return (Eight)(mine == load_eight(day_of.data() + other * kDayRoom)) &
           (Eight)(mine != kNowhere);
  }
};

/// Of a timetable whose sections and seats (`sections`, `section`) are there: lists who sits in
/// each section, the slots of pairs and everybody's day.
void list_seats(Timetable& timetable, std::size_t students);

/// Every pool is a school of its own. `year` keeps years apart. A self-contained class knows
/// neither pools nor blocks.
Timetable draw_timetable(sim::Stream s, const SchoolProfile& profile, const People& people,
                         const Pools& pools, std::uint32_t year);

}  // namespace models
