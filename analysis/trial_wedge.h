#pragma once
// The figures of a stepped wedge: every school gets the program, one step after another, and is
// measured at every wave.
//
//   mean of school s at wave w = a_s + b_w + effect*treated_sw + e       (Hussey & Hughes 2007)
//
// One effect for all: where it grows with the time that a school has had the program, the estimate
// is not the mean effect over the treated school waves, and can even have the other sign
// (Kenny et al. 2022, doi:10.1002/sim.9415). That difference is the figure `chance`.

#include "analysis/trial_contrast.h"
#include "analysis/trial_figures.h"

namespace analysis {

/// Adds the figures of a wedge to `figures`.
void add_wedge(const std::vector<TrialSchool>& trial, std::size_t schools, std::size_t outcome,
               const TrialRules& rules, TrialFigures& figures);

/// Puts a contrast's three figures from `first` on.
inline void put(const Contrast& contrast, TrialFigure first, TrialFigures& figures) {
  const auto at = static_cast<std::size_t>(first);
  figures.value[at] = contrast.estimate;
  figures.value[at + 1] = contrast.error;
  figures.value[at + 2] = contrast.freedom;
}

}  // namespace analysis
