// Repair after a referral, and what school policy lets a referral end in.

#include <catch2/catch.hpp>

#include "models/day.h"
#include "tests/law/small_school.h"

namespace {

/// One student's state after a month in which levers act, against the same month without.
struct Month {
  std::unique_ptr<models::School> school;
  models::State state;

  explicit Month(std::vector<models::Lever> levers, float stigma = 1.0f) {
    models::SchoolPlan plan = small_school::plan(150, false);
    for (auto& dimension : plan.identity.dimension) {
      for (auto& membership : dimension.row) membership.stigma *= stigma;
    }
    plan.calendar.days = 20;
    plan.calendar.terms = plan.calendar.marking_periods = 1;
    school = models::build_school(plan, nullptr);
    models::Scenario scenario{plan.parameters, std::move(levers)};
    models::start_year(*school, scenario, state);
    models::live_year(*school, scenario, sim::stream(7, 0, 2), {}, nullptr, {}, 0, state);
  }
  static float sum(const sim::Column<float>& column) {
    float total = 0;
    for (const float x : column.rows()) total += x;
    return total;
  }
};

}  // namespace

TEST_CASE("policy: a changed chance of suspension, and none for what is ambiguous", "[formula]") {
  CHECK(models::suspension_policy(false, 0.0f, 0.0f) == 1.0f);
  CHECK(models::suspension_policy(true, 0.0f, 0.0f) == 1.0f);
  CHECK(models::suspension_policy(true, -0.25f, 0.5f) == Approx(0.375));
  CHECK(models::suspension_policy(false, -0.25f, 0.5f) == Approx(0.75));
  CHECK(models::suspension_policy(true, 0.5f, 1.0f) == 0.0f);
  CHECK(models::suspension_policy(false, -1.0f, 0.0f) == 0.0f);
}

TEST_CASE("repair: what a conversation leaves of a referral", "[formula]") {
  CHECK(models::unrepaired(0.0f) == 1.0f);
  CHECK(models::unrepaired(0.25f) == 0.75f);
  CHECK(models::unrepaired(1.0f) == 0.0f);
}

TEST_CASE("repair: full repair leaves no recent discipline, and referrals are still counted",
          "[law]") {
  const Month as_it_is({});
  const Month repaired({small_school::lever(models::Input::repair, 1.0f)});
  CHECK(Month::sum(as_it_is.state.discipline) > 1.0f);
  // What is left was brought along from the year before.
  float brought = 0;
  const models::BehaviourParameters p;
  for (const float x : repaired.school->entry.discipline.rows()) brought += x;
  for (int day = 0; day < 20; ++day) brought *= models::discipline_kept(p);
  CHECK(Month::sum(repaired.state.discipline) == Approx(brought).epsilon(1e-3));
  CHECK(Month::sum(repaired.state.year_referrals) > 0.0f);
  CHECK(Month::sum(repaired.state.trust) > Month::sum(as_it_is.state.trust));
}

TEST_CASE("policy: a school that never suspends has no suspensions, one that spares defiance fewer",
          "[law]") {
  const Month as_it_is({});
  const Month never({small_school::lever(models::Input::suspension, -1.0f)});
  const Month spares({small_school::lever(models::Input::defiance, 1.0f)});
  CHECK(Month::sum(as_it_is.state.year_suspended) > 5.0f);
  CHECK(Month::sum(never.state.year_suspended) == 0.0f);
  CHECK(Month::sum(spares.state.year_suspended) > 0.0f);
  CHECK(Month::sum(spares.state.year_suspended) < Month::sum(as_it_is.state.year_suspended));
}
