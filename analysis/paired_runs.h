#pragma once
// A scenario's runs beside the baseline's, run by run: the same students, the same chances.
//
//   d_r = y_r(scenario) - y_r(baseline)         0 for a tie
//
// Two figures that differ by no more than the file's rounding (single precision) are a tie. Runs
// in which one of the two figures is missing are left out.

#include <cstddef>
#include <vector>

#include "analysis/results.h"

namespace analysis {

struct PairedRuns {
  std::vector<double> before, after, difference;  ///< one of each to a run
  std::size_t higher = 0, lower = 0, ties = 0;    ///< runs, adding up to their number
};

/// The year's figure of an outcome: the last tick, the mean of ticks, or their sum. Ticks without
/// a value are left out of means and sums; NaN when no tick has one (or the last one has none).
double year_figure(const Results& results, const Outcome& outcome, std::size_t scenario,
                   std::size_t replicate, std::size_t group);

/// Of the year's figure of a group.
PairedRuns paired_years(const Results& results, const Outcome& outcome, std::size_t scenario,
                        std::size_t group);

/// Of the year's figure of `group` less that of `reference`.
PairedRuns paired_gaps(const Results& results, const Outcome& outcome, std::size_t scenario,
                       std::size_t group, std::size_t reference);

/// The same without its sign: how far the two groups lie apart, so higher is wider.
PairedRuns paired_widths(const Results& results, const Outcome& outcome, std::size_t scenario,
                         std::size_t group, std::size_t reference);

/// Of a group at one tick instead of over the year.
PairedRuns paired_ticks(const Results& results, const Outcome& outcome, std::size_t scenario,
                        std::size_t group, std::size_t tick);

}  // namespace analysis
