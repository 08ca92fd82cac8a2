#include "cli/outcome_arrays.h"

#include <fmt/format.h>

#include <limits>

#include "analysis/histogram.h"

namespace cli {
namespace {

using models::Cadence;
using models::Outcome;
using Values = std::vector<float>;

/// Walks one outcome's entries in the order of its array: scenario, replicate, tick, group.
template <class F>
Values walk(const Experiment& e, const Tallies& t, Outcome outcome, F f) {
  const auto& layout = t.layout();
  Values values;
  values.reserve(e.scenarios.size() * e.runs() * layout.ticks(outcome) * layout.groups());
  for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
    for (std::uint32_t r = 0; r < e.runs(); ++r) {
      for (std::uint32_t tick = 0; tick < layout.ticks(outcome); ++tick) {
        for (std::uint32_t g = 0; g < layout.groups(); ++g) {
          values.push_back(static_cast<float>(f(s, r, tick, g)));
        }
      }
    }
  }
  return values;
}

double change(const Tallies& t, std::uint32_t s, std::uint32_t r, Outcome outcome,
              std::uint32_t tick, std::uint32_t g) {
  const Total& now = t.at(s, r, outcome, tick, g);
  const Total& twin = t.at(0, r, outcome, tick, g);
  if (now.n == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(now.sum - twin.sum) / static_cast<double>(now.n) / models::kFixedPoint;
}

/// SD of the students' own differences from their baseline twins.
double change_sd(const Tallies& t, std::uint32_t s, std::uint32_t r, Outcome outcome,
                 std::uint32_t tick, std::uint32_t g) {
  Total apart = t.at(s, r, outcome, tick, g);
  apart.sum -= t.at(0, r, outcome, tick, g).sum;
  apart.squares = apart.twin_squares;
  return apart.sd();
}

Values quantiles(const Experiment& e, const Tallies& t, Outcome outcome) {
  const models::OutcomeRow& row = models::row(outcome);
  Values all;
  for (const double q : kQuantiles) {
    const Values values = walk(e, t, outcome, [&](auto s, auto r, auto tick, auto g) {
      const std::span bins(t.bins(s, r, outcome, tick, g), models::kBins);
      return analysis::histogram_quantile(bins, q, row.lo, row.hi);
    });
    all.insert(all.end(), values.begin(), values.end());
  }
  return all;
}

/// What a reader of the file needs to know of the outcome itself; on the means.
void describe(const models::OutcomeRow& row, sim::Attributes& about) {
  constexpr std::array<const char*, 3> better{"higher", "lower", "neither"};
  constexpr std::array<const char*, 3> summary{"last", "mean", "total"};
  about.push_back({"label", std::string(row.label)});
  about.push_back({"description", std::string(row.doc)});
  about.push_back({"better", std::string(better[static_cast<std::size_t>(row.better)])});
  about.push_back({"summary", std::string(summary[static_cast<std::size_t>(row.summary)])});
}

}  // namespace

std::vector<std::string> run_dimensions(const Experiment& e) {
  if (e.design) return {"scenario", "point", "replicate"};
  return {"scenario", "replicate"};
}

std::string time_dimension(const Experiment& e, Cadence cadence) {
  if (cadence == Cadence::marking_period) return "marking_period";
  if (cadence == Cadence::year) return "year";
  return e.record.tick_days == 1 ? "day" : "week";
}

bool has_figure(const Experiment& e, Outcome outcome, Figure figure) {
  const auto k = static_cast<std::size_t>(outcome);
  return e.record.wanted[k] != 0 && (figure != Figure::quantiles || e.record.binned[k] != 0);
}

OutcomeArray outcome_array(const Experiment& e, const Tallies& t, Outcome outcome, Figure figure) {
  const models::OutcomeRow& row = models::row(outcome);
  OutcomeArray array;
  array.name = row.key;
  array.dims = run_dimensions(e);
  if (row.cadence != Cadence::year || e.schools.schools.front().calendar.years > 1) {
    array.dims.push_back(time_dimension(e, row.cadence));
  }
  array.dims.emplace_back("group");
  std::string long_name(row.label);
  const auto at = [&](auto s, auto r, auto tick, auto g) -> const Total& {
    return t.at(s, r, outcome, tick, g);
  };
  switch (figure) {
    case Figure::mean:
      long_name += fmt::format(": {}", row.doc);
      array.values = walk(e, t, outcome, [&](auto... x) { return at(x...).mean(); });
      break;
    case Figure::sd:
      array.name += "_sd";
      long_name += ", standard deviation between students";
      array.values = walk(e, t, outcome, [&](auto... x) { return at(x...).sd(); });
      break;
    case Figure::change:
      array.name += "_change";
      long_name += ", paired difference from the first scenario";
      array.values = walk(e, t, outcome, [&](auto s, auto r, auto tick, auto g) {
        return change(t, s, r, outcome, tick, g);
      });
      break;
    case Figure::change_sd:
      array.name += "_change_sd";
      long_name += ", standard deviation of students' own differences";
      array.values = walk(e, t, outcome, [&](auto s, auto r, auto tick, auto g) {
        return change_sd(t, s, r, outcome, tick, g);
      });
      break;
    case Figure::quantiles:
      array.name += "_quantile";
      long_name += ", quantiles of students, from bins of fixed width";
      array.dims.insert(array.dims.begin(), "quantile");
      array.values = quantiles(e, t, outcome);
      break;
  }
  array.about = {{"units", std::string(row.unit)}, {"long_name", long_name}};
  if (figure == Figure::mean) describe(row, array.about);
  return array;
}

}  // namespace cli
