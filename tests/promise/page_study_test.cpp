// A study on a page gives the fingerprint of `belong run`: schools built once, baselines kept,
// units in any order, over any number of workers.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/execute.h"
#include "cli/level.h"
#include "models/kept_runs.h"
#include "models/plan_codec.h"
#include "sim/run/fingerprint_text.h"
#include "tests/promise/in_node.h"
#include "tests/promise/scratch.h"

namespace {

using Changes = std::vector<std::string>;

cli::Experiment small(const std::string& name, Changes changes) {
  changes.insert(changes.end(), {"experiment.replicates=3", "record.waves=[]",
                                 "record.quantiles=[]", "calendar.days=90", "calendar.breaks=[]"});
  return cli::read_experiment(BELONG_SOURCE_DIR "/configs/experiments/" + name, changes);
}

/// The fingerprint, and of the last scenario the first entry's mean over replicates.
struct Told {
  std::string fingerprint;
  double mean = 0;
};

Told of_a_run(const cli::Experiment& e) {
  cli::ExecuteOptions how;
  const cli::Tallies tallies = cli::execute(e, cli::choose_level(""), how);
  Told told{tallies.fingerprint(e)};
  const auto last = static_cast<std::uint32_t>(e.scenarios.size() - 1);
  const auto recorded = std::find(e.record.wanted.begin(), e.record.wanted.end(), 1u);
  const auto outcome = static_cast<models::Outcome>(recorded - e.record.wanted.begin());
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    told.mean += tallies.at(last, r, outcome, 0, 0).mean() / e.replicates;
  }
  return told;
}

models::PlanNumbers plan_of(const cli::Experiment& e, const models::SchoolPlan& school) {
  return {school, e.record, {e.scenarios.front().scenario}};
}

std::string of_a_page(const cli::Experiment& e) {
  models::KeptRuns runs(e.redraw);
  runs.reference(plan_of(e, e.schools.reference));
  for (const auto& school : e.schools.schools) runs.add(plan_of(e, school));
  models::StudyTotals totals(e.replicates, e.scenarios.size(), runs.layout());
  std::vector<models::Scenario> scenarios;
  for (std::size_t k = 0; k < e.scenarios.size(); ++k) {
    scenarios.push_back(e.scenarios[k].scenario);
    for (std::uint32_t r = e.replicates; r-- > 0;) {
      for (std::size_t s = 0; s < runs.schools(); ++s) {
        const auto& lived = k == 0 ? runs.baseline(s, r) : runs.live(s, r, scenarios.back());
        totals.add(r, k, lived.entries, lived.bins);
      }
    }
  }
  return sim::hex_text(totals.fingerprint(runs, e.redraw, scenarios));
}

#ifdef BELONG_WASM_MODULE
Told in_node(const cli::Experiment& e, int workers) {
  nlohmann::json study{{"replicates", e.replicates}, {"redraw", e.redraw}, {"reference", nullptr}};
  for (const auto& school : e.schools.schools) {
    study["schools"].push_back(models::encode(plan_of(e, school)));
    if (school.profile.simulated_entry == 0.0f) {
      study["reference"] = models::encode(plan_of(e, e.schools.reference));
    }
  }
  study["scenarios"] = nlohmann::json::array();
  for (std::size_t k = 1; k < e.scenarios.size(); ++k) {
    study["scenarios"].push_back(models::encode(e.scenarios[k].scenario));
  }
  const std::string path = test::scratch("study.json");
  std::ofstream(path) << study;
  const std::string line =
      test::in_node("workshop/study_in_node.mjs", path + " " + std::to_string(workers));
  return {line.substr(0, 32), std::stod(line.substr(33))};
}
#endif

void same_everywhere(const cli::Experiment& e) {
  const Told expected = of_a_run(e);
  CHECK(of_a_page(e) == expected.fingerprint);
#ifdef BELONG_WASM_MODULE
  for (const int workers : {1, 2, 3}) {
    INFO(workers << " workers");
    const Told told = in_node(e, workers);
    CHECK(told.fingerprint == expected.fingerprint);
    CHECK(told.mean == Approx(expected.mean).epsilon(1e-12));
  }
#endif
}

}  // namespace

TEST_CASE("a page's study is the run's: three schools with a prior year, four programs",
          "[promise][slow]") {
  same_everywhere(small("ninth_grade.toml", {}));
}

TEST_CASE("a page's study is the run's: schools drawn anew for every run", "[promise][slow]") {
  same_everywhere(small("middle_school.toml", {}));
}

TEST_CASE("a page's study is the run's: entry from a pooled school, one day at a time",
          "[promise]") {
  same_everywhere(
      small("ninth_grade.toml", {"profile.simulated_entry=false", "record.every=\"day\"",
                                 "record.outcomes=[\"belonging\", \"gpa\"]"}));
}

TEST_CASE("a school on a page draws entry from the reference that was given last before it",
          "[promise]") {
  const auto e = small("ninth_grade.toml", {"profile.simulated_entry=false"});
  const auto plan_for = [&](models::SchoolPlan school, float students) {
    school.profile.students = students;
    return plan_of(e, school);
  };
  const auto school = plan_for(e.schools.schools.front(), 50);
  const auto one = plan_for(e.schools.reference, 40), other = plan_for(e.schools.reference, 60);
  const auto sums = [](const models::Lived& lived) {
    std::vector<std::int64_t> all;
    for (const models::Entries& entry : lived.entries) all.push_back(entry.sum);
    return all;
  };
  const auto alone = [&](const models::PlanNumbers& reference) {
    models::KeptRuns runs;
    runs.reference(reference);
    runs.add(school);
    return sums(runs.baseline(0, 0));
  };
  models::KeptRuns runs;
  runs.reference(one);
  runs.add(school);
  runs.add(school);
  runs.reference(other);
  runs.add(school);
  CHECK(sums(runs.baseline(0, 0)) == alone(one));
  CHECK(sums(runs.baseline(1, 0)) == alone(one));
  CHECK(sums(runs.baseline(2, 0)) == alone(other));
  CHECK(alone(one) != alone(other));
}

TEST_CASE("a scenario survives its journey as words, and broken words are refused", "[promise]") {
  const auto e = small("ninth_grade.toml", {});
  for (const auto& spec : e.scenarios) {
    auto words = models::encode(spec.scenario);
    const auto back = models::decode_scenario(words);
    REQUIRE(back);
    CHECK(models::encode(*back) == words);
    CHECK_FALSE(models::decode_scenario(std::span(words).first(words.size() - 1)));
    words.push_back(0);
    CHECK_FALSE(models::decode_scenario(words));
  }
}
