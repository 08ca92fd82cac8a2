#pragma once
// Paired effects: what a scenario changes against the baseline, run by run.
//
//   d_r = y_r(scenario) - y_r(baseline)         the same students, the same chances
//   interval = mean(d) -+ t(0.975, R - 1) * sd(d) / sqrt(R)
//
//   y_r   the year's figure of run r            the outcome's unit
//   R     runs in which both figures exist      1 or more
//
// Student's t over runs: how far the mean of R runs may lie from that of endlessly many. When the
// runs take vectors of a parameter set in turn, such an interval would shrink with R while what is
// not known about parameters stays; then it is where one more run with another vector would lie,
// its chance included:
//
//   interval = mean(d) -+ t(0.975, R - 1) * sd(d) * sqrt(1 + 1 / R)

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/paired_runs.h"

namespace analysis {

struct Interval {
  double low = 0, high = 0;
};

struct Effect {
  double baseline, value, difference;  ///< means over runs; NaN when no run has both figures
  std::optional<Interval> interval;    ///< 95%; none with fewer than two runs
  std::size_t higher, lower, ties;     ///< runs, adding up to `runs`
  std::size_t runs;                    ///< in which both figures exist

  /// The interval leaves out zero.
  bool clear() const { return interval && (interval->low > 0 || interval->high < 0); }
};

Effect paired_effect(const Results& results, const Outcome& outcome, std::size_t scenario,
                     std::size_t group);

/// The same of what lies between two groups in a run: the figure of `group` less that of
/// `reference`.
Effect paired_gap(const Results& results, const Outcome& outcome, std::size_t scenario,
                  std::size_t group, std::size_t reference);

/// The same at one tick instead of over the year.
Effect effect_at(const Results& results, const Outcome& outcome, std::size_t scenario,
                 std::size_t group, std::size_t tick);

/// 95% t interval of the mean. None with fewer than two numbers.
std::optional<Interval> t_interval(const std::vector<double>& numbers);

/// 95% t interval of one more number. None with fewer than two.
std::optional<Interval> next_interval(const std::vector<double>& numbers);

/// What intervals of these results cover, and what they don't, in words.
std::string interval_note(const Results& results);

/// "31 of 32", and how many are ties if any are.
std::string higher_in(const Effect& effect);

}  // namespace analysis
