// The exact checks of `belong validate` can fail: each is held against a model with a fault.

#include "cli/exact_checks.h"

#include <atomic>
#include <thread>

#include "models/stability.h"
#include "sim/run/thread_limit.h"
#include "tests/promise/experiments.h"
#include "tests/promise/sandbox.h"

using cli::Check;
using sandbox::belong;
using sandbox::Sandbox;

namespace {

using Run = void (*)(const models::UnitPlan&, models::Entries*, std::uint32_t*);

/// One school of 40 students; `programs` of the ninth grade's scenarios beside the baseline.
cli::Experiment tiny(std::size_t programs = 0) {
  auto e = test::small(40, 1);
  e.schools.schools[0].calendar.days = 20;
  e.schools.schools[0].calendar.break_count = 0;
  e.scenarios.resize(1 + programs);
  return e;
}

double value(Check check, const cli::Experiment& e, Run run = nullptr, unsigned threads = 2) {
  models::Model model = cli::choose_level("");
  if (run != nullptr) model.run = run;
  return cli::check_value(check, e, model, threads, [] { return false; });
}

void lived(const models::UnitPlan& unit, models::Entries* entries, std::uint32_t* bins) {
  cli::choose_level("").run(unit, entries, bins);
}

/// The total of a scenario and group at the first tick of belonging.
models::Entries& first(const models::UnitPlan& unit, models::Entries* entries,
                       std::uint32_t scenario, std::uint32_t group) {
  return entries[scenario * unit.layout->entries() +
                 unit.layout->entry(models::Outcome::belonging, 0, group)];
}

/// Faults: one total is off in each school ...
void reads_labels(const models::UnitPlan& unit, models::Entries* entries, std::uint32_t* bins) {
  lived(unit, entries, bins);
  first(unit, entries, 0, 1).sum += 1;
}
void differs(const models::UnitPlan& unit, models::Entries* entries, std::uint32_t* bins) {
  lived(unit, entries, bins);
  for (std::uint32_t s = 1; s < unit.scenario_count; ++s) first(unit, entries, s, 0).sum += 1;
}
void moves_a_twin(const models::UnitPlan& unit, models::Entries* entries, std::uint32_t* bins) {
  lived(unit, entries, bins);
  for (std::uint32_t s = 1; s < unit.scenario_count; ++s) {
    first(unit, entries, s, 2).twin_squares += 1;
  }
}
/// ... or by how many others are lived beside it; waits a moment for one.
void sees_others(const models::UnitPlan& unit, models::Entries* entries, std::uint32_t* bins) {
  static std::atomic<int> here = 0;
  ++here;
  int most = 1;
  for (int k = 0; k < 300 && most == 1; ++k) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    most = here;
  }
  lived(unit, entries, bins);
  first(unit, entries, 0, 0).sum += most;
  --here;
}

}  // namespace

TEST_CASE("A label swap finds a model that treats the first label otherwise", "[promise]") {
  const auto e = tiny();
  CHECK(value(Check::label_swap, e) == 0);
  // Four schools: as it is, the first label's total is off; with the labels swapped, the last's.
  CHECK(value(Check::label_swap, e, reads_labels) == 8);
}

TEST_CASE("A label swap finds memberships that have nothing but their place", "[promise]") {
  auto e = tiny();
  models::Dimension& dimension = e.schools.schools[0].identity.dimension[0];
  for (models::Membership& row : dimension.row) row.key = 0;
  CHECK(value(Check::label_swap, e) > 0);
}

TEST_CASE("A zero dose finds a program that is delivered, and a total that differs", "[promise]") {
  auto e = tiny(2);
  CHECK(value(Check::zero_dose, e) > 0);
  for (cli::ScenarioSpec& scenario : e.scenarios) scenario.scenario = e.scenarios[0].scenario;
  CHECK(value(Check::zero_dose, e) == 0);
  // Four schools and two scenarios beside the baseline.
  CHECK(value(Check::zero_dose, e, differs) == 8);
  CHECK(value(Check::zero_dose, e, moves_a_twin) == 8);
}

TEST_CASE("Threads are found out when they change a total", "[promise]") {
  if (sim::threads_allowed() == 1) return;  // nothing is ever lived beside something else here
  const auto e = tiny();
  CHECK(value(Check::threads, e) == 0);
  CHECK(value(Check::threads, e, sees_others) > 0);
}

TEST_CASE("The gain that is checked is the larger one of the two loops", "[promise]") {
  auto one = tiny(), other = one;
  one.parameters.relation.engagement = 0;  // relations answer nothing
  const models::LoopGains discipline = models::loop_gains(one.parameters);
  REQUIRE(discipline.discipline > discipline.relation);
  CHECK(value(Check::loop_gain, one) == static_cast<double>(discipline.discipline));
  other.parameters.behaviour.discipline = 0;  // referrals leave nothing behind
  other.parameters.response.cost_relation = other.parameters.response.cue = 0;
  other.parameters.relation.engagement *= 2;
  const models::LoopGains relation = models::loop_gains(other.parameters);
  REQUIRE(relation.relation > relation.discipline);
  CHECK(value(Check::loop_gain, other) == static_cast<double>(relation.relation));
}

TEST_CASE("A program that is delivered falls short of the zero dose, and the run fails",
          "[promise]") {
  Sandbox box("delivered");
  const auto measured = [&] {
    return belong("validate A3 --schools 1 --seeds 1 --folder " + box.path("evidence").string(),
                  true);
  };
  const auto nothing = measured();
  INFO(nothing.said);
  CHECK(nothing.code == 0);
  CHECK(nothing.said.find("\n1 passed, 0 fall short") != std::string::npos);
  box.replace("evidence/settings/zero_dose.toml", "fidelity = 0\n", "fidelity = 0.1\n");
  const auto some = measured();
  INFO(some.said);
  CHECK(some.code == 1);
  CHECK(some.said.find("A3  Zero dose  [falls short]") != std::string::npos);
}

TEST_CASE("An environment that is not null falls short of A1", "[promise]") {
  Sandbox box("not_null");
  box.replace("schools/null_environment.toml", "[dimension.membership.few]\n",
              "[dimension.membership.few]\nstigma = 0.8\nsupport_gap = 0.5\n");
  const auto outcome =
      belong("validate A1 --schools 4 --seeds 1 --folder " + box.path("evidence").string(), true);
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  CHECK(outcome.said.find("A1  Null environment  [falls short]") != std::string::npos);
}

TEST_CASE("A loop that feeds itself falls short of A5", "[promise]") {
  const auto outcome =
      belong("validate A5 --schools 1 --seeds 1 --folder " BELONG_SOURCE_DIR
             "/configs/evidence "
             "--set parameters.relation.engagement=1 --set parameters.engagement.belonging=1",
             true);
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  CHECK(outcome.said.find("A5  Bounded feedback  [falls short]") != std::string::npos);
}
