// Rough calibration: levels that the shipped schools must meet, and the sign of each program.

#include <catch2/catch.hpp>

#include "tests/promise/experiments.h"

namespace {

using models::Outcome;
using test::within;

double level(const cli::Experiment& e, const cli::Tallies& t, Outcome outcome,
             std::uint32_t scenario = 0, std::uint32_t group = 0) {
  double sum = 0;
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    sum += t.at(scenario, r, outcome, t.layout().ticks(outcome) - 1, group).mean();
  }
  return sum / e.replicates;
}

double total(const cli::Experiment& e, const cli::Tallies& t, Outcome outcome,
             std::uint32_t scenario) {
  double sum = 0;
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    for (std::uint32_t tick = 0; tick < t.layout().ticks(outcome); ++tick) {
      sum += t.at(scenario, r, outcome, tick, 0).mean();
    }
  }
  return sum / e.replicates;
}

cli::Part wave(const cli::Experiment& e, const cli::Tallies& t, std::uint32_t number,
               cli::Part cli::WaveMeasures::*measure) {
  cli::Part sum;
  for (std::uint32_t r = 0; r < e.replicates; ++r) sum += t.wave(0, r, number).*measure;
  return sum;
}

}  // namespace

TEST_CASE("the ninth grade: friendships, marks, absence, and every program's sign",
          "[baseline][slow]") {
  auto e = test::ninth_grade({"experiment.replicates=20"});
  e.redraw = true;  // 60 schools
  const auto t = test::run(e);
  SECTION("friendship out-degree, reciprocity, transitivity, turnover") {
    within(wave(e, t, 0, &cli::WaveMeasures::degree).value(), 4.8, 8.6);
    within(wave(e, t, 0, &cli::WaveMeasures::reciprocity).value(), 0.40, 0.62);
    within(wave(e, t, 0, &cli::WaveMeasures::transitivity).value(), 0.25, 0.45);
    within(wave(e, t, 1, &cli::WaveMeasures::stability).value(), 0.34, 0.56);
  }
  SECTION("marks and absence of a lower-performing ninth grade") {
    within(level(e, t, Outcome::gpa), 2.35, 2.65);
    within(level(e, t, Outcome::core_passed), 0.70, 0.79);
    within(level(e, t, Outcome::chronically_absent), 0.12, 0.22);
  }
  SECTION("BARR: more pass all core courses, marks rise, fewer are chronically absent") {
    CHECK(level(e, t, Outcome::core_passed, 1) > level(e, t, Outcome::core_passed));
    CHECK(level(e, t, Outcome::gpa, 1) > level(e, t, Outcome::gpa));
    CHECK(level(e, t, Outcome::chronically_absent, 1) < level(e, t, Outcome::chronically_absent));
  }
  SECTION("empathic discipline: fewer are suspended, most among stereotyped groups") {
    CHECK(level(e, t, Outcome::ever_suspended, 2) < level(e, t, Outcome::ever_suspended));
    CHECK(total(e, t, Outcome::referrals, 2) < total(e, t, Outcome::referrals, 0));
    const double black =
        level(e, t, Outcome::ever_suspended, 2, 2) / level(e, t, Outcome::ever_suspended, 0, 2);
    const double white =
        level(e, t, Outcome::ever_suspended, 2, 5) / level(e, t, Outcome::ever_suspended, 0, 5);
    CHECK(black < white);
  }
  SECTION("engagement cycles: practice, support and marks rise") {
    CHECK(level(e, t, Outcome::practice, 3) > level(e, t, Outcome::practice));
    CHECK(level(e, t, Outcome::support, 3) > level(e, t, Outcome::support));
    CHECK(level(e, t, Outcome::gpa, 3) > level(e, t, Outcome::gpa));
  }
}

TEST_CASE("a high school of national composition: absence and suspensions", "[baseline][slow]") {
  auto e = test::small(880, 100);
  const auto set =
      cli::read_schools(BELONG_SOURCE_DIR "/configs/schools/national_high_school.toml", "");
  e.schools = set;
  e.schools.schools[0].seed = 5;
  e.scenarios.resize(1);
  e.redraw = true;
  const auto t = test::run(e);
  within(level(e, t, Outcome::chronically_absent), 0.12, 0.22);
  within(level(e, t, Outcome::ever_suspended), 0.06, 0.10);
  // race_ethnicity: asian, black, hispanic, native, two or more, white
  within(level(e, t, Outcome::ever_suspended, 0, 2) / level(e, t, Outcome::ever_suspended, 0, 6),
         1.7, 2.5);
}
