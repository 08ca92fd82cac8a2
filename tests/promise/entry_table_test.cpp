// Drawn entries: one table for every group, so that a small group's few in the reference schools
// are not multiplied over a population.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/promise/experiments.h"

namespace {

using models::Outcome;

constexpr std::size_t kSchools = 300;

/// Schools whose entry is drawn, with two groups that the environment treats alike, the second a
/// hundredth of all. A few days, so that they show what was brought.
cli::Experiment population() {
  auto e = test::small(1200, 1);
  test::make_null(e);
  e.scenarios.resize(1);
  e.record.binned = {};
  e.record.waves = 0;
  e.waves.clear();
  const auto prepare = [](models::SchoolPlan& plan) {
    plan.profile.students = 1200;
    plan.profile.simulated_entry = 0;
    plan.profile.transition = 0;
    plan.calendar.days = 10;
    plan.calendar.marking_periods = 1;
    plan.identity.dimensions = 1;
    models::Dimension& dimension = plan.identity.dimension[0];
    dimension.memberships = 2;
    dimension.row[1] = dimension.row[0];
    dimension.row[0].share = 0.99f;
    dimension.row[1].share = 0.01f;
    dimension.row[0].teachers = dimension.row[1].teachers = 0.5f;
    dimension.row[0].key = 0;
    dimension.row[1].key = 1;
    dimension.same_tie = 0;
    plan.parameters.friendship.opportunities = 0;  // nothing to wait for here
  };
  prepare(e.schools.schools[0]);
  e.scenarios[0].scenario.parameters.friendship.opportunities = 0;
  e.schools.reference = e.schools.schools[0];
  e.schools.reference.school = 0xfffffffeu;
  const models::SchoolPlan plan = e.schools.schools[0];
  e.schools.schools.assign(kSchools, plan);
  for (std::uint32_t k = 0; k < kSchools; ++k) e.schools.schools[k].school = k;
  return e;
}

}  // namespace

TEST_CASE("drawn entries: a group of one in a hundred brings what everyone brings", "[law]") {
  const auto e = population();
  const auto t = test::run(e);
  const std::uint32_t rare = 2, common = 1;
  REQUIRE(t.at(0, 0, Outcome::marks, 0, rare).n == kSchools * 12);
  for (const Outcome outcome : {Outcome::marks, Outcome::trust, Outcome::engagement,
                                Outcome::belonging, Outcome::absent_share}) {
    INFO(models::row(outcome).key);
    const auto& few = t.at(0, 0, outcome, 0, rare);
    const double gap = few.mean() - t.at(0, 0, outcome, 0, common).mean();
    // 3,600 students: three standard errors. A hundred lives of a small group in the reference
    // schools, multiplied, would stand about a tenth of a standard deviation apart.
    CHECK(std::abs(gap) < 3 * few.sd() / std::sqrt(static_cast<double>(few.n)));
  }
}
