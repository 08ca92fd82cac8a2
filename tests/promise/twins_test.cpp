// Promise 2: the same draw serves the same decision of the same student in every scenario.

#include <catch2/catch.hpp>

#include "models/year.h"
#include "tests/promise/experiments.h"

namespace {

using models::Input;
using models::Outcome;

models::Lever lever_on(Input input, float amount, std::uint32_t start) {
  models::Lever lever;
  lever.input = input;
  lever.amount = amount;
  lever.schedule.start = start;
  return lever;
}

bool acts_on_others(Input input) {
  return input == Input::implementation || input == Input::participation;
}

/// Baseline and one scenario with this lever. What acts on other programs needs another.
cli::Experiment with_lever(cli::Experiment e, models::Lever lever) {
  e.scenarios.resize(2);
  models::Lever half = lever_on(Input::adult_contact, 0.5f, 100);
  half.fidelity = 0.5f;
  half.program = 1;
  half.reach.share = 0.5f;
  for (auto& spec : e.scenarios) {
    spec.scenario.levers.clear();
    if (acts_on_others(lever.input)) spec.scenario.levers = {half};
  }
  if (lever.input == Input::teacher_identity) lever.becomes = {0, 1};
  e.scenarios[1].scenario.levers.push_back(lever);
  for (auto& plan : e.schools.schools) plan.timetables = (1u << models::kTimetableKinds) - 1;
  return e;
}

bool same(const cli::Total& a, const cli::Total& b) {
  return a.n == b.n && a.sum == b.sum && a.squares == b.squares;
}

/// First tick at which any outcome differs from the baseline; ~0u if none does.
std::uint32_t first_difference(const cli::Experiment& e, const cli::Tallies& t) {
  std::uint32_t first = ~0u;
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<Outcome>(k);
    if (models::row(outcome).cadence != models::Cadence::tick) continue;
    for (std::uint32_t tick = 0; tick < t.layout().ticks(outcome); ++tick) {
      for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
        const cli::Total& now = t.at(1, 0, outcome, tick, g);
        if (!same(now, t.at(0, 0, outcome, tick, g)) || now.twin_squares != 0) {
          first = std::min(first, tick);
        }
      }
    }
  }
  (void)e;
  return first;
}

float full(Input input) {
  const auto& row = models::kInputRows[static_cast<std::size_t>(input)];
  const sim::Range legal = row.legal;
  if (row.unit == "yes/no" || input == Input::defiance) return legal.hi;
  return input == Input::stigma || input == Input::harassment ? legal.lo : 0.6f * legal.hi;
}

}  // namespace

TEST_CASE("a lever of no size is the baseline, bit for bit", "[promise]") {
  for (std::size_t k = 0; k < models::kInputs; ++k) {
    INFO(models::kInputRows[k].key);
    const auto e = with_lever(test::small(80, 1, {"record.every=day", "record.outcomes=[\"all\"]"}),
                              lever_on(static_cast<Input>(k), 0.0f, 0));
    CHECK(first_difference(e, test::run(e)) == ~0u);
  }
}

TEST_CASE("a lever that opens on a day changes nothing before it, and something after",
          "[promise]") {
  for (std::size_t k = 0; k < models::kInputs; ++k) {
    const auto input = static_cast<Input>(k);
    INFO(models::kInputRows[k].key);
    const auto lever = lever_on(input, full(input), 90);
    const auto e =
        with_lever(test::small(160, 1, {"record.every=day", "record.outcomes=[\"all\"]"}), lever);
    const std::uint32_t first = first_difference(e, test::run(e));
    CHECK(first >= 90);
    CHECK(first < 180);
  }
}

