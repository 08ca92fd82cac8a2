// Teachers of a membership teach in place of those reached: in representation, in the support that
// reaches a group, in bias. And who is new to a school.

#include <catch2/catch.hpp>

#include "models/setting.h"
#include "tests/law/small_school.h"

namespace {

models::Lever becomes(std::uint32_t dimension, std::uint32_t membership, models::Reach reach) {
  models::Lever lever = small_school::lever(models::Input::teacher_identity, 1.0f);
  lever.becomes = {dimension, membership};
  lever.reach = reach;
  return lever;
}

/// A school on its first morning, with levers.
struct Morning {
  std::unique_ptr<models::School> school;
  models::Scenario scenario;
  std::unique_ptr<models::Inputs> inputs;
  models::State state;

  explicit Morning(std::vector<models::Lever> levers) {
    const models::SchoolPlan plan = small_school::plan(60, false, 1);
    school = models::build_school(plan, nullptr);
    scenario = {plan.parameters, std::move(levers)};
    inputs = std::make_unique<models::Inputs>(*school, scenario);
    inputs->rebuild(0);
    models::start_year(*school, scenario, state);
    models::rebuild_representation(*school, school->seating, scenario.parameters, *inputs, state);
    models::rebuild_support(*school, school->seating, scenario.parameters, *inputs, state);
  }
};

}  // namespace

TEST_CASE("teacher identity: the teachers of one subject, and nobody else", "[formula]") {
  const Morning m({becomes(0, 1, {.subject = 2})});
  const models::Staff& staff = m.school->staff;
  std::size_t changed = 0;
  for (std::size_t j = 0; j < staff.size(); ++j) {
    const bool reached = staff.subject[j] == 2;
    CHECK(m.inputs->teacher_membership(0, j) == (reached ? 1 : staff.membership[0][j]));
    CHECK(m.inputs->teacher_membership(1, j) == staff.membership[1][j]);
    changed += reached && staff.membership[0][j] != 1 ? 1 : 0;
  }
  CHECK(changed > 0);
}

TEST_CASE("teacher identity: a closed lever gives back the memberships drawn", "[formula]") {
  models::Lever brief = becomes(0, 1, {});
  brief.schedule.days = 2;
  const Morning m({brief});
  CHECK(m.inputs->teacher_membership(0, 0) == 1);
  CHECK((m.inputs->rebuild(2) & models::bit_of(models::Input::teacher_identity)) != 0);
  for (std::size_t j = 0; j < m.school->staff.size(); ++j) {
    CHECK(m.inputs->teacher_membership(0, j) == m.school->staff.membership[0][j]);
  }
}

TEST_CASE("teacher identity: support and representation are those of a teacher of that group",
          "[formula]") {
  const Morning as_it_is({}), m({becomes(0, 1, {.subject = 2})});
  const models::School& school = *m.school;
  std::size_t more = 0;
  for (std::size_t period = 0; period < school.periods(); ++period) {
    for (std::size_t row = 0; row < school.students(); ++row) {
      const std::uint16_t j = school.seating.teacher[period][row];
      const bool reached = school.staff.subject[j] == 2 && school.staff.membership[0][j] != 1;
      const bool own = school.membership[0][row] == 1;
      const float support = m.state.support[period][row], was = as_it_is.state.support[period][row];
      const float there = m.state.represented[period][row],
                  before = as_it_is.state.represented[period][row];
      if (reached && own) {
        // The gap of 0.15 no longer holds; representation rises by theta 0.6 * 0.25 / 1.
        CHECK(support > was);
        CHECK(there == Approx(before + 0.6 * 0.25).margin(1e-5));
        ++more;
      } else if (!reached) {
        CHECK(support == was);
        CHECK(there == before);
      }
    }
  }
  CHECK(more > 0);
}

TEST_CASE("newcomers: about the share that the parameter says, and the same staff otherwise",
          "[formula]") {
  models::SchoolPlan plan = small_school::plan(6000, false, 5);
  plan.profile.simulated_entry = 0;
  const models::EntryTable nothing;
  const auto some = models::build_school(plan, &nothing);
  plan.parameters.staff.newcomers = 0;
  const auto none = models::build_school(plan, &nothing);
  std::size_t fresh = 0;
  for (std::size_t j = 0; j < some->staff.size(); ++j) {
    fresh += some->staff.newcomer[j];
    CHECK(none->staff.newcomer[j] == 0);
    CHECK(none->staff.support[j] == some->staff.support[j]);
    CHECK(none->staff.membership[0][j] == some->staff.membership[0][j]);
  }
  const double share = static_cast<double>(fresh) / static_cast<double>(some->staff.size());
  CHECK(share == Approx(0.16).margin(0.06));  // some 360 teachers: standard deviation 0.02
}

TEST_CASE("reach: only teachers who are new to the school", "[formula]") {
  const models::SchoolPlan plan = small_school::plan(1200, false, 5);
  const auto school = models::build_school(plan, nullptr);
  models::Lever lever = small_school::lever(models::Input::support, 0.5f);
  lever.reach.newcomers = 1;
  models::Inputs inputs(*school, {plan.parameters, {lever}});
  inputs.rebuild(0);
  std::size_t reached = 0;
  for (std::size_t j = 0; j < school->staff.size(); ++j) {
    CHECK((inputs.of(models::Input::support, j) != 0) == (school->staff.newcomer[j] != 0));
    reached += school->staff.newcomer[j];
  }
  CHECK(reached > 0);
}
