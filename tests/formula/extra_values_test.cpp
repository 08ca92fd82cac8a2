// What can be seen of each student besides outcomes, from a school made by hand.

#include <catch2/catch.hpp>
#include <initializer_list>

#include "models/snapshot.h"
#include "tests/law/small_school.h"

namespace {

using models::Extra;

/// Six students; rows 0 to 5 are the ids 5, 0, 4, 2, 1, 3. Ids 0 to 3 came from feeder 0, of which
/// 2 alone is of membership 1; 4 and 5, both of membership 1, came from feeder 1.
struct ByHand {
  models::School school;
  models::State state;
  models::Scenario scenario;

  ByHand() {
    school.plan.profile.feeders = 2;
    models::People& people = school.people;
    people.preparation.resize(6);
    people.feeder.resize(6);
    people.entered.resize(6);
    people.membership[0].resize(6);
    people.feeder[4] = people.feeder[5] = 1;
    people.membership[0][2] = people.membership[0][4] = people.membership[0][5] = 1;
    school.id.resize(6);
    std::size_t row = 0;
    for (const std::uint32_t id : {5u, 0u, 4u, 2u, 1u, 3u}) school.id[row++] = id;
    state.resize(6, 0);
  }
  std::vector<float> of(Extra extra) const {
    const models::Inputs inputs(school, scenario);
    const models::Day day{school, school.seating, scenario.parameters, inputs, {}, 0};
    std::vector<float> values(6, -99.0f);
    models::extra_values(extra, 0, day, state, values);
    return values;
  }
};

void check(const std::vector<float>& values, std::initializer_list<float> expected) {
  REQUIRE(values.size() == expected.size());
  std::size_t row = 0;
  for (const float x : expected) {
    INFO("row " << row);
    CHECK(values[row++] == Approx(x));
  }
}

}  // namespace

TEST_CASE("own share kept: the group's share here over its share among last year's schoolmates",
          "[formula]") {
  ByHand h;
  // Here both groups are 3 of 6. Before, in feeder 0: 3 of 4 and 1 of 4; in feeder 1: 2 of 2.
  check(h.of(Extra::own_share_kept), {0.5f, 2 / 3.0f, 0.5f, 2, 2 / 3.0f, 2 / 3.0f});
  SECTION("one feeder for all: every share is kept") {
    h.school.people.feeder.fill(0);
    check(h.of(Extra::own_share_kept), {1, 1, 1, 1, 1, 1});
  }
  SECTION("a third group, alone in its feeder's other half") {
    // 5 leaves membership 1: here 3, 2 and 1 of 6; in feeder 1 each of two is 1 of 2.
    h.school.people.membership[0][5] = 2;
    check(h.of(Extra::own_share_kept),
          {1 / 3.0f, 2 / 3.0f, 2 / 3.0f, 4 / 3.0f, 2 / 3.0f, 2 / 3.0f});
  }
}

TEST_CASE("entered: the student's year of entry, counted from 1", "[formula]") {
  ByHand h;
  check(h.of(Extra::entered), {1, 1, 1, 1, 1, 1});
  h.school.people.entered[0] = 1;
  h.school.people.entered[5] = 3;
  check(h.of(Extra::entered), {4, 2, 1, 1, 1, 1});
}

TEST_CASE("experience: smoothed experience, by row", "[formula]") {
  ByHand h;
  for (std::size_t row = 0; row < 6; ++row) {
    h.state.smoothed[row] = 0.25f * static_cast<float>(row) - 0.5f;
  }
  check(h.of(Extra::experience), {-0.5f, -0.25f, 0, 0.25f, 0.5f, 0.75f});
}

TEST_CASE("experience: the year starts where a message is just borne out", "[formula]") {
  const models::SchoolPlan plan = small_school::plan(20, false);
  const auto school = models::build_school(plan, nullptr);
  models::Scenario scenario{plan.parameters, {}};
  scenario.parameters.lens.bears_out = 0.7f;
  models::State state;
  models::start_year(*school, scenario, state);
  const models::Inputs inputs(*school, scenario);
  std::vector<float> values(20);
  models::extra_values(Extra::experience, 0,
                       {*school, school->seating, scenario.parameters, inputs, {}, 0}, state,
                       values);
  CHECK(values == std::vector<float>(20, 0.7f));
}
