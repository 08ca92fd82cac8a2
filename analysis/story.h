#pragma once
// What each scenario did, in a few sentences made by rule: what adults did, from the levers of its
// programs; what moved, in the order in which it first could be told from chance; and what did not.
// No sentence is written for a program by hand, and nothing is ranked: one time order is not a
// cause, and sizes stand with their intervals.

#include <optional>
#include <string>
#include <vector>

#include "analysis/results.h"

namespace analysis {

struct Story {
  std::string scenario;  ///< key
  std::string done;      ///< what adults did, a line for each program
  std::string moved;     ///< what moved, a line for each time from which it did
  std::string unmoved;   ///< what did not; "" if all did
};

/// One for each scenario but the baseline; of all students.
std::vector<Story> stories(const Results& results);

/// Ticks running, from 0, both included.
struct Stretch {
  std::size_t first, last;
};

/// The first two or more ticks running whose intervals lie above zero, or below it.
std::optional<Stretch> first_moved(const Results& results, const Outcome& outcome,
                                   std::size_t scenario, bool above);

}  // namespace analysis
