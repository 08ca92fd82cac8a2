#pragma once
// Counts over paired runs, for people rather than for tests: in how many of them a scenario ends
// higher than its own baseline, the mean change, and between which values the middle 80 % of the
// runs' changes lie.

#include <optional>

#include "analysis/results.h"

namespace analysis {

struct RunPairs {
  std::size_t runs = 0;  ///< in which both figures exist
  std::size_t higher = 0, lower = 0;
  double change = 0, low = 0, high = 0;  ///< NaN without runs
};

/// Of the year's figure of a group; with `reference`, of the gap between the two groups, without its
/// sign: higher is wider. Differences within single precision's rounding count as neither.
RunPairs run_pairs(const Results& results, const Outcome& outcome, std::size_t scenario,
                   std::size_t group, std::optional<std::size_t> reference = {});

}  // namespace analysis
