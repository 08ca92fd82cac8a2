#pragma once
// A trial's lots within a school: who is treated, who is not, who is no part of the trial. They are
// drawn when the school is built, from ids alone, before anything is lived. Whole schools are
// assigned by the scenario that each one lives.
//
// With k units in the trial, the first round(share * k) of a keyed order are treated: the numbers
// on both sides are fixed, as in a complete randomisation.
//
// How a lever under trial reaches what it acts on, as a share w of what it would be for everyone:
//
//   a student   w = 1 if the student is treated, else 0
//   a teacher   assigned as such: 1 or 0; else the share of the teacher's seats (a student in a
//               class is one) whose student is treated, of the subject's classes where classes
//               are assigned
//
// A practice belongs to a teacher, not to a class: teachers who teach both sides bring it to both,
// in that proportion (assumed). Where the treated have sections and teachers of their own, w is 1
// or 0.

#include <cstdint>

#include "models/lever.h"
#include "sim/kernel/column.h"

namespace models {

struct School;
struct Seating;
struct Timetable;

/// What is assigned.
enum class TrialUnit : std::uint32_t { nothing, student, section, teacher };

struct Assignment {
  TrialUnit unit = TrialUnit::nothing;
  std::uint32_t subject = 0;  ///< whose sections or teachers are assigned
  float share = 0.5f;         ///< of the units in the trial that are treated            [0, 1]
  float enrolled = 1.0f;      ///< share of the units that are in the trial              [0, 1]
  std::uint32_t apart = 0;    ///< 1: the treated have sections and teachers of their own
};

enum class Arm : std::uint8_t { control, treated, outside };

/// The lots as drawn.
struct Arms {
  sim::Column<std::uint8_t> student;   ///< Arm by id; a student with no unit is outside
  sim::Column<std::uint16_t> cluster;  ///< by id: number of the student's unit
  sim::Column<std::uint8_t> teacher;   ///< Arm by teacher, where teachers are assigned
  sim::Column<std::uint8_t> treated;   ///< by id: 1 if treated; the pool where arms are apart
};

/// Draws the lots of `school`, whose students stand. Units of the subject are those that
/// `timetable`, as it is, has.
Arms draw_arms(const School& school, const Timetable& timetable, const Assignment& assignment);

/// w of the table above for each row of a level (1 for a school), in the classes of `seating`.
sim::Column<float> assigned_share(const School& school, const Seating& seating, Level level);

}  // namespace models
