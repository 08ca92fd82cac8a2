#pragma once
// How the gap between a group and its dimension's reference changes in a scenario, and how it came
// to: a gap can close because both do better, or by levelling down, when one only does worse.
//
//   c_r = [y_r(scenario, group) - y_r(scenario, reference)] - [the same in the baseline]
//
//   y_r  the year's figure of run r; the 95% interval of the mean of c_r as in effects.h

#include <string>
#include <vector>

#include "analysis/effects.h"
#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

struct GapChange {
  std::size_t scenario, group, reference;
  Effect gap;       ///< its baseline, its value in the scenario, and the difference
  std::string how;  ///< "closes: better for Girls and for Boys"
  bool closes = false;
  bool levelled = false;  ///< it closes, and one of the two groups does worse
};

/// One for each scenario but the baseline and each shown group of each dimension but its reference.
std::vector<GapChange> gap_changes(const Results& results, const SmallCells& cells,
                                   const Outcome& outcome);

}  // namespace analysis
