// What a lived year keeps, on whatever day one looks.

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

models::State lived(const models::School& school, const models::Scenario& scenario) {
  models::State state;
  models::start_year(school, scenario, state);
  models::live_year(school, scenario, sim::stream(7, 0, 2), {}, nullptr, {}, 0, state);
  return state;
}

bool within(const sim::Column<float>& column, float lo, float hi) {
  for (const float x : column.rows()) {
    if (!(x >= lo && x <= hi)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("year: the state stays in its ranges, under every lever at once", "[law]") {
  const bool elementary = GENERATE(false, true);
  const std::uint32_t days = GENERATE(1u, 20u, 91u, 180u);
  CAPTURE(elementary, days);
  models::SchoolPlan plan = small_school::plan(100, elementary);
  plan.calendar.days = days;
  plan.calendar.terms = plan.calendar.marking_periods = 1;
  const auto school = models::build_school(plan, nullptr);
  const models::State s = lived(*school, small_school::scenario(plan));
  const float most = 1e6f;
  CHECK(within(s.belonging.now(), -60, 60));
  CHECK(within(s.uncertainty.now(), 1e-9f, 4));
  for (const auto* column : {&s.engagement.now(), &s.vigilance, &s.lens, &s.practice,
                             &s.practice_met, &s.friends_engagement}) {
    CHECK(within(*column, 0, 1));
  }
  CHECK(within(s.trust, -1.2f, 1.2f));
  CHECK(within(s.mean_mark, 0, 4));
  for (const auto* column : {&s.discipline, &s.away, &s.year_present, &s.year_referrals}) {
    CHECK(within(*column, 0, most));
  }
  CHECK(within(s.year_present, 0, static_cast<float>(days)));
  for (std::size_t p = 0; p < models::kMaxPeriods; ++p) {
    CHECK(within(s.relation[p], -1.2f, 1.2f));
    CHECK(within(s.known[p], 0, 1));
    CHECK(within(s.memory[p], 0, most));
    CHECK(within(s.knowledge[p], 0, 10));
    CHECK(within(s.mark[p], 0, 4));
    CHECK(within(s.support[p], 0, 1));
    CHECK(within(s.doubt[p], 0, 1));
    CHECK(within(s.tie[p], 0, 1));
  }
}

TEST_CASE("year: rows that only fill a block stay away and learn nothing", "[law]") {
  const models::SchoolPlan plan = small_school::plan(60, false);
  const auto school = models::build_school(plan, nullptr);
  const models::State s = lived(*school, small_school::scenario(plan));
  for (std::size_t row = 60; row < sim::padded(60); ++row) {
    CHECK(s.present.data()[row] == 0.0f);
    CHECK(s.away.data()[row] > 0.0f);
    CHECK(s.belonging.now().data()[row] == 0.0f);
    CHECK(s.engagement.now().data()[row] == 0.0f);
    CHECK(s.efforts.data()[row] == 0.0f);
    CHECK(s.incidents.data()[row] == 0.0f);
  }
}

TEST_CASE("year: lived again it is the same year, to the bit", "[law]") {
  const models::SchoolPlan plan = small_school::plan(60, false);
  const auto school = models::build_school(plan, nullptr);
  const models::State a = lived(*school, small_school::scenario(plan));
  const models::State b = lived(*school, small_school::scenario(plan));
  CHECK(std::memcmp(a.belonging.now().data(), b.belonging.now().data(), 60 * sizeof(float)) == 0);
  CHECK(std::memcmp(a.trust.data(), b.trust.data(), 60 * sizeof(float)) == 0);
  CHECK(a.friends.ties == b.friends.ties);
}

TEST_CASE("year: settled and without stigma nobody doubts what a cue says", "[law]") {
  models::SchoolPlan plan = small_school::plan(60, false);
  plan.profile.transition = 0;
  for (auto& dimension : plan.identity.dimension) {
    for (auto& membership : dimension.row) membership.stigma = 0;
  }
  const auto school = models::build_school(plan, nullptr);
  const models::State s = lived(*school, small_school::scenario(plan));
  for (const float reading : s.reading.rows()) CHECK(reading == 0.0f);
}

TEST_CASE("year: new to the school, everyone has some doubt, and it fades", "[law]") {
  models::SchoolPlan plan = small_school::plan(60, false);
  for (auto& dimension : plan.identity.dimension) {
    for (auto& membership : dimension.row) membership.stigma = 0;
  }
  const auto school = models::build_school(plan, nullptr);
  models::State s;
  const models::Scenario scenario{plan.parameters, {}};
  models::start_year(*school, scenario, s);
  const float first = s.newness[0];
  CHECK(first == plan.parameters.appraisal.newcomer);
  models::live_year(*school, scenario, sim::stream(7, 0, 2), {}, nullptr, {}, 0, s);
  for (const float newness : s.newness.rows()) CHECK(newness == s.newness[0]);
  CHECK(s.newness[0] < 0.5f * first);
  CHECK(s.newness[0] > 0.0f);
}
