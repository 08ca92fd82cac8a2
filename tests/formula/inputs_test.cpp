// Whom levers reach, and what the day's inputs add up to.

#include "models/inputs.h"

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

using models::Input;
using small_school::lever;

struct Shifted {
  std::unique_ptr<models::School> school =
      models::build_school(small_school::plan(60, false), nullptr);
  models::Scenario scenario;

  explicit Shifted(std::vector<models::Lever> levers) { scenario.levers = std::move(levers); }
  models::Inputs on(std::uint32_t day) const {
    models::Inputs inputs(*school, scenario);
    for (std::uint32_t today = 0; today <= day; ++today) inputs.rebuild(today);
    return inputs;
  }
};

std::size_t reached(const models::Inputs& inputs, Input input) {
  std::size_t count = 0;
  for (const float x : inputs.column(input).rows()) count += x != 0 ? 1 : 0;
  return count;
}

models::Lever to(Input input, models::Reach reach) {
  models::Lever lever = small_school::lever(input, 0.5f);
  lever.reach = reach;
  return lever;
}

}  // namespace

TEST_CASE("inputs: open levers add up, and the sum is held within the input's range", "[formula]") {
  const Shifted s({lever(Input::support, 0.75f), lever(Input::support, 0.5f, 3),
                   lever(Input::peer_cue, 0.25f, 1)});
  CHECK(s.on(0).of(Input::support, 0) == 0.75f);
  CHECK(s.on(0).of(Input::peer_cue, 5) == 0.0f);
  CHECK(s.on(3).of(Input::support, 0) == 1.0f);  // 1.25
  CHECK(s.on(3).of(Input::peer_cue, 5) == 0.25f);
}

TEST_CASE("inputs: a lever that closes leaves nothing behind", "[formula]") {
  models::Lever brief = lever(Input::message, 0.3f, 2);
  brief.schedule.days = 2;
  const Shifted s({brief});
  CHECK(s.on(1).of(Input::message, 0) == 0.0f);
  CHECK(s.on(3).of(Input::message, 0) == 0.3f);
  CHECK(s.on(4).of(Input::message, 0) == 0.0f);
}

TEST_CASE("inputs: rebuilding says what may have changed, and nothing on a day like the last",
          "[formula]") {
  const Shifted s({lever(Input::support, 0.5f, 1), lever(Input::message, 0.1f, 1)});
  models::Inputs inputs(*s.school, s.scenario);
  CHECK(inputs.rebuild(0) == 0);
  CHECK(inputs.rebuild(1) == (models::bit_of(Input::support) | models::bit_of(Input::message)));
  CHECK(inputs.rebuild(2) == 0);
  CHECK(inputs.moved(Input::support));
  CHECK_FALSE(inputs.moved(Input::materials));
  CHECK(inputs.opens(Input::message));
  inputs.rebuild(0);
  CHECK_FALSE(inputs.opens(Input::message));
}

TEST_CASE("reach: a membership, and all conditions together", "[formula]") {
  const Shifted s({to(Input::message, {.dimension = 0, .membership = 1}),
                   to(Input::peer_cue, {.dimension = 1, .membership = 0, .lowest_marks = 0.5f}),
                   to(Input::support, {.subject = 2}), to(Input::study_support, {.grade = 3})});
  const models::Inputs inputs = s.on(0);
  bool right = true;
  std::size_t halves = 0;
  for (std::size_t row = 0; row < 60; ++row) {
    right = right && (inputs.of(Input::message, row) != 0) == (s.school->membership[0][row] == 1);
    right = right && (inputs.of(Input::peer_cue, row) == 0 || s.school->membership[1][row] == 0);
    halves += s.school->membership[1][row] == 0 ? 1 : 0;
  }
  for (std::size_t j = 0; j < s.school->staff.size(); ++j) {
    right = right && (inputs.of(Input::support, j) != 0) == (s.school->staff.subject[j] == 2);
  }
  CHECK(right);
  CHECK(reached(inputs, Input::peer_cue) == (halves + 1) / 2);
  CHECK(reached(inputs, Input::study_support) == 0);  // the school has one grade
}

TEST_CASE("reach: the lowest by marks on entry, and by frailty", "[formula]") {
  const Shifted s({to(Input::message, {.lowest_marks = 0.25f}),
                   to(Input::attendance_support, {.lowest_attendance = 0.1f})});
  const models::Inputs inputs = s.on(0);
  CHECK(reached(inputs, Input::message) == 15);
  CHECK(reached(inputs, Input::attendance_support) == 6);
  const auto& school = *s.school;
  float highest_in = -1, lowest_out = 5, frail_in = 9, frail_out = -9;
  for (std::size_t row = 0; row < 60; ++row) {
    const float marks = school.entry.marks[school.id[row]], frailty = school.frailty[row];
    if (inputs.of(Input::message, row) != 0) {
      highest_in = std::max(highest_in, marks);
    } else {
      lowest_out = std::min(lowest_out, marks);
    }
    if (inputs.of(Input::attendance_support, row) != 0) {
      frail_in = std::min(frail_in, frailty);
    } else {
      frail_out = std::max(frail_out, frailty);
    }
  }
  CHECK(highest_in <= lowest_out);
  CHECK(frail_in >= frail_out);
}

TEST_CASE("reach: a larger share reaches everyone whom a smaller one does", "[formula]") {
  const Shifted s({to(Input::message, {.share = 0.3f}), to(Input::peer_cue, {.share = 0.7f})});
  const models::Inputs inputs = s.on(0);
  std::size_t few = 0, many = 0, both = 0;
  for (std::size_t row = 0; row < 60; ++row) {
    const bool a = inputs.of(Input::message, row) != 0, b = inputs.of(Input::peer_cue, row) != 0;
    few += a ? 1 : 0;
    many += b ? 1 : 0;
    both += a && b ? 1 : 0;
  }
  CHECK(both == few);
  CHECK(few > 5);  // 18 on average, standard deviation 3.5
  CHECK(few < 31);
  CHECK(many > 29);
  CHECK(many < 55);
}

TEST_CASE("fidelity: what schools deliver, the same draw for all levers of a program",
          "[formula]") {
  models::Lever a = lever(Input::support, 0.5f), b = lever(Input::message, 0.5f);
  a.fidelity = b.fidelity = 0.6f;
  CHECK(Shifted({a}).on(0).of(Input::support, 0) == Approx(0.3));
  a.fidelity_spread = b.fidelity_spread = 0.3f;
  const models::Inputs same = Shifted({a, b}).on(0);
  CHECK(same.of(Input::support, 0) == same.of(Input::message, 0));
  CHECK(same.of(Input::support, 0) >= 0.15f);  // 0.5 * (0.6 - 0.3)
  CHECK(same.of(Input::support, 0) <= 0.45f);
  b.program = 1;
  const models::Inputs other = Shifted({a, b}).on(0);
  CHECK(other.of(Input::support, 0) != other.of(Input::message, 0));
}
