// Whom programs reach when someone sees to it that people take part.

#include <catch2/catch.hpp>

#include "models/inputs.h"
#include "tests/law/small_school.h"

namespace {

using models::Input;

/// Who of 600 students a program's sample of 40 % reaches, beside these levers of others.
std::vector<bool> reached(std::vector<models::Lever> others, std::uint32_t start = 5) {
  static const auto school = models::build_school(small_school::plan(600, false), nullptr);
  models::Lever sampled = small_school::lever(Input::peer_cue, 0.5f, start);
  sampled.program = 1;
  sampled.reach.share = 0.4f;
  models::Scenario scenario;
  scenario.levers = std::move(others);
  scenario.levers.push_back(sampled);
  models::Inputs inputs(*school, scenario);
  for (std::uint32_t today = 0; today <= start; ++today) inputs.rebuild(today);
  std::vector<bool> in;
  for (std::size_t row = 0; row < 600; ++row) in.push_back(inputs.of(Input::peer_cue, row) != 0);
  return in;
}

double share(const std::vector<bool>& in) {
  return static_cast<double>(std::count(in.begin(), in.end(), true)) /
         static_cast<double>(in.size());
}

models::Lever brings_in(float amount, std::uint32_t start, std::uint32_t program) {
  models::Lever lever = small_school::lever(Input::participation, amount, start);
  lever.program = program;
  return lever;
}

}  // namespace

TEST_CASE("participation: s + (1 - s) * amount, and nobody is left out who took part",
          "[formula]") {
  const std::vector<bool> alone = reached({}), more = reached({brings_in(0.5f, 0, 9)});
  CHECK(share(alone) == Approx(0.4).margin(0.05));  // 2.5 standard errors of 600
  CHECK(share(more) == Approx(0.7).margin(0.05));
  bool kept = true;
  for (std::size_t row = 0; row < alone.size(); ++row) kept = kept && (!alone[row] || more[row]);
  CHECK(kept);
  CHECK(share(reached({brings_in(0.5f, 0, 9), brings_in(0.8f, 0, 8)})) == 1.0);
}

TEST_CASE("participation: by its own fidelity", "[formula]") {
  models::Lever half = brings_in(1.0f, 0, 9);
  half.fidelity = 0.5f;
  CHECK(reached({half}) == reached({brings_in(0.5f, 0, 9)}));
}

TEST_CASE("participation: a program does not lift itself, and of no size it lifts nothing",
          "[law]") {
  CHECK(reached({brings_in(0.5f, 0, 1)}) == reached({}));
  CHECK(reached({brings_in(0.0f, 0, 9)}) == reached({}));
}

TEST_CASE("participation: only where it is open on the day on which the other program opens",
          "[law]") {
  CHECK(reached({brings_in(0.5f, 6, 9)}) == reached({}));
  CHECK(reached({brings_in(0.5f, 5, 9)}) != reached({}));
  models::Lever brief = brings_in(0.5f, 1, 9);
  brief.schedule.days = 3;
  CHECK(reached({brief}) == reached({}));
}
