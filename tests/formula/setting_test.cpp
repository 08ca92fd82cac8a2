// The setting of each class, counted again student by student in a small school.

#include "models/setting.h"

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

/// A small school with its levers on this day, and a state whose setting is built.
struct Built {
  std::unique_ptr<models::School> school;
  models::Scenario scenario;
  std::unique_ptr<models::Inputs> inputs;
  models::State state;

  Built(models::SchoolPlan plan, std::uint32_t day)
      : school(models::build_school(plan, nullptr)), scenario(small_school::scenario(plan)) {
    inputs = std::make_unique<models::Inputs>(*school, scenario);
    inputs->rebuild(day);
    models::start_year(*school, scenario, state);
    models::rebuild_ties(*school, school->seating, state);
    models::rebuild_representation(*school, school->seating, scenario.parameters, *inputs, state);
    models::rebuild_support(*school, school->seating, scenario.parameters, *inputs, state);
    models::rebuild_cues(school->seating, scenario.parameters, *inputs, state);
  }
};

/// Share of classmates in a period with the same membership; 1 without classmates.
float peers_alike(const models::School& school, std::size_t period, std::size_t row,
                  std::uint32_t d) {
  float alike = 0, others = 0;
  for (std::size_t other = 0; other < school.students(); ++other) {
    if (other == row ||
        school.seating.section[period][other] != school.seating.section[period][row])
      continue;
    others += 1;
    alike += school.membership[d][other] == school.membership[d][row] ? 1.0f : 0.0f;
  }
  return others > 0 ? alike / others : 1.0f;
}

}  // namespace

TEST_CASE("setting: representation and doubt, counted again", "[formula]") {
  const bool elementary = GENERATE(false, true);
  const std::uint32_t day = GENERATE(0u, 6u);  // before and after levers on stigma and materials
  CAPTURE(elementary, day);
  const Built b(small_school::plan(60, elementary, 1), day);
  const auto& p = b.scenario.parameters;
  const auto& identity = b.school->plan.identity;
  bool right = true;
  float most = 0;
  for (std::size_t period = 0; period < b.school->periods(); ++period) {
    for (std::size_t row = 0; row < 60; ++row) {
      const std::uint16_t j = b.school->seating.teacher[period][row];
      double represented = 0, sure = 1;
      for (std::uint32_t d = 0; d < 2; ++d) {
        const std::uint8_t m = b.school->membership[d][row];
        const auto& how = identity.dimension[d].row[m];
        const float theta = how.stigma * (day < 4 ? 1.0f : 0.8f);
        const float materials = std::min(how.materials + (day < 5 ? 0.0f : 0.2f), 1.0f);
        const float r = models::representation(peers_alike(*b.school, period, row, d),
                                               b.school->staff.membership[d][j] == m, materials,
                                               p.representation);
        represented += theta * (r - p.cue.representation_reference);
        sure *= 1 - models::open_doubt(theta, r, p.appraisal);
      }
      right = right && b.state.represented[period][row] == Approx(represented).margin(1e-6);
      right = right && b.state.doubt[period][row] == Approx(1 - sure).margin(1e-6);
      most = std::max(most, b.state.doubt[period][row]);
    }
  }
  CHECK(right);
  CHECK(most > 0.3f);
}

TEST_CASE("setting: support is the teacher's, less the gap of those who are not alike",
          "[formula]") {
  const Built b(small_school::plan(60, false, 1), 2);  // both levers on support are open
  const auto& p = b.scenario.parameters.practice;
  const auto& staff = b.school->staff;
  bool right = true, gaps = false;
  for (std::size_t period = 0; period < b.school->periods(); ++period) {
    for (std::size_t row = 0; row < 60; ++row) {
      const std::uint16_t j = b.school->seating.teacher[period][row];
      float missing = 0;  // only the first dimension's second membership has a gap: 0.15
      if (b.school->membership[0][row] == 1 && staff.membership[0][j] != 1) missing = 0.15f;
      const float q = staff.practice[j], given = staff.support[j] + 0.1f;
      const float support = given + p.support * q * (1 - given) -
                            missing * staff.gap_factor[j] * (1 - 0.3f) * (1 - p.gap * q);
      right = right &&
              b.state.support[period][row] == Approx(std::clamp(support, 0.0f, 1.0f)).margin(1e-6);
      gaps = gaps || missing > 0;
    }
  }
  CHECK(right);
  CHECK(gaps);
}

TEST_CASE("setting: friends in a class, t/(1 + t) of their strengths", "[formula]") {
  const Built b(small_school::plan(60, false, 1), 0);
  const auto friends = b.state.friends_by_row.view();
  bool right = true;
  float most = 0;
  for (std::size_t period = 0; period < b.school->periods(); ++period) {
    const auto& section = b.school->seating.section[period];
    for (std::size_t row = 0; row < 60; ++row) {
      double t = 0;
      for (std::size_t k = 0; k < friends.of(row).size(); ++k) {
        if (section[friends.of(row)[k]] == section[row]) t += friends.strength_of(row)[k] / 255.0;
      }
      right = right && b.state.tie[period][row] == Approx(t / (1 + t)).margin(1e-6);
      most = std::max(most, b.state.tie[period][row]);
    }
  }
  CHECK(right);
  CHECK(most > 0.5f);
}

TEST_CASE("setting: the part of a cue that stays, with levers on peers and adults", "[formula]") {
  const Built b(small_school::plan(60, false, 1), 6);  // 0.2 from peers, 0.1 from adults
  bool right = true;
  for (std::size_t period = 0; period < b.school->periods(); ++period) {
    for (std::size_t row = 0; row < 60; ++row) {
      const float stays =
          models::setting_cue(b.state.support[period][row], b.state.tie[period][row],
                              b.state.represented[period][row], b.scenario.parameters.cue);
      right = right && b.state.setting[period][row] == Approx(stays + 0.3).margin(1e-6);
    }
  }
  CHECK(right);
}

TEST_CASE("setting: without stigma there is no doubt in any class, exactly", "[law]") {
  models::SchoolPlan plan = small_school::plan(60, false, 1);
  for (auto& dimension : plan.identity.dimension) {
    for (auto& membership : dimension.row) membership.stigma = 0;
  }
  const Built b(plan, 6);
  for (std::size_t period = 0; period < b.school->periods(); ++period) {
    for (const float doubt : b.state.doubt[period].rows()) CHECK(doubt == 0.0f);
    for (const float x : b.state.represented[period].rows()) CHECK(x == 0.0f);
  }
}
