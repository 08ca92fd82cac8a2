#include "analysis/paired_runs.h"

#include <cmath>
#include <limits>

namespace analysis {
namespace {

constexpr double kRounding = 0x1p-24;  // of a number in single precision, as a share of it

/// How far rounding in the file may move a figure.
double rounding(const Results& results, const Outcome& outcome, std::size_t scenario,
                std::size_t replicate, std::size_t group) {
  if (outcome.summary == Summary::last) {
    return kRounding * std::abs(year_figure(results, outcome, scenario, replicate, group));
  }
  double sum = 0;
  for (std::size_t tick = 0; tick < outcome.ticks; ++tick) {
    const double x = results.mean(outcome, scenario, replicate, tick, group);
    if (!std::isnan(x)) sum += std::abs(x);
  }
  if (outcome.summary == Summary::mean) sum /= static_cast<double>(outcome.ticks);
  return kRounding * sum;
}

/// `figure` and how far `noise` may move it, of (scenario, replicate).
template <class Figure, class Noise>
PairedRuns pair_up(const Results& results, Figure figure, Noise noise, std::size_t scenario) {
  PairedRuns pairs;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    const double twin = figure(std::size_t{0}, r);
    const double other = figure(scenario, r);
    if (std::isnan(twin) || std::isnan(other)) continue;
    const bool tie = std::abs(other - twin) <= noise(std::size_t{0}, r) + noise(scenario, r);
    pairs.before.push_back(twin);
    pairs.after.push_back(other);
    pairs.difference.push_back(tie ? 0.0 : other - twin);
    ++(tie ? pairs.ties : other > twin ? pairs.higher : pairs.lower);
  }
  return pairs;
}

/// `between` of the figures of two groups.
template <class Between>
PairedRuns pair_up_groups(const Results& results, const Outcome& outcome, std::size_t scenario,
                          std::size_t group, std::size_t reference, Between between) {
  return pair_up(
      results,
      [&](std::size_t s, std::size_t r) {
        return between(year_figure(results, outcome, s, r, group),
                       year_figure(results, outcome, s, r, reference));
      },
      [&](std::size_t s, std::size_t r) {
        return rounding(results, outcome, s, r, group) +
               rounding(results, outcome, s, r, reference);
      },
      scenario);
}

}  // namespace

double year_figure(const Results& results, const Outcome& outcome, std::size_t scenario,
                   std::size_t replicate, std::size_t group) {
  if (outcome.summary == Summary::last) {
    return results.mean(outcome, scenario, replicate, outcome.ticks - 1, group);
  }
  double sum = 0;
  std::size_t n = 0;
  for (std::size_t tick = 0; tick < outcome.ticks; ++tick) {
    const double x = results.mean(outcome, scenario, replicate, tick, group);
    if (std::isnan(x)) continue;
    sum += x;
    ++n;
  }
  if (n == 0) return std::numeric_limits<double>::quiet_NaN();
  return outcome.summary == Summary::total ? sum : sum / static_cast<double>(n);
}

PairedRuns paired_years(const Results& results, const Outcome& outcome, std::size_t scenario,
                        std::size_t group) {
  return pair_up(
      results,
      [&](std::size_t s, std::size_t r) { return year_figure(results, outcome, s, r, group); },
      [&](std::size_t s, std::size_t r) { return rounding(results, outcome, s, r, group); },
      scenario);
}

PairedRuns paired_gaps(const Results& results, const Outcome& outcome, std::size_t scenario,
                       std::size_t group, std::size_t reference) {
  return pair_up_groups(results, outcome, scenario, group, reference,
                        [](double own, double other) { return own - other; });
}

PairedRuns paired_widths(const Results& results, const Outcome& outcome, std::size_t scenario,
                         std::size_t group, std::size_t reference) {
  return pair_up_groups(results, outcome, scenario, group, reference,
                        [](double own, double other) { return std::abs(own - other); });
}

PairedRuns paired_ticks(const Results& results, const Outcome& outcome, std::size_t scenario,
                        std::size_t group, std::size_t tick) {
  const auto figure = [&](std::size_t s, std::size_t r) {
    return results.mean(outcome, s, r, tick, group);
  };
  return pair_up(
      results, figure,
      [&](std::size_t s, std::size_t r) { return kRounding * std::abs(figure(s, r)); }, scenario);
}

}  // namespace analysis
