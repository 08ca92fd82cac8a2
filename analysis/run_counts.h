#pragma once
// Counts over paired runs, for people rather than for tests: in how many of them a scenario ends
// higher than its own baseline, the mean change, and between which values the middle 80 % of the
// runs' changes lie.

#include "analysis/paired_runs.h"

namespace analysis {

struct RunCounts {
  std::size_t runs = 0;
  std::size_t higher = 0, lower = 0;     ///< the other runs are ties
  double change = 0, low = 0, high = 0;  ///< NaN without runs
};

RunCounts run_counts(const PairedRuns& pairs);

}  // namespace analysis
