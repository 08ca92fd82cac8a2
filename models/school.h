#pragma once
// A school as it is built, once, and then shared by all scenarios and replicates: people, staff,
// timetables, what students bring, and the order of the rows.

#include <memory>
#include <vector>

#include "models/assignment.h"
#include "models/parameters.h"
#include "models/structure.h"
#include "models/timetable_kind.h"

namespace models {

/// All that decides how a school is built.
struct SchoolPlan {
  std::uint64_t seed = 1;
  std::uint32_t school = 0;      ///< stable number of the school
  std::uint32_t redraw = 0;      ///< 0, or the replicate for which the school is drawn anew
  std::uint32_t timetables = 1;  ///< kinds that scenarios need, a bit each; 0 is always built
  SchoolProfile profile;
  Identity identity;
  sim::Calendar calendar;
  Parameters parameters;
  Assignment assignment;  ///< of a trial
  /// What a roster gives; null: everything is drawn. Then `profile` has its students, grades and
  /// periods, and there is one kind of timetable and one year.
  std::shared_ptr<const Structure> structure;
};

/// Rows of one combination of memberships: contiguous, so that tallies are plain sums.
struct Cell {
  std::uint32_t first = 0, rows = 0;
  std::array<std::uint8_t, kMaxDimensions> membership{};
};

inline constexpr std::uint8_t kManySlots = 0xff;

/// A timetable by row, as the day reads it.
struct Seating {
  Timetable timetable;                                          ///< by id
  std::array<sim::Column<std::uint16_t>, kMaxPeriods> section;  ///< [period][row]
  std::array<sim::Column<std::uint16_t>, kMaxPeriods> teacher;  ///< [period][row]
  std::array<sim::Column<std::uint8_t>, kMaxPeriods> slot;      ///< [period][row]
  std::array<sim::Column<std::uint8_t>, kMaxPeriods> advanced;  ///< [period][row]
  std::array<sim::Column<float>, kMaxPeriods> support_gap;      ///< before the teacher's factor
  // By block of rows, so that most rows are swept without a look at each one's slot. Is each row's
  // slot in this period its own, shared with no other period? The slot that all rows have, or
  // kManySlots; then a bit for each row whose slot is an earlier period's. Does everyone stay in
  // the section of the period before?
  std::array<std::vector<std::uint8_t>, kMaxPeriods> single, one_slot, stays;
  std::array<std::vector<std::uint16_t>, kMaxPeriods> earlier;
  /// Is this period the first of its sections? A class that meets all day is counted once.
  std::array<bool, kMaxPeriods> counted{};
  std::uint32_t slots = 0;  ///< slots in use
};

struct School {
  SchoolPlan plan;
  std::uint32_t year = 0;  ///< of the run
  sim::Stream stream;
  People people;
  Staff staff;
  Entry entry;
  std::vector<std::uint16_t> row_of_id;
  sim::Column<std::uint32_t> id;  ///< [row]
  std::vector<Cell> cells;
  std::array<sim::Column<std::uint8_t>, kMaxDimensions> membership;     ///< [row]
  sim::Column<float> preparation, temperament, frailty, lens, outlook;  ///< [row]
  Seating seating;                                                      ///< as it is
  std::array<std::shared_ptr<const Seating>, kTimetableKinds> other;    ///< the kinds needed
  Arms arms;                                         ///< of the trial, if the plan has one
  std::vector<std::shared_ptr<const School>> later;  ///< the school in the years to come

  std::size_t students() const { return people.size(); }
  std::size_t periods() const { return seating.timetable.periods; }
  /// The seating of a kind; as it is, if that kind was not built.
  const Seating& seated(std::uint32_t kind) const { return other[kind] ? *other[kind] : seating; }
  /// The school in a year of the run. Ids, rows and cells are the same in all years.
  const School& in(std::uint32_t number) const { return number == 0 ? *this : *later[number - 1]; }
  /// Did this student enter the school this year, after the first?
  bool entered(std::uint32_t student) const { return year > 0 && people.entered[student] == year; }
};

/// What students of reference schools left a year with: marks, T, H, E, B. One table for every
/// group: what a prior year did to groups is not carried, and no group's luck is multiplied.
struct EntryTable {
  std::vector<std::array<float, 5>> rows;
};

/// `table` is used where the profile says that entry is drawn, else it may be null.
std::unique_ptr<School> build_school(const SchoolPlan& plan, const EntryTable* table);

/// Simulates a year of `plan` and keeps what its students leave with.
EntryTable entry_table(const SchoolPlan& plan);

}  // namespace models
