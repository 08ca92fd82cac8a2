#include "cli/outcome_arrays.h"

#include <fmt/format.h>

#include <limits>

#include "analysis/histogram.h"

namespace cli {
namespace {

using models::Cadence;
using models::Outcome;
using Values = std::vector<float>;

/// What figures are made of: an outcome's totals, in a scenario and in the first one.
struct Cell {
  const Total &now, &twin;
  std::span<const std::uint32_t> bins;
};

/// Walks one outcome's cells in the order of its array: place, scenario, replicate, tick, group.
template <class F>
void walk(const Experiment& e, const Tallies& t, Outcome outcome, Where where, Values& values,
          F f) {
  const auto& layout = t.layout();
  const bool binned = e.record.binned[static_cast<std::size_t>(outcome)] != 0;
  const std::size_t places = where == Where::by_place ? e.places.all.size() : 1;
  values.reserve(values.size() +
                 places * e.scenarios.size() * e.runs() * layout.ticks(outcome) * layout.groups());
  for (std::size_t p = 0; p < places; ++p) {
    for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
      for (std::uint32_t r = 0; r < e.runs(); ++r) {
        for (std::uint32_t tick = 0; tick < layout.ticks(outcome); ++tick) {
          for (std::uint32_t g = 0; g < layout.groups(); ++g) {
            Cell cell{t.at(s, r, outcome, tick, g, p), t.at(0, r, outcome, tick, g, p), {}};
            if (binned) cell.bins = {t.bins(s, r, outcome, tick, g, p), models::kBins};
            values.push_back(static_cast<float>(f(cell)));
          }
        }
      }
    }
  }
}

double mean(const Cell& cell) { return cell.now.mean(); }

double sd(const Cell& cell) { return cell.now.sd(); }

double change(const Cell& cell) {
  if (cell.now.n == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(cell.now.sum - cell.twin.sum) / static_cast<double>(cell.now.n) /
         models::kFixedPoint;
}

/// SD of the students' own differences from their baseline twins.
double change_sd(const Cell& cell) {
  Total apart = cell.now;
  apart.sum -= cell.twin.sum;
  apart.squares = apart.twin_squares;
  return apart.sd();
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

OutcomeArray outcome_array(const Experiment& e, const Tallies& t, Outcome outcome, Figure figure,
                           Where where) {
  const models::OutcomeRow& row = models::row(outcome);
  OutcomeArray array;
  array.name = row.key;
  array.dims = run_dimensions(e);
  if (where == Where::by_place) array.dims.insert(array.dims.begin(), "place");
  if (row.cadence != Cadence::year || e.schools.schools.front().calendar.years > 1) {
    array.dims.push_back(time_dimension(e, row.cadence));
  }
  array.dims.emplace_back("group");
  std::string long_name(row.label);
  const auto fill = [&](auto f) { walk(e, t, outcome, where, array.values, f); };
  switch (figure) {
    case Figure::mean:
      long_name += fmt::format(": {}", row.doc);
      fill(mean);
      break;
    case Figure::sd:
      array.name += "_sd";
      long_name += ", standard deviation between students";
      fill(sd);
      break;
    case Figure::change:
      array.name += "_change";
      long_name += ", paired difference from the first scenario";
      fill(change);
      break;
    case Figure::change_sd:
      array.name += "_change_sd";
      long_name += ", standard deviation of students' own differences";
      fill(change_sd);
      break;
    case Figure::quantiles:
      array.name += "_quantile";
      long_name += ", quantiles of students, from bins of fixed width";
      array.dims.insert(array.dims.begin(), "quantile");
      for (const double q : kQuantiles) {
        fill([&](const Cell& cell) {
          return analysis::histogram_quantile(cell.bins, q, row.lo, row.hi);
        });
      }
      break;
  }
  if (where == Where::by_place) array.name += "_by_place";
  array.about = {{"units", std::string(row.unit)}, {"long_name", long_name}};
  // A reader knows an outcome by its description.
  if (figure == Figure::mean && where == Where::everywhere) describe(row, array.about);
  return array;
}

}  // namespace cli
