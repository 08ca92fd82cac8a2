#include "analysis/effects.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

namespace analysis {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kRounding = 0x1p-24;  // of a number in single precision, as a share of it

double mean(const std::vector<double>& numbers) {
  if (numbers.empty()) return kNone;
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

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

/// Run by run: `figure` and how far `noise` may move it, of (scenario, replicate).
template <class Figure, class Noise>
Effect paired(const Results& results, Figure figure, Noise noise, std::size_t scenario) {
  std::vector<double> before, after, apart;
  Effect effect{};
  for (std::size_t r = 0; r < results.replicates; ++r) {
    const double twin = figure(std::size_t{0}, r);
    const double other = figure(scenario, r);
    if (std::isnan(twin) || std::isnan(other)) continue;
    before.push_back(twin);
    after.push_back(other);
    const bool tie = std::abs(other - twin) <= noise(std::size_t{0}, r) + noise(scenario, r);
    apart.push_back(tie ? 0.0 : other - twin);
    ++(tie ? effect.ties : other > twin ? effect.higher : effect.lower);
  }
  effect.runs = apart.size();
  effect.baseline = mean(before);
  effect.value = mean(after);
  effect.difference = mean(apart);
  effect.interval = results.vectors > 1 ? next_interval(apart) : t_interval(apart);
  return effect;
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
  if (n == 0) return kNone;
  return outcome.summary == Summary::total ? sum : sum / static_cast<double>(n);
}

namespace {

/// Around the mean; `more`: 0 for the mean of endlessly many, 1 for one more.
std::optional<Interval> interval_of(const std::vector<double>& numbers, double more) {
  if (numbers.size() < 2) return std::nullopt;
  const auto n = static_cast<double>(numbers.size());
  const double centre = mean(numbers);
  double squares = 0;
  for (const double x : numbers) squares += (x - centre) * (x - centre);
  const double t = boost::math::quantile(boost::math::students_t(n - 1), 0.975);
  const double half = t * std::sqrt(squares / (n - 1) * (more * n + 1) / n);
  return Interval{centre - half, centre + half};
}

}  // namespace

std::optional<Interval> t_interval(const std::vector<double>& numbers) {
  return interval_of(numbers, 0);
}

std::optional<Interval> next_interval(const std::vector<double>& numbers) {
  return interval_of(numbers, 1);
}

Effect paired_effect(const Results& results, const Outcome& outcome, std::size_t scenario,
                     std::size_t group) {
  return paired(
      results,
      [&](std::size_t s, std::size_t r) { return year_figure(results, outcome, s, r, group); },
      [&](std::size_t s, std::size_t r) { return rounding(results, outcome, s, r, group); },
      scenario);
}

Effect paired_gap(const Results& results, const Outcome& outcome, std::size_t scenario,
                  std::size_t group, std::size_t reference) {
  return paired(
      results,
      [&](std::size_t s, std::size_t r) {
        return year_figure(results, outcome, s, r, group) -
               year_figure(results, outcome, s, r, reference);
      },
      [&](std::size_t s, std::size_t r) {
        return rounding(results, outcome, s, r, group) +
               rounding(results, outcome, s, r, reference);
      },
      scenario);
}

Effect effect_at(const Results& results, const Outcome& outcome, std::size_t scenario,
                 std::size_t group, std::size_t tick) {
  const auto figure = [&](std::size_t s, std::size_t r) {
    return results.mean(outcome, s, r, tick, group);
  };
  return paired(
      results, figure,
      [&](std::size_t s, std::size_t r) { return kRounding * std::abs(figure(s, r)); }, scenario);
}

std::string interval_note(const Results& results) {
  if (results.replicates < 2) {
    return "There is one paired run, so there are no intervals, and nothing is said about chance.";
  }
  const std::string schools =
      results.schools == 1 ? "this school" : fmt::format("these {} schools", results.schools);
  const std::string covered = results.redraw
                                  ? "both new days and schools drawn anew on the same plan"
                                  : fmt::format("new days in {}, not other schools", schools);
  if (results.vectors > 1) {
    const auto varied = std::count_if(results.parameters.begin(), results.parameters.end(),
                                      [](const Parameter& p) { return p.varied; });
    return fmt::format(
        "The 95% intervals say where one more run would lie. They come from {} paired runs and "
        "cover chance ({}) and parameters: the runs take {} vectors of {} parameters in turn that "
        "the evidence does not rule out. They do not cover the other parameters, what else such a "
        "model could leave out, or the shape of its equations.",
        results.replicates, covered, results.vectors, varied);
  }
  return fmt::format(
      "The 95% intervals come from {} paired runs and cover chance: {}. They do not cover what is "
      "not known about the model's parameters. There are many of them: even where nothing changes, "
      "one in twenty leaves out zero by chance.",
      results.replicates, covered);
}

std::string higher_in(const Effect& effect) {
  if (effect.runs == 0) return "-";
  if (effect.ties == effect.runs) return "no change";
  std::string text = fmt::format("{} of {}", effect.higher, effect.runs);
  if (effect.ties > 0)
    text += fmt::format(" ({} {})", effect.ties, effect.ties == 1 ? "tie" : "ties");
  return text;
}

}  // namespace analysis
