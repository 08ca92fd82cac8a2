#pragma once
// Today's inputs: the sum of all open levers' shifts, for each teacher, student or the school.
// Rebuilt whenever a dose changes, from zero, in the order of the levers, and clamped once.

#include <vector>

#include "models/lever.h"
#include "models/school.h"

namespace models {

/// A scenario: changed parameters and the levers of its programs, sorted by name.
struct Scenario {
  Parameters parameters;
  std::vector<Lever> levers;
};

constexpr std::uint32_t bit_of(Input input) { return 1u << static_cast<std::uint32_t>(input); }

class Inputs {
 public:
  /// Decides whom each lever reaches, once. `school` outlives this.
  Inputs(const School& school, const Scenario& scenario);

  /// Brings all inputs to this day. The inputs that may have changed, a bit each (bit_of).
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
  /// Is a lever on this input open on this day (not merely fading)?
  bool opens(Input input, std::uint32_t day) const;

 private:
  struct Reached {
    Lever lever;
    float amount;                       ///< times fidelity
    sim::Column<std::uint8_t> reaches;  ///< by row of the input's level
    float dose = 0;
  };
  std::vector<Reached> levers_;
  std::array<sim::Column<float>, kInputs> value_;
  std::array<bool, kInputs> moved_{};
};

}  // namespace models
