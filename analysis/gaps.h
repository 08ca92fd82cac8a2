#pragma once
// Curves over the year and the gaps between groups, as a mean and a middle band of runs.
//
//   gap_r(t) = y_r(t, group) - y_r(t, reference)
//
// The reference of a dimension is its largest membership that may be shown: a choice of ours that
// says nothing about which group does well. A gap stands beside its levels, always: it can also
// close because one group loses.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

/// One entry per tick: the mean over runs, and the 10th and 90th percentile of runs. NaN where no
/// run has a value.
struct Band {
  std::vector<double> mean, low, high;
};

/// Of the means of one group.
Band curve(const Results& results, const Outcome& outcome, std::size_t scenario, std::size_t group);

/// Of the differences between two groups in the same run.
Band gap(const Results& results, const Outcome& outcome, std::size_t scenario, std::size_t group,
         std::size_t reference);

/// The largest shown membership (the first of equals) of a dimension. None when fewer than two of
/// its memberships may be shown: then there is no gap to show.
std::optional<std::size_t> reference_group(const Results& results, const SmallCells& cells,
                                           const std::string& dimension);

/// Value below which a share q in [0, 1] of the numbers lies, linear between them (as R's type 7).
/// Sorts them. NaN when there are none.
double percentile(std::vector<double>& numbers, double q);

}  // namespace analysis
