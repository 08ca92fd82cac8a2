#pragma once
// Today's inputs: the sum of all open levers' shifts, for each teacher, student or the school.
// Rebuilt whenever a dose changes, from zero, in the order of the levers, and clamped once.
//
//   shift = amount * f' * dose(day) * w,   f' = f + (1 - f) * a_impl
//
//   w       whom the lever reaches: 1 or 0, or what a trial makes of it (assignment.h)  [0, 1]
//   f       fidelity of the lever's program in this school, drawn once          [0, 1]
//   a_impl  sum of the open levers on `implementation` of other programs, each times its own
//           fidelity and dose                                                    [0, 1]

#include <algorithm>
#include <vector>

#include "models/lever.h"
#include "models/school.h"

namespace models {

inline constexpr std::size_t kMaxOnTrial = 8;

/// What a scenario makes of a trial's lots (assignment.h).
struct OnTrial {
  std::uint32_t assigned = 0;  ///< 1: the programs reach the treated only, who may be apart
  std::uint32_t programs = 0;
  std::array<std::uint32_t, kMaxOnTrial> program{};  ///< Lever::program of each

  bool holds(const Lever& lever) const {
    const auto end = program.begin() + programs;
    return assigned != 0 && std::find(program.begin(), end, lever.program) != end;
  }
};

/// A scenario: changed parameters and the levers of its programs, sorted by name.
struct Scenario {
  Parameters parameters;
  std::vector<Lever> levers;
  OnTrial on_trial = {};
};

static_assert(kInputs <= 32, "a bit each");
constexpr std::uint32_t bit_of(Input input) { return 1u << static_cast<std::uint32_t>(input); }

class Inputs {
 public:
  /// Decides whom each lever reaches this year, once. `entry_marks` by id; `school` outlives this.
  Inputs(const School& school, const sim::Column<float>& entry_marks, const Scenario& scenario);
  Inputs(const School& school, const Scenario& scenario)
      : Inputs(school, school.entry.marks, scenario) {}

  /// Brings all inputs to this day of the run. The inputs that may have changed, a bit each
  /// (bit_of).
  std::uint32_t rebuild(std::uint32_t day);

  /// Shift of an input for a teacher, a student's row, or the school (row 0).
  float of(Input input, std::size_t row) const {
    return value_[static_cast<std::size_t>(input)][row];
  }
  const sim::Column<float>& column(Input input) const {
    return value_[static_cast<std::size_t>(input)];
  }
  /// Does any lever of the scenario move this input?
  bool moved(Input input) const { return moved_[static_cast<std::size_t>(input)]; }
  /// Is a lever on this input open today (not merely fading)?
  bool opens(Input input) const;

  /// Are the treated of a trial apart?
  bool apart() const { return apart_; }

  /// What a teacher counts as today in a dimension: the membership drawn, or one that a lever on
  /// `teacher_identity` gives.
  std::uint8_t teacher_membership(std::uint32_t dimension, std::size_t teacher) const {
    return moved(Input::teacher_identity) ? identity_[dimension][teacher]
                                          : school_->staff.membership[dimension][teacher];
  }

 private:
  struct Reached {
    Lever lever;
    float fidelity;            ///< this school's, of this program
    float amount;              ///< times fidelity, or what others make of it
    sim::Column<float> share;  ///< of it that reaches each row of the input's level    [0, 1]
    float dose = 0;
  };
  /// `reaches`, or what a trial's lots leave of it.
  sim::Column<float> share_of(const Lever& lever, const sim::Column<std::uint8_t>& reaches,
                              const OnTrial& on_trial) const;
  std::uint32_t own_the_work();
  void rebuild_identity();

  const School* school_;
  bool apart_;
  std::uint32_t today_ = 0;
  std::vector<Reached> levers_;
  std::array<sim::Column<float>, kInputs> value_;
  std::array<bool, kInputs> moved_{};
  std::array<sim::Column<std::uint8_t>, kMaxDimensions> identity_;  ///< if it is moved
};

}  // namespace models
