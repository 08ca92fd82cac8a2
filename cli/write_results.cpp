#include "cli/write_results.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "cli/design_arrays.h"
#include "cli/environment_arrays.h"
#include "cli/outcome_arrays.h"
#include "cli/student_arrays.h"
#include "cli/survey_arrays.h"
#include "cli/write_manifest.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

using models::Cadence;
using models::Outcome;
using Values = std::vector<float>;

/// The arrays are worked out and packed by all threads, and written in order.
void write_outcomes(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  struct Wanted {
    Outcome outcome;
    Figure figure;
    Where where;
  };
  std::vector<Wanted> wanted;
  for (const Where where : {Where::everywhere, Where::by_place}) {
    if (where == Where::by_place && e.places.kinds == 0) continue;
    for (std::size_t k = 0; k < models::kOutcomes; ++k) {
      for (const Figure figure : kFigures) {
        const auto outcome = static_cast<Outcome>(k);
        if (has_figure(e, outcome, figure)) wanted.push_back({outcome, figure, where});
      }
    }
  }
  struct Packed {
    OutcomeArray array;
    sim::PackedArray values;
  };
  sim::Work<Packed> work;
  work.units = wanted.size();
  work.window = 32;  // quantiles take longer than means
  work.work = [&](std::size_t k) {
    Packed one{outcome_array(e, t, wanted[k].outcome, wanted[k].figure, wanted[k].where), {}};
    one.values = sim::pack_array(std::move(one.array.values), file.shape(one.array.dims));
    return one;
  };
  work.merge = [&](std::size_t, const Packed& one) {
    file.variable(one.array.name, one.array.dims, one.values, one.array.about);
  };
  sim::run_units(work, 0);
}

std::vector<std::int32_t> counted_from_one(std::uint32_t n) {
  std::vector<std::int32_t> values(n);
  std::iota(values.begin(), values.end(), 1);
  return values;
}

/// Students of each group in a place.
std::vector<std::int64_t> group_sizes(const Experiment& e, const Tallies& t, std::size_t place) {
  const auto recorded = std::find(e.record.wanted.begin(), e.record.wanted.end(), 1u);
  const auto outcome = static_cast<Outcome>(recorded - e.record.wanted.begin());
  std::vector<std::int64_t> sizes;
  for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
    sizes.push_back(t.at(0, 0, outcome, 0, g, place).n);
  }
  return sizes;
}

void write_places(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  if (e.places.kinds == 0) return;
  std::vector<std::string> keys, labels, kinds;
  std::vector<std::int64_t> schools, students;
  for (std::size_t p = 0; p < e.places.all.size(); ++p) {
    const Place& place = e.places.all[p];
    keys.push_back(place.key);
    labels.push_back(place.label);
    kinds.push_back(place.kind);
    schools.push_back(static_cast<std::int64_t>(place.schools));
    const std::vector<std::int64_t> sizes = group_sizes(e, t, p);
    students.insert(students.end(), sizes.begin(), sizes.end());
  }
  file.dimension("place", std::span<const std::string>(keys),
                 {{"long_name", std::string("everywhere, then schools by what they share")}});
  file.variable("place_label", {"place"}, std::span<const std::string>(labels),
                {{"long_name", std::string("place in words")}});
  file.variable("place_kind", {"place"}, std::span<const std::string>(kinds),
                {{"long_name", std::string("what the schools of the place share")}});
  file.variable(
      "place_schools", {"place"}, std::span<const std::int64_t>(schools),
      {{"units", std::string("schools")}, {"long_name", std::string("schools in the place")}});
  file.variable("students_by_place", {"place", "group"}, std::span<const std::int64_t>(students),
                {{"units", std::string("students")},
                 {"long_name", std::string("students in the group, in the place's schools")}});
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
  if (e.design) write_design(*e.design, file);
  file.dimension("replicate", std::span<const std::int32_t>(counted_from_one(e.replicates)),
                 {{"long_name", std::string("paired run: the same draws in every scenario")}});
  const sim::Calendar& calendar = e.schools.schools.front().calendar;
  const std::uint32_t ticks =
      calendar.years * ((calendar.days + e.record.tick_days - 1) / e.record.tick_days);
  file.dimension(time_dimension(e, Cadence::tick),
                 std::span<const std::int32_t>(counted_from_one(ticks)),
                 {{"long_name", std::string("school weeks or days, from 1, at their end")}});
  file.dimension(
      "marking_period",
      std::span<const std::int32_t>(counted_from_one(calendar.years * calendar.periods())),
      {{"long_name", std::string("marking period, from 1, at its end")}});
  if (calendar.years > 1) {
    file.dimension("year", std::span<const std::int32_t>(counted_from_one(calendar.years)),
                   {{"long_name", std::string("year of the run, from 1, at its end")}});
  }
  file.dimension("group", std::span<const std::string>(groups),
                 {{"long_name", std::string("everyone, then each membership of each dimension")}});
  file.variable("group_label", {"group"}, std::span<const std::string>(labels),
                {{"long_name", std::string("group in words")}});
  file.variable("group_dimension", {"group"}, std::span<const std::string>(dimensions),
                {{"long_name", std::string("dimension of identity that the group belongs to")}});
  const std::vector<std::int64_t> sizes = group_sizes(e, t, 0);
  file.variable("students", {"group"}, std::span<const std::int64_t>(sizes),
                {{"units", std::string("students")},
                 {"long_name", std::string("students in the group, all schools")}});
  write_places(e, t, file);
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
      for (std::uint32_t r = 0; r < e.runs(); ++r) {
        for (std::uint32_t w = 0; w < e.waves.size(); ++w) {
          values.push_back(static_cast<float>((t.wave(s, r, w).*m.part).value()));
        }
      }
    }
    std::vector<std::string> dims = run_dimensions(e);
    dims.emplace_back("wave");
    file.variable(m.name, dims, std::span<const float>(values),
                  {{"units", std::string(m.unit)}, {"long_name", std::string(m.doc)}});
  }
}

}  // namespace

void write_results(const Experiment& e, const Tallies& t, const std::string& fingerprint,
                   sim::LabelledFile& file) {
  write_manifest(e, fingerprint, file);
  write_dimensions(e, t, file);
  write_environment(e, file);
  write_outcomes(e, t, file);
  write_waves(e, t, file);
  write_surveys(e, t, file);
  write_students(e, t, file);
  write_parameters(e, file);
  write_vectors(e, file);
  file.close();
}

}  // namespace cli