TEST_CASE("what a lever does not reach and nobody links to it stays as it was", "[promise]") {
  // Two grades share teachers, but no class and no friend: a lever on the first grade's students
  // leaves the second alone.
  auto e = test::small(120, 1);
  models::SchoolPlan plan = e.schools.schools[0];
  plan.profile.grades = 2;
  plan.profile.feeders = 1;
  const auto school = models::build_school(plan, nullptr);
  models::Scenario baseline{plan.parameters, {}}, changed = baseline;
  models::Lever lever = lever_on(Input::peer_cue, 0.8f, 10);
  lever.reach.grade = 0;
  changed.levers = {lever};
  models::RecordPlan nothing;
  models::State a, b;
  const auto stream = sim::stream(plan.seed, 0, 0);
  models::start_year(*school, baseline, a);
  models::live_year(*school, baseline, stream, nothing, nullptr, {}, 0, a);
  models::start_year(*school, changed, b);
  models::live_year(*school, changed, stream, nothing, nullptr, {}, 1, b);
  std::size_t reached = 0, moved = 0;
  for (std::size_t row = 0; row < school->students(); ++row) {
    const bool first_grade = school->people.grade[school->id[row]] == 0;
    const bool differs = a.belonging.now()[row] != b.belonging.now()[row];
    reached += first_grade ? 1 : 0;
    moved += first_grade && differs ? 1 : 0;
    if (first_grade) continue;
    CHECK_FALSE(differs);
    CHECK(a.engagement.now()[row] == b.engagement.now()[row]);
    CHECK(a.mean_mark[row] == b.mean_mark[row]);
    CHECK(a.year_referrals[row] == b.year_referrals[row]);
  }
  CHECK(moved == reached);
}

TEST_CASE("the order of levers in a file changes nothing", "[promise]") {
  auto e = test::small(100, 1);
  const auto before = test::run(e).fingerprint(e);
  // Programs are sorted by name when they are resolved, whatever the scenario's order.
  std::vector<const cli::Program*> programs;
  for (const auto& program : e.programs) programs.insert(programs.begin(), &program);
  e.scenarios.back().scenario.levers = cli::resolve_levers(programs, e.schools.names);
  CHECK(test::run(e).fingerprint(e) == before);
}

TEST_CASE("watching changes nothing", "[promise]") {
  auto e = test::small(100, 1);
  const models::SchoolPlan& plan = e.schools.schools[0];
  const auto school = models::build_school(plan, nullptr);
  const models::Scenario baseline{plan.parameters, {}};
  models::State unseen, seen;
  const auto stream = sim::stream(plan.seed, 0, 7);
  models::RecordPlan nothing;
  models::start_year(*school, baseline, unseen);
  models::live_year(*school, baseline, stream, nothing, nullptr, {}, 0, unseen);

  models::RecordPlan everything = e.record;
  everything.wanted.fill(1);
  everything.tick_days = 1;
  const models::RecordLayout layout(everything, plan.calendar, plan.identity);
  std::vector<models::Entries> entries(layout.entries());
  std::vector<std::uint32_t> bins(layout.bins() + 1);
  models::Recorder recorder(*school, everything, layout);
  recorder.start(entries.data(), bins.data(), true);
  int waves = 0;
  models::Observers observers;
  observers.waves = {&waves, [](void* count, std::uint32_t, std::uint32_t, sim::NetworkView,
                                const std::uint8_t*) { ++*static_cast<int*>(count); }};
  const std::array instruments{models::Instrument{}};
  const models::Variable belonging{models::Variable::Kind::score};
  const std::array sights{models::Sight{belonging, 3}, models::Sight{belonging, 4}};
  int shown = 0;
  observers.snapshots = {
      &shown,
      [](void* count, std::uint32_t, std::uint32_t, const float*) { ++*static_cast<int*>(count); },
      sights.data(), static_cast<std::uint32_t>(sights.size()), instruments.data()};
  models::start_year(*school, baseline, seen);
  models::live_year(*school, baseline, stream, everything, &recorder, observers, 0, seen);
  CHECK(waves == 2);
  CHECK(shown == 2);
  for (std::size_t row = 0; row < school->students(); ++row) {
    CHECK(seen.belonging.now()[row] == unseen.belonging.now()[row]);
    CHECK(seen.engagement.now()[row] == unseen.engagement.now()[row]);
    CHECK(seen.year_referrals[row] == unseen.year_referrals[row]);
  }
  CHECK(seen.friends.ties == unseen.friends.ties);
}

TEST_CASE("the baseline does not depend on which scenarios stand beside it", "[promise]") {
  auto beside = test::small(150, 2, {"experiment.years=2"});
  beside.scenarios.resize(2);  // the second has BARR, whose blocks need another timetable
  auto alone = beside;
  alone.scenarios.resize(1);
  for (models::SchoolPlan& plan : alone.schools.schools) plan.timetables = 1;
  REQUIRE(beside.schools.schools[0].timetables != 1);
  const auto a = test::run(alone), b = test::run(beside);
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<models::Outcome>(k);
    INFO(models::row(outcome).key);
    for (std::uint32_t tick = 0; tick < a.layout().ticks(outcome); ++tick) {
      REQUIRE(a.at(0, 1, outcome, tick, 0).sum == b.at(0, 1, outcome, tick, 0).sum);
    }
  }
}
