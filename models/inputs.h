#pragma once
// Today's inputs: the sum of all open levers' shifts, for each teacher, student or the school.
// Rebuilt whenever a dose changes, from zero, in the order of the levers, and clamped once.
//
//   shift = amount * f' * dose(day),   f' = f + (1 - f) * a_impl
//
//   f       fidelity of the lever's program in this school, drawn once          [0, 1]
//   a_impl  sum of the open levers on `implementation` of other programs, each times its own
//           fidelity and dose                                                    [0, 1]

#include <vector>

#include "models/lever.h"
#include "models/school.h"

namespace models {

/// A scenario: changed parameters and the levers of its programs, sorted by name.
struct Scenario {
  Parameters parameters;
  std::vector<Lever> levers;
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

  /// What a teacher counts as today in a dimension: the membership drawn, or one that a lever on
  /// `teacher_identity` gives.
  std::uint8_t teacher_membership(std::uint32_t dimension, std::size_t teacher) const {
    return moved(Input::teacher_identity) ? identity_[dimension][teacher]
                                          : school_->staff.membership[dimension][teacher];
  }

 private:
  struct Reached {
    Lever lever;
    float fidelity;                     ///< this school's, of this program
    float amount;                       ///< times fidelity, or what others make of it
    sim::Column<std::uint8_t> reaches;  ///< by row of the input's level
    float dose = 0;
  };
  std::uint32_t own_the_work();
  void rebuild_identity();

  const School* school_;
  std::uint32_t today_ = 0;
  std::vector<Reached> levers_;
  std::array<sim::Column<float>, kInputs> value_;
  std::array<bool, kInputs> moved_{};
  std::array<sim::Column<std::uint8_t>, kMaxDimensions> identity_;  ///< if it is moved
};

}  // namespace models
