#include "cli/write_results.h"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "cli/version.h"
#include "cli/write_manifest.h"

namespace cli {
namespace {

using models::Cadence;
using models::Outcome;
using Values = std::vector<float>;
constexpr std::array<double, 5> kQuantiles{0.1, 0.25, 0.5, 0.75, 0.9};

/// Walks one outcome's entries in the order of its array: scenario, replicate, tick, group.
template <class F>
Values walk(const Experiment& e, const Tallies& t, Outcome outcome, F f) {
  const auto& layout = t.layout();
  Values values;
  values.reserve(e.scenarios.size() * e.replicates * layout.ticks(outcome) * layout.groups());
  for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
    for (std::uint32_t r = 0; r < e.replicates; ++r) {
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

/// Value below which a share q lies, linear within a bin.
double quantile(const std::uint32_t* bins, double q, double lo, double hi) {
  const double all = std::accumulate(bins, bins + models::kBins, 0.0);
  if (all == 0) return std::numeric_limits<double>::quiet_NaN();
  const double width = (hi - lo) / static_cast<double>(models::kBins);
  double below = 0;
  for (std::size_t b = 0; b < models::kBins; ++b) {
    if (below + bins[b] >= q * all && bins[b] > 0) {
      return lo + width * (static_cast<double>(b) + (q * all - below) / bins[b]);
    }
    below += bins[b];
  }
  return hi;
}

std::string time_dimension(const Experiment& e, Cadence cadence) {
  if (cadence == Cadence::marking_period) return "marking_period";
  return e.record.tick_days == 1 ? "day" : "week";
}

void write_outcome(const Experiment& e, const Tallies& t, Outcome outcome,
                   sim::LabelledFile& file) {
  const models::OutcomeRow& row = models::row(outcome);
  const std::string name(row.key);
  std::vector<std::string> dims{"scenario", "replicate", "group"};
  if (row.cadence != Cadence::year) dims.insert(dims.begin() + 2, time_dimension(e, row.cadence));
  constexpr std::array<const char*, 3> better{"higher", "lower", "neither"};
  constexpr std::array<const char*, 3> summary{"last", "mean", "total"};
  const auto notes = [&](const std::string& long_name) {
    return sim::Attributes{{"units", std::string(row.unit)}, {"long_name", long_name}};
  };
  sim::Attributes about = notes(fmt::format("{}: {}", row.label, row.doc));
  about.push_back({"label", std::string(row.label)});
  about.push_back({"description", std::string(row.doc)});
  about.push_back({"better", std::string(better[static_cast<std::size_t>(row.better)])});
  about.push_back({"summary", std::string(summary[static_cast<std::size_t>(row.summary)])});
  const auto mean = [&](auto s, auto r, auto tick, auto g) {
    return t.at(s, r, outcome, tick, g).mean();
  };
  const auto sd = [&](auto s, auto r, auto tick, auto g) {
    return t.at(s, r, outcome, tick, g).sd();
  };
  const auto difference = [&](auto s, auto r, auto tick, auto g) {
    return change(t, s, r, outcome, tick, g);
  };
  const auto spread = [&](auto s, auto r, auto tick, auto g) {
    return change_sd(t, s, r, outcome, tick, g);
  };
  const std::string label(row.label);
  file.variable(name, dims, std::span<const float>(walk(e, t, outcome, mean)), about);
  file.variable(name + "_sd", dims, std::span<const float>(walk(e, t, outcome, sd)),
                notes(label + ", standard deviation between students"));
  file.variable(name + "_change", dims, std::span<const float>(walk(e, t, outcome, difference)),
                notes(label + ", paired difference from the first scenario"));
  file.variable(name + "_change_sd", dims, std::span<const float>(walk(e, t, outcome, spread)),
                notes(label + ", standard deviation of students' own differences"));
  if (e.record.binned[static_cast<std::size_t>(outcome)] == 0) return;
  std::vector<std::string> with_quantile = dims;
  with_quantile.insert(with_quantile.begin(), "quantile");
  Values all;
  for (const double q : kQuantiles) {
    const auto at = [&](auto s, auto r, auto tick, auto g) {
      return quantile(t.bins(s, r, outcome, tick, g), q, row.lo, row.hi);
    };
    const Values values = walk(e, t, outcome, at);
    all.insert(all.end(), values.begin(), values.end());
  }
  file.variable(name + "_quantile", with_quantile, std::span<const float>(all),
                notes(label + ", quantiles of students, from bins of fixed width"));
}

std::vector<std::int32_t> counted_from_one(std::uint32_t n) {
  std::vector<std::int32_t> values(n);
  std::iota(values.begin(), values.end(), 1);
  return values;
}

void write_dimensions(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  std::vector<std::string> scenarios, groups, labels, dimensions;
  for (const ScenarioSpec& spec : e.scenarios) scenarios.push_back(spec.key);
  for (const auto& group : e.schools.names.groups()) {
    groups.push_back(group.key);
    labels.push_back(group.label);
    dimensions.push_back(group.dimension);
  }
  file.dimension("scenario", std::span<const std::string>(scenarios),
                 {{"long_name", std::string("scenario; the first is the baseline")}});
  file.dimension("replicate", std::span<const std::int32_t>(counted_from_one(e.replicates)),
                 {{"long_name", std::string("paired run: the same draws in every scenario")}});
  const sim::Calendar& calendar = e.schools.schools.front().calendar;
  const std::uint32_t ticks = (calendar.days + e.record.tick_days - 1) / e.record.tick_days;
  file.dimension(time_dimension(e, Cadence::tick),
                 std::span<const std::int32_t>(counted_from_one(ticks)),
                 {{"long_name", std::string("school weeks or days, from 1, at their end")}});
  file.dimension("marking_period",
                 std::span<const std::int32_t>(counted_from_one(calendar.periods())),
                 {{"long_name", std::string("marking period, from 1, at its end")}});
  file.dimension("group", std::span<const std::string>(groups),
                 {{"long_name", std::string("everyone, then each membership of each dimension")}});
  file.variable("group_label", {"group"}, std::span<const std::string>(labels),
                {{"long_name", std::string("group in words")}});
  file.variable("group_dimension", {"group"}, std::span<const std::string>(dimensions),
                {{"long_name", std::string("dimension of identity that the group belongs to")}});
  std::vector<std::int64_t> sizes;
  for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
    for (std::size_t k = 0; k < models::kOutcomes; ++k) {
      if (e.record.wanted[k] == 0) continue;
      sizes.push_back(t.at(0, 0, static_cast<Outcome>(k), 0, g).n);
      break;
    }
  }
  file.variable("students", {"group"}, std::span<const std::int64_t>(sizes),
                {{"units", std::string("students")},
                 {"long_name", std::string("students in the group, all schools")}});
  bool binned = false;
  for (const std::uint32_t b : e.record.binned) binned = binned || b != 0;
  if (binned) {
    std::vector<std::string> names;
    names.reserve(kQuantiles.size());
    for (const double q : kQuantiles) names.push_back(fmt::format("{:g}", q));
    file.dimension("quantile", std::span<const std::string>(names),
                   {{"long_name", std::string("share of students below")}});
  }
}

void write_waves(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  if (e.waves.empty()) return;
  std::vector<std::int32_t> days;
  for (const std::uint32_t day : e.waves) days.push_back(static_cast<std::int32_t>(day));
  file.dimension("wave", std::span<const std::int32_t>(days),
                 {{"units", std::string("school day")},
                  {"long_name", std::string("day on which friendships were measured")}});
  struct Measure {
    const char* name;
    const char* unit;
    const char* doc;
    Part WaveMeasures::*part;
  };
  constexpr std::array<Measure, 5> measures{{
      {"friendship_degree", "ties", "mean number of friends named", &WaveMeasures::degree},
      {"friendship_reciprocity", "1", "share of ties that are returned",
       &WaveMeasures::reciprocity},
      {"friendship_transitivity", "1", "share of two-paths i -> k -> j with i -> j",
       &WaveMeasures::transitivity},
      {"friendship_stability", "1", "Jaccard index of ties with the first wave",
       &WaveMeasures::stability},
      {"friendship_own_group", "1", "share of ties within the first dimension's memberships",
       &WaveMeasures::own_group},
  }};
  for (const Measure& m : measures) {
    Values values;
    for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
      for (std::uint32_t r = 0; r < e.replicates; ++r) {
        for (std::uint32_t w = 0; w < e.waves.size(); ++w) {
          values.push_back(static_cast<float>((t.wave(s, r, w).*m.part).value()));
        }
      }
    }
    file.variable(m.name, {"scenario", "replicate", "wave"}, std::span<const float>(values),
                  {{"units", std::string(m.unit)}, {"long_name", std::string(m.doc)}});
  }
}

}  // namespace

void write_results(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  write_manifest(e, t.fingerprint(e), file);
  write_dimensions(e, t, file);
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    if (e.record.wanted[k] != 0) write_outcome(e, t, static_cast<Outcome>(k), file);
  }
  write_waves(e, t, file);
  write_parameters(e, file);
  file.close();
}

}  // namespace cli
