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

double mean(const std::vector<double>& numbers) {
  if (numbers.empty()) return kNone;
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

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

Effect effect_of(const Results& results, const PairedRuns& pairs) {
  const std::vector<double>& apart = pairs.difference;
  return {mean(pairs.before), mean(pairs.after),
          mean(apart),        interval_of(apart, results.vectors > 1 ? 1 : 0),
          pairs.higher,       pairs.lower,
          pairs.ties,         apart.size()};
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
  return effect_of(results, paired_years(results, outcome, scenario, group));
}

Effect paired_gap(const Results& results, const Outcome& outcome, std::size_t scenario,
                  std::size_t group, std::size_t reference) {
  return effect_of(results, paired_gaps(results, outcome, scenario, group, reference));
}

Effect effect_at(const Results& results, const Outcome& outcome, std::size_t scenario,
                 std::size_t group, std::size_t tick) {
  return effect_of(results, paired_ticks(results, outcome, scenario, group, tick));
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
