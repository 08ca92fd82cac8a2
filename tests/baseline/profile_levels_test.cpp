// Rough levels of the school profiles that no pattern of the evidence holds in place.

#include <catch2/catch.hpp>

#include "tests/promise/experiments.h"

namespace {

using models::Outcome;
using test::within;

/// Many schools of one profile, as they are.
struct Levels {
  cli::Experiment e;
  cli::Tallies t;

  static cli::Experiment plan(const std::string& school, float students, std::uint32_t schools) {
    auto e = test::small(400, schools);
    e.schools = cli::read_schools(BELONG_SOURCE_DIR "/configs/schools/" + school + ".toml", "");
    e.schools.schools[0].profile.students = students;
    e.schools.schools[0].parameters = e.schools.parameters;
    e.scenarios.resize(1);
    e.scenarios[0].scenario.parameters = e.schools.parameters;
    e.redraw = true;
    return e;
  }
  Levels(const std::string& school, float students, std::uint32_t schools)
      : e(plan(school, students, schools)), t(test::run(e)) {}

  /// Mean over schools of the last tick, or of all ticks.
  double at(Outcome outcome, std::uint32_t group = 0, bool whole_year = false) const {
    double sum = 0, n = 0;
    const std::uint32_t ticks = t.layout().ticks(outcome);
    for (std::uint32_t r = 0; r < e.replicates; ++r) {
      for (std::uint32_t tick = whole_year ? 0 : ticks - 1; tick < ticks; ++tick) {
        const cli::Total& total = t.at(0, r, outcome, tick, group);
        sum += total.mean() * static_cast<double>(total.n);
        n += static_cast<double>(total.n);
      }
    }
    return sum / n;
  }
};

}  // namespace

TEST_CASE("a lower-performing ninth grade has the marks of the trial's comparison schools",
          "[baseline]") {
  const Levels levels("low_performing_high_school", 400, 60);
  within(levels.at(Outcome::gpa), 2.35, 2.65);
  within(levels.at(Outcome::core_passed), 0.70, 0.79);
  within(levels.at(Outcome::chronically_absent), 0.12, 0.25);
}

TEST_CASE("a four-year high school has a high school's levels", "[baseline]") {
  const Levels levels("four_year_high_school", 800, 8);
  within(levels.at(Outcome::gpa), 2.2, 2.8);
  within(levels.at(Outcome::attendance, 0, true), 0.92, 0.96);
  within(levels.at(Outcome::ever_suspended), 0.05, 0.12);
}

TEST_CASE(
    "at the community college nobody is suspended, and first-generation students do not belong "
    "less",
    "[baseline]") {
  const Levels levels("community_college", 600, 12);
  CHECK(levels.at(Outcome::ever_suspended) == 0);
  within(levels.at(Outcome::attendance, 0, true), 0.88, 0.95);
  const double first = levels.at(Outcome::belonging, 1, true);
  const double continuing = levels.at(Outcome::belonging, 2, true);
  within(first - continuing, -0.05, 0.4);
}
