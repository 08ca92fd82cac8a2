#include "analysis/gaps.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace analysis {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The band of f(replicate, tick), over the runs in which it is a number.
template <class F>
Band band(const Results& results, const Outcome& outcome, F f) {
  Band made;
  for (std::size_t tick = 0; tick < outcome.ticks; ++tick) {
    std::vector<double> runs;
    for (std::size_t r = 0; r < results.replicates; ++r) {
      const double x = f(r, tick);
      if (!std::isnan(x)) runs.push_back(x);
    }
    const double sum = std::accumulate(runs.begin(), runs.end(), 0.0);
    made.mean.push_back(runs.empty() ? kNone : sum / static_cast<double>(runs.size()));
    made.low.push_back(percentile(runs, 0.1));
    made.high.push_back(percentile(runs, 0.9));
  }
  return made;
}

}  // namespace

double percentile(std::vector<double>& numbers, double q) {
  if (numbers.empty()) return kNone;
  std::sort(numbers.begin(), numbers.end());
  const double place = q * static_cast<double>(numbers.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, numbers.size() - 1);
  const double between = place - static_cast<double>(below);
  return numbers[below] + between * (numbers[above] - numbers[below]);
}

Band curve(const Results& results, const Outcome& outcome, std::size_t scenario,
           std::size_t group) {
  return band(results, outcome, [&](std::size_t r, std::size_t tick) {
    return results.mean(outcome, scenario, r, tick, group);
  });
}

Band gap(const Results& results, const Outcome& outcome, std::size_t scenario, std::size_t group,
         std::size_t reference) {
  return band(results, outcome, [&](std::size_t r, std::size_t tick) {
    return results.mean(outcome, scenario, r, tick, group) -
           results.mean(outcome, scenario, r, tick, reference);
  });
}

std::optional<std::size_t> reference_group(const Results& results, const SmallCells& cells,
                                           const std::string& dimension) {
  std::optional<std::size_t> largest;
  std::size_t shown = 0;
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    if (results.groups[g].dimension != dimension || cells.hidden[g]) continue;
    ++shown;
    if (!largest || results.groups[g].students > results.groups[*largest].students) largest = g;
  }
  return shown < 2 ? std::nullopt : largest;
}

}  // namespace analysis
