#include "analysis/run_pairs.h"

#include <cmath>

#include "analysis/average.h"
#include "analysis/effects.h"
#include "analysis/gaps.h"

namespace analysis {

RunPairs run_pairs(const Results& results, const Outcome& outcome, std::size_t scenario,
                   std::size_t group, std::optional<std::size_t> reference) {
  const auto figure = [&](std::size_t s, std::size_t r) {
    const double own = year_figure(results, outcome, s, r, group);
    return reference ? std::abs(own - year_figure(results, outcome, s, r, *reference)) : own;
  };
  RunPairs pairs;
  Average change;
  std::vector<double> changes;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    const double before = figure(0, r), after = figure(scenario, r);
    if (std::isnan(before) || std::isnan(after)) continue;
    const double rounding = (std::abs(before) + std::abs(after)) * 0x1p-24;
    const double difference = after - before;
    if (difference > rounding) ++pairs.higher;
    if (difference < -rounding) ++pairs.lower;
    change.add(difference);
    changes.push_back(difference);
  }
  pairs.runs = changes.size();
  pairs.change = change.value();
  pairs.low = percentile(changes, 0.1);
  pairs.high = percentile(changes, 0.9);
  return pairs;
}

}  // namespace analysis
