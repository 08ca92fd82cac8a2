// Someone owns the work: what other programs do not deliver is delivered in part after all.

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

using models::Input;

struct Owned {
  std::unique_ptr<models::School> school =
      models::build_school(small_school::plan(60, false), nullptr);
  float support, contact, talk;

  /// Support and contact of program 1, talk of program 2, on this day; fidelity 0.6, 0.6 and 1.
  Owned(std::vector<models::Lever> owners, std::uint32_t day) {
    std::vector<models::Lever> levers{small_school::lever(Input::support, 0.5f),
                                      small_school::lever(Input::adult_contact, 1.0f, 2),
                                      small_school::lever(Input::team_talk, 0.5f)};
    for (auto& lever : levers) lever.program = lever.input == Input::team_talk ? 2 : 1;
    levers[0].fidelity = levers[1].fidelity = 0.6f;
    levers.insert(levers.end(), owners.begin(), owners.end());
    const models::Scenario scenario{school->plan.parameters, levers};
    models::Inputs inputs(*school, scenario);
    for (std::uint32_t today = 0; today <= day; ++today) inputs.rebuild(today);
    support = inputs.of(Input::support, 0);
    contact = inputs.of(Input::adult_contact, 0);
    talk = inputs.of(Input::team_talk, 0);
  }
};

models::Lever owner(float amount, std::uint32_t start, std::uint32_t program) {
  models::Lever lever = small_school::lever(Input::implementation, amount, start);
  lever.program = program;
  return lever;
}

}  // namespace

TEST_CASE("implementation: f + (1 - f) * amount, from its day on, for every other program",
          "[formula]") {
  CHECK(Owned({}, 5).support == Approx(0.5 * 0.6));
  CHECK(Owned({owner(0.5f, 3, 9)}, 2).support == Approx(0.5 * 0.6));
  const Owned owned({owner(0.5f, 3, 9)}, 5);
  CHECK(owned.support == Approx(0.5 * 0.8));
  CHECK(owned.contact == Approx(0.8));
  CHECK(owned.talk == 0.5f);  // nothing was missing
  CHECK(Owned({owner(0.5f, 3, 9), owner(0.8f, 3, 8)}, 5).support == Approx(0.5));
}

TEST_CASE("implementation: a program does not lift itself, and of no size it lifts nothing",
          "[law]") {
  const Owned as_it_is({}, 5);
  CHECK(Owned({owner(0.5f, 0, 1)}, 5).support == as_it_is.support);
  CHECK(Owned({owner(0.0f, 0, 9)}, 5).support == as_it_is.support);
  CHECK(Owned({owner(0.0f, 0, 9)}, 5).contact == as_it_is.contact);
}

TEST_CASE("implementation: when it closes, programs deliver what they did before", "[law]") {
  models::Lever brief = owner(0.5f, 1, 9);
  brief.schedule.days = 3;
  CHECK(Owned({brief}, 2).support > Owned({}, 2).support);
  CHECK(Owned({brief}, 4).support == Owned({}, 4).support);
  CHECK(Owned({brief}, 4).contact == Owned({}, 4).contact);
}
