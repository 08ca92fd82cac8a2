// A trial's lots, and what they leave of a lever.

#include "models/assignment.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "models/inputs.h"
#include "models/timetable_kind.h"
#include "tests/law/small_school.h"

namespace {

using models::Arm, models::Assignment, models::Input, models::TrialUnit;

std::unique_ptr<models::School> school(Assignment assignment, std::uint32_t kinds = 1,
                                       std::uint32_t redraw = 0) {
  models::SchoolPlan plan = small_school::plan(120, false);
  plan.assignment = assignment;
  plan.timetables = kinds;
  plan.redraw = redraw;
  return models::build_school(plan, nullptr);
}

std::size_t count(const models::School& s, Arm arm) {
  std::size_t n = 0;
  for (const std::uint8_t one : s.arms.student.rows()) {
    n += one == static_cast<std::uint8_t>(arm) ? 1 : 0;
  }
  return n;
}

/// A lever under trial; its program's number is 7.
models::Scenario on_trial(Input input, float amount) {
  models::Scenario scenario;
  scenario.levers = {small_school::lever(input, amount)};
  scenario.levers.front().program = 7;
  scenario.on_trial = {1, 1, {7}};
  return scenario;
}

Assignment students() { return {TrialUnit::student, 0, 0.5f, 1.0f, 0}; }

}  // namespace

TEST_CASE("lots: the numbers on both sides are fixed, and who is treated is not", "[formula]") {
  Assignment third = students();
  third.share = 0.25f;
  third.enrolled = 0.5f;
  const auto one = school(third), other = school(third, 1, 1);
  for (const auto* s : {one.get(), other.get()}) {
    CHECK(count(*s, Arm::treated) == 15);
    CHECK(count(*s, Arm::control) == 45);
    CHECK(count(*s, Arm::outside) == 60);
  }
  CHECK(!std::equal(one->arms.student.rows().begin(), one->arms.student.rows().end(),
                    other->arms.student.rows().begin()));
}

TEST_CASE("lots: classes and teachers of a subject carry their students", "[formula]") {
  const bool classes = GENERATE(true, false);
  const auto s = school({classes ? TrialUnit::section : TrialUnit::teacher, 1, 0.5f, 1.0f, 0});
  const models::Timetable& t = s->seating.timetable;
  std::map<std::uint32_t, std::set<std::uint8_t>> arms;  // of each unit
  for (std::uint32_t id = 0; id < s->students(); ++id) {
    for (std::uint32_t p = 0; p < t.periods; ++p) {
      const std::uint16_t section = t.section[p][id];
      if (t.sections[section].subject != 1) continue;
      const std::uint32_t unit = classes ? section : t.sections[section].teacher;
      CHECK(s->arms.cluster[id] == unit);
      arms[unit].insert(s->arms.student[id]);
    }
  }
  std::size_t treated = 0;
  for (const auto& [unit, of] : arms) {
    CHECK(of.size() == 1);
    treated += *of.begin() == static_cast<std::uint8_t>(Arm::treated) ? 1 : 0;
  }
  CHECK(treated == (arms.size() + 1) / 2);
}

TEST_CASE("lots: a student's lever reaches the treated; a teacher's as many seats as are theirs",
          "[formula]") {
  const auto s = school(students());
  models::Inputs inputs(*s, on_trial(Input::peer_cue, 0.5f));
  inputs.rebuild(0);
  for (std::size_t row = 0; row < s->students(); ++row) {
    CHECK(inputs.of(Input::peer_cue, row) == (s->arms.treated[s->id[row]] != 0 ? 0.5f : 0.0f));
  }
  models::Inputs practice(*s, on_trial(Input::support, 0.5f));
  practice.rebuild(0);
  const models::Timetable& t = s->seating.timetable;
  for (std::size_t j = 0; j < s->staff.size(); ++j) {
    float seats = 0, treated = 0;
    for (std::size_t k = 0; k < t.sections.size(); ++k) {
      if (t.sections[k].teacher != j) continue;
      for (std::uint32_t m = t.first_member[k]; m < t.first_member[k + 1]; ++m) {
        ++seats;
        treated += s->arms.treated[t.members[m]];
      }
    }
    CHECK(practice.of(Input::support, j) == Approx(seats > 0 ? 0.5f * treated / seats : 0.0f));
  }
}

TEST_CASE("lots: assigned teachers have all of a lever, others nothing", "[formula]") {
  const auto s = school({TrialUnit::teacher, 2, 0.5f, 1.0f, 0});
  models::Inputs inputs(*s, on_trial(Input::support, 0.5f));
  inputs.rebuild(0);
  std::size_t treated = 0;
  for (std::size_t j = 0; j < s->staff.size(); ++j) {
    const float x = inputs.of(Input::support, j);
    CHECK((x == 0.0f || x == 0.5f));
    if (x != 0.0f) CHECK(s->staff.subject[j] == 2);
    treated += x != 0.0f ? 1 : 0;
  }
  CHECK(treated > 0);
}

TEST_CASE("lots: a program that is not on trial reaches everyone", "[formula]") {
  const auto s = school(students());
  models::Scenario scenario = on_trial(Input::peer_cue, 0.5f);
  scenario.levers.front().program = 8;
  models::Inputs inputs(*s, scenario);
  inputs.rebuild(0);
  for (std::size_t row = 0; row < s->students(); ++row) {
    CHECK(inputs.of(Input::peer_cue, row) == 0.5f);
  }
}

TEST_CASE("lots: arms that are apart share no section and no teacher", "[formula]") {
  const bool blocks = GENERATE(false, true);
  const std::uint32_t kind = blocks ? models::kApartWithBlocks : models::kApart;
  Assignment apart = students();
  apart.apart = 1;
  const auto s = school(apart, 1u | 1u << kind);
  const models::Timetable& t = s->seated(kind).timetable;
  std::map<std::uint16_t, std::set<std::uint8_t>> of_section, of_teacher;
  std::set<std::array<std::uint16_t, 3>> together;  // core sections of the treated
  for (std::uint32_t id = 0; id < s->students(); ++id) {
    std::array<std::uint16_t, 3> core{};
    for (std::uint32_t p = 0; p < t.periods; ++p) {
      const std::uint16_t section = t.section[p][id];
      of_section[section].insert(s->arms.treated[id]);
      of_teacher[t.sections[section].teacher].insert(s->arms.treated[id]);
      if (t.sections[section].subject < 3) core[t.sections[section].subject] = section;
    }
    if (s->arms.treated[id] != 0) together.insert(core);
  }
  for (const auto& [section, arms] : of_section) CHECK(arms.size() == 1);
  for (const auto& [teacher, arms] : of_teacher) CHECK(arms.size() == 1);
  CHECK((together.size() == 3) == blocks);  // 60 treated in classes of 20

  // A lever on teachers is then all or nothing.
  models::Scenario scenario = on_trial(Input::support, 0.5f);
  if (blocks) {
    scenario.levers.push_back(small_school::lever(Input::shared_blocks, 1));
    scenario.levers.back().program = 7;
  }
  models::Inputs inputs(*s, scenario);
  inputs.rebuild(0);
  for (const auto& [teacher, arms] : of_teacher) {
    CHECK(inputs.of(Input::support, teacher) == (*arms.begin() != 0 ? 0.5f : 0.0f));
  }
}
