// What a scenario asks of staff and budgets, for each unit of what changed.

#include "analysis/costs.h"

#include <catch2/catch.hpp>

#include "tests/formula/year_results.h"

namespace {

using namespace analysis;

constexpr const char* kPrograms = R"([
  {"key": "one", "title": "One", "staff_hours": 1.5, "cost_per_student": 40},
  {"key": "two", "title": "Two", "staff_hours": 0.25, "cost_per_student": null},
  {"key": "three", "title": "Three", "cost_per_student": 10}])";

Results priced() {
  Results results = year::results_of({year::outcome_of("belonging", {{0, 0}}, {{1, 1}})}, {100});
  results.programs = kPrograms;
  return results;
}

Effect effect(double difference, double low, double high) {
  Effect e{};
  e.difference = difference;
  e.interval = Interval{low, high};
  e.runs = 32;
  return e;
}

Amount of(double known) {
  Amount amount;
  amount.known = known;
  return amount;
}

}  // namespace

TEST_CASE("hours and dollars of a scenario's programs add up, and what is not known is named",
          "[formula]") {
  const Results results = priced();
  const ScenarioCost both = scenario_cost(results, {"s", "S", {"one", "two"}});
  CHECK(both.hours.known == Approx(1.75));
  CHECK(both.hours.complete());
  CHECK(both.dollars.known == Approx(40));
  CHECK(both.dollars.unknown == std::vector<std::string>{"Two"});
  CHECK_FALSE(both.dollars.complete());
  const ScenarioCost third = scenario_cost(results, {"s", "S", {"three"}});
  CHECK(third.hours.unknown == std::vector<std::string>{"Three"});
  const ScenarioCost none = scenario_cost(results, {"s", "S", {}});
  CHECK(none.hours.none);
  CHECK_FALSE(none.hours.complete());
}

TEST_CASE("dollars are of all the years of a run, hours of a week", "[formula]") {
  Results results = priced();
  results.years = 3;
  const ScenarioCost cost = scenario_cost(results, {"s", "S", {"one"}});
  CHECK(cost.dollars.known == Approx(120));
  CHECK(cost.hours.known == Approx(1.5));
}

TEST_CASE("a rate is the amount for each step of the change, and carries its interval over",
          "[formula]") {
  // 40 dollars for 0.2 SD, 0.1 to 0.4: 20 dollars for 0.1 SD, 10 to 40.
  const Rate up = rate(of(40), effect(0.2, 0.1, 0.4), Better::higher, 0.1);
  REQUIRE(up.value);
  CHECK(*up.value == Approx(20));
  CHECK(up.interval->low == Approx(10));
  CHECK(up.interval->high == Approx(40));
  // 2 hours for 4 in a hundred fewer, 2 to 5: half an hour for one, 0.4 to 1.
  const Rate down = rate(of(2), effect(-0.04, -0.05, -0.02), Better::lower, 0.01);
  REQUIRE(down.value);
  CHECK(*down.value == Approx(0.5));
  CHECK(down.interval->low == Approx(0.4));
  CHECK(down.interval->high == Approx(1));
}

TEST_CASE("there is no rate where nothing got better, or the amount is not known", "[formula]") {
  CHECK(rate(of(1), effect(0.1, -0.1, 0.3), Better::higher, 0.1).why ==
        "no figure: the interval includes zero");
  CHECK(rate(of(1), effect(0.2, 0.1, 0.3), Better::lower, 0.1).why == "no figure: it gets worse");
  CHECK(rate(of(1), effect(-0.2, -0.3, -0.1), Better::higher, 0.1).why ==
        "no figure: it gets worse");
  Effect one = effect(0.2, 0.1, 0.3);
  one.interval.reset();
  CHECK(rate(of(1), one, Better::higher, 0.1).why == "no figure: one paired run");
  Amount unknown = of(1);
  unknown.unknown = {"Two", "Three"};
  CHECK(rate(unknown, effect(0.2, 0.1, 0.3), Better::higher, 0.1).why ==
        "not known for Two and Three");
  Amount none;
  none.none = true;
  CHECK_FALSE(rate(none, effect(0.2, 0.1, 0.3), Better::higher, 0.1).value);
}

TEST_CASE("costs are set against belonging and the first of what is counted", "[formula]") {
  Results results = priced();
  REQUIRE(measures(results).size() == 1);
  results.outcomes.push_back(year::outcome_of("referrals", {{0, 0}}, {{1, 1}}));
  results.outcomes.push_back(year::outcome_of("core_passed", {{0, 0}}, {{1, 1}}));
  REQUIRE(measures(results).size() == 2);
  CHECK(measures(results)[0]->key == "belonging");
  CHECK(measures(results)[1]->key == "core_passed");
}
