// Promise 1: the same bits at every instruction level and in WebAssembly, for a full year with
// friendships, incidents, the three programs and every input at once.

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/experiment.h"
#include "cli/level.h"
#include "models/plan_codec.h"
#include "models/timetable_in_force.h"
#include "sim/run/fingerprint_text.h"
#include "tests/promise/importing.h"
#include "tests/promise/in_node.h"

namespace {

models::PlanNumbers ninth_grade_of(float students) {
  const auto e =
      cli::read_experiment(BELONG_SOURCE_DIR "/configs/experiments/ninth_grade.toml", {});
  models::PlanNumbers plan;
  plan.school = e.schools.schools.front();
  plan.school.profile.students = students;
  plan.record = e.record;
  for (const auto& spec : e.scenarios) plan.scenarios.push_back(spec.scenario);
  models::Scenario every{e.parameters, {}};  // every input at once
  for (std::uint32_t k = 0; k < models::kInputs; ++k) {
    const auto& row = models::kInputRows[k];
    models::Lever lever;
    lever.input = static_cast<models::Input>(k);
    lever.amount = row.unit == "yes/no" ? 1.0f : 0.2f * row.legal.hi;
    lever.fidelity = 0.8f;
    lever.program = k;
    lever.becomes = {0, 1};
    every.levers.push_back(lever);
  }
  plan.school.timetables |= models::timetables_needed(every, plan.school.calendar);
  plan.scenarios.push_back(every);
  return plan;
}

#ifdef BELONG_WASM_MODULE
std::string in_node(const models::PlanNumbers& plan, std::uint32_t replicate) {
  const auto words = models::encode(plan);
  const std::string path = test::scratch(
      "unit_" + std::to_string(static_cast<int>(plan.school.profile.students)) + ".plan");
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(words.data()),
             static_cast<std::streamsize>(words.size() * 4));
  return test::in_node("wasm/run_unit.mjs", path + " " + std::to_string(replicate)).substr(0, 32);
}
#endif

}  // namespace

TEST_CASE("a year has the same bits at every instruction level and in WebAssembly",
          "[promise][slow]") {
  const float students = GENERATE(50.0f, 1200.0f, 3000.0f);
  const auto plan = ninth_grade_of(students);
  const auto levels = cli::usable_levels();
  INFO("students " << students);
  const std::string first = sim::hex_text(models::unit_fingerprint(*levels.front(), plan, 3));
  for (const models::Model* model : levels) {
    INFO("level " << model->level << " with " << model->lanes << " lanes");
    CHECK(sim::hex_text(models::unit_fingerprint(*model, plan, 3)) == first);
  }
#ifdef BELONG_WASM_MODULE
  CHECK(in_node(plan, 3) == first);
#endif
}

TEST_CASE("an imported school's year has the same bits at every level and in WebAssembly",
          "[promise]") {
  const importing::Imported imported =
      importing::import(importing::make_roster({.students = 120}), "parity");
  REQUIRE(imported.outcome.code == 0);
  auto plan = ninth_grade_of(120);
  plan.school = cli::read_schools(imported.folder + "/school.toml", "").schools.front();
  const auto words = models::encode(plan);
  const auto back = models::decode(words);
  REQUIRE(back);
  CHECK(models::encode(*back) == words);
  const auto levels = cli::usable_levels();
  const std::string first = sim::hex_text(models::unit_fingerprint(*levels.front(), plan, 3));
  for (const models::Model* model : levels) {
    CHECK(sim::hex_text(models::unit_fingerprint(*model, *back, 3)) == first);
  }
#ifdef BELONG_WASM_MODULE
  CHECK(in_node(plan, 3) == first);
#endif
  // Any word that is changed is refused, or is another sound plan: nothing leads out of bounds.
  for (std::size_t k = words.size() - 4000; k < words.size(); k += 37) {
    auto other = words;
    other[k] ^= 0x80000001u;
    const auto read = models::decode(other);
    if (read && read->school.structure) CHECK(models::is_sound(*read->school.structure));
  }
}

TEST_CASE("another replicate, another seed or another lever is another year", "[promise]") {
  auto plan = ninth_grade_of(50);
  const auto& model = *cli::usable_levels().front();
  const auto print = models::unit_fingerprint(model, plan, 0);
  CHECK_FALSE(models::unit_fingerprint(model, plan, 1) == print);
  plan.scenarios[1].levers[0].amount *= 0.5f;
  CHECK_FALSE(models::unit_fingerprint(model, plan, 0) == print);
}

TEST_CASE("a plan survives its journey as words, and broken words are refused", "[promise]") {
  const auto plan = ninth_grade_of(50);
  const auto words = models::encode(plan);
  const auto back = models::decode(words);
  REQUIRE(back);
  CHECK(models::encode(*back) == words);
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{1}, words.size() / 2, words.size() - 1}) {
    CHECK_FALSE(models::decode(std::span(words).first(length)));
  }
  auto longer = words;
  longer.push_back(0);
  CHECK_FALSE(models::decode(longer));
  auto other = words;
  other[0] ^= 1;
  CHECK_FALSE(models::decode(other));
}
