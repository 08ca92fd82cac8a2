// Where tallies stand in a record, and what is added to them.

#include "models/record.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/law/small_school.h"

namespace {

using models::Outcome;

models::RecordPlan plan_of(std::initializer_list<Outcome> outcomes) {
  models::RecordPlan plan;
  for (const Outcome outcome : outcomes) plan.wanted[static_cast<std::size_t>(outcome)] = 1;
  return plan;
}

}  // namespace

TEST_CASE("record: everyone first, then each membership of each dimension", "[formula]") {
  const models::Groups groups = models::groups_of(small_school::identity());
  CHECK(groups.count == 6);  // everyone, three, two
  CHECK(groups.first[0] == 1);
  CHECK(groups.first[1] == 4);
  CHECK(groups.first[2] == 6);
  CHECK(models::groups_of({}).count == 1);
}

TEST_CASE("record: as many ticks as an outcome's cadence has in the year", "[formula]") {
  models::RecordPlan plan = plan_of({Outcome::belonging, Outcome::marks, Outcome::gpa});
  const auto ticks = [&](std::uint32_t days, Outcome outcome) {
    plan.tick_days = days;
    return models::RecordLayout(plan, sim::Calendar{}, small_school::identity()).ticks(outcome);
  };
  CHECK(ticks(5, Outcome::belonging) == 36);
  CHECK(ticks(1, Outcome::belonging) == 180);
  CHECK(ticks(7, Outcome::belonging) == 26);  // 25 weeks of 7 days and a rest of 5
  CHECK(ticks(5, Outcome::marks) == 4);
  CHECK(ticks(5, Outcome::gpa) == 1);
  CHECK(ticks(5, Outcome::trust) == 0);  // not wanted
}

TEST_CASE("record: every entry, bin and trace has a place of its own", "[formula]") {
  models::RecordPlan plan = plan_of({Outcome::belonging, Outcome::marks, Outcome::gpa});
  plan.binned[static_cast<std::size_t>(Outcome::belonging)] = 1;
  plan.binned[static_cast<std::size_t>(Outcome::gpa)] = 1;
  const models::RecordLayout layout(plan, sim::Calendar{}, small_school::identity());
  CHECK(layout.entries() == (36 + 4 + 1) * 6);
  CHECK(layout.bins() == (36 + 1) * 6 * models::kBins);
  CHECK(layout.traces() == 36 + 4 + 1);
  std::set<std::size_t> entries, bins, traces;
  for (const Outcome outcome : {Outcome::belonging, Outcome::marks, Outcome::gpa}) {
    for (std::uint32_t tick = 0; tick < layout.ticks(outcome); ++tick) {
      traces.insert(layout.trace(outcome, tick));
      for (std::uint32_t group = 0; group < layout.groups(); ++group) {
        entries.insert(layout.entry(outcome, tick, group));
        if (outcome != Outcome::marks) bins.insert(layout.bin(outcome, tick, group));
      }
    }
  }
  CHECK(entries.size() == layout.entries());
  CHECK(*entries.rbegin() == layout.entries() - 1);
  CHECK(traces.size() == layout.traces());
  CHECK(*traces.rbegin() == layout.traces() - 1);
  CHECK(bins.size() == layout.bins() / models::kBins);
  CHECK(*bins.rbegin() == layout.bins() - models::kBins);
}

TEST_CASE("record: counts, sums, squares and squares apart from the twin", "[formula]") {
  const auto school = models::build_school(small_school::plan(60, false), nullptr);
  models::RecordPlan plan = plan_of({Outcome::belonging});
  plan.binned[static_cast<std::size_t>(Outcome::belonging)] = 1;
  const models::RecordLayout layout(plan, school->plan.calendar, school->plan.identity);
  models::Recorder recorder(*school, plan, layout);
  models::State state;
  state.resize(60, school->staff.size());
  const auto read = [&](float value, std::uint32_t* bins, bool baseline) {
    std::vector<models::Entries> entries(layout.entries());
    for (std::size_t row = 0; row < 60; ++row) state.belonging.now()[row] = value;
    recorder.start(entries.data(), bins, baseline);
    recorder.read(models::Cadence::tick, 2, school->seating, school->plan.parameters, state);
    return entries;
  };
  std::vector<std::uint32_t> bins(layout.bins()), other(layout.bins());
  const auto base = read(-0.5f, bins.data(), true);
  const auto twin = read(1.0f, other.data(), false);
  const std::int64_t half = 32768, one = 65536;

  const std::size_t all = layout.entry(Outcome::belonging, 2, 0);
  CHECK(base[all].n == 60);
  CHECK(base[all].sum == -60 * half);
  CHECK(base[all].squares == 60 * half * half);
  CHECK(base[all].twin_squares == 0);
  CHECK(twin[all].sum == 60 * one);
  CHECK(twin[all].twin_squares == 60 * (one + half) * (one + half));
  CHECK(base[layout.entry(Outcome::belonging, 3, 0)].n == 0);  // another tick

  std::int64_t first = 0, second = 0;
  for (std::uint32_t group = 1; group < 6; ++group) {
    const models::Entries& e = base[layout.entry(Outcome::belonging, 2, group)];
    CHECK(e.sum == -e.n * half);
    (group < 4 ? first : second) += e.n;
  }
  CHECK(first == 60);
  CHECK(second == 60);
  // 64 bins from -5 to 5: -0.5 lies in bin 4.5 * 6.4 = 28.8, and 1 in 6 * 6.4 = 38.4.
  CHECK(bins[layout.bin(Outcome::belonging, 2, 0) + 28] == 60);
  CHECK(other[layout.bin(Outcome::belonging, 2, 0) + 38] == 60);
}

TEST_CASE("record: values are rounded to nearest, held within 64, and binned at the ends",
          "[formula]") {
  const auto school = models::build_school(small_school::plan(1, false), nullptr);
  models::RecordPlan plan = plan_of({Outcome::belonging});
  plan.binned[static_cast<std::size_t>(Outcome::belonging)] = 1;
  const models::RecordLayout layout(plan, school->plan.calendar, school->plan.identity);
  models::Recorder recorder(*school, plan, layout);
  models::State state;
  state.resize(1, school->staff.size());
  std::vector<std::uint32_t> bins(layout.bins());
  const auto sum = [&](float value) {
    std::vector<models::Entries> entries(layout.entries());
    std::fill(bins.begin(), bins.end(), 0u);
    state.belonging.now()[0] = value;
    recorder.start(entries.data(), bins.data(), true);
    recorder.read(models::Cadence::tick, 0, school->seating, school->plan.parameters, state);
    return entries[layout.entry(Outcome::belonging, 0, 0)].sum;
  };
  const std::size_t first = layout.bin(Outcome::belonging, 0, 0);
  CHECK(sum(0.6f / 65536) == 1);
  CHECK(sum(-0.6f / 65536) == -1);
  CHECK(sum(0.4f / 65536) == 0);
  CHECK(sum(1000.0f) == 64 * 65536);
  CHECK(bins[first + models::kBins - 1] == 1);
  CHECK(sum(-1000.0f) == -64 * 65536);
  CHECK(bins[first] == 1);
}
