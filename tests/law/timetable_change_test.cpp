// A term's boundary at which the timetable changes: both timetables have a place for everyone in
// every subject, and what was learned, given and known moves along.

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <string>

#include "tests/law/small_school.h"

namespace {

using models::School;
using models::Seating;

constexpr std::uint32_t kBlocks = models::timetable_kind(models::LevelRule::race, true);

std::unique_ptr<School> with_blocks(float students, float teacher_classes) {
  models::SchoolPlan plan = small_school::plan(students, false, teacher_classes);
  plan.timetables = 1u | 1u << kBlocks;
  return models::build_school(plan, nullptr);
}

const models::Section& section(const Seating& seating, std::size_t p, std::size_t row) {
  return seating.timetable.sections[seating.section[p][row]];
}

/// What is wrong with a timetable by row: "" if nothing. `most`: of the planned size in a class.
std::string fault(const School& school, const Seating& seating, float most) {
  for (std::size_t row = 0; row < school.students(); ++row) {
    std::set<int> subjects;
    for (std::size_t p = 0; p < school.periods(); ++p) {
      const models::Section& s = section(seating, p, row);
      if (s.period != p) return "a class that meets in another period";
      if (s.teacher != seating.teacher[p][row]) return "another section's teacher";
      if (s.teacher >= school.staff.size()) return "a teacher whom the school does not have";
      subjects.insert(s.subject);
    }
    if (subjects.size() != school.periods()) return "a subject is missing";
  }
  std::set<std::pair<int, int>> busy;
  std::size_t seats = 0, near = 0;
  const float plan = school.plan.profile.class_size;
  for (const models::Section& s : seating.timetable.sections) {
    if (!busy.insert({s.teacher, s.period}).second) return "a teacher in two classes at once";
    const auto size = static_cast<float>(s.students);
    if (size < 1 || size > most * plan) return "a class of " + std::to_string(s.students);
    near += size >= 0.5f * plan ? 1 : 0;
    seats += s.students;
  }
  if (seats != school.students() * school.periods()) return "seats do not add up";
  if (10 * near < 8 * seating.timetable.sections.size()) return "many small classes";
  return "";
}

/// A value of its own for every student and number.
float own(std::size_t row, std::size_t number) {
  return static_cast<float>(row) + 0.125f * static_cast<float>(number);
}

models::State labelled(const School& school, const Seating& seating) {
  models::State state;
  state.resize(school.students(), school.staff.size());
  for (std::size_t row = 0; row < school.students(); ++row) {
    state.trust[row] = -own(row, 1);
    for (std::size_t p = 0; p < school.periods(); ++p) {
      const std::uint8_t subject = section(seating, p, row).subject;
      state.knowledge[p][row] = own(row, subject);
      state.mark[p][row] = 1000 + own(row, subject);
      state.term_marks[p][row] = 2000 + own(row, subject);
      const std::uint8_t slot = seating.slot[p][row];
      state.relation[slot][row] = 3000 + static_cast<float>(seating.teacher[p][row]);
      state.memory[slot][row] = 4000 + static_cast<float>(seating.teacher[p][row]);
      state.known[slot][row] = 5000 + static_cast<float>(seating.teacher[p][row]);
    }
  }
  return state;
}

}  // namespace

TEST_CASE("a changed timetable: no clashes, every subject, classes of the planned size", "[law]") {
  const float students = GENERATE(100.0f, 237.0f, 900.0f);
  const float classes = GENERATE(5.0f, 7.0f);
  CAPTURE(students, classes);
  const auto school = with_blocks(students, classes);
  CHECK(fault(*school, school->seating, 1.6f) == "");
  // Blocks fix three courses, so that the others are less free to even out.
  CHECK(fault(*school, school->seated(kBlocks), 2.0f) == "");
  std::size_t moved = 0;
  for (std::size_t row = 0; row < school->students(); ++row) {
    for (std::size_t p = 0; p < school->periods(); ++p) {
      moved += school->seating.section[p][row] != school->seated(kBlocks).section[p][row] ? 1 : 0;
    }
  }
  CHECK(moved > school->students());  // the timetable does change
}

TEST_CASE("a changed timetable: courses keep what was learned, teachers whom they know", "[law]") {
  const auto school = with_blocks(237, 5);
  const Seating &from = school->seating, &to = school->seated(kBlocks);
  models::State state = labelled(*school, from);
  models::change_timetable(*school, from, to, state);
  std::size_t kept = 0, fresh = 0;
  bool courses = true, pairs = true;
  for (std::size_t row = 0; row < school->students(); ++row) {
    std::set<std::uint16_t> before;
    for (std::size_t p = 0; p < school->periods(); ++p) before.insert(from.teacher[p][row]);
    for (std::size_t p = 0; p < school->periods(); ++p) {
      const std::uint8_t subject = section(to, p, row).subject;
      courses = courses && state.knowledge[p][row] == own(row, subject) &&
                state.mark[p][row] == 1000 + own(row, subject) &&
                state.term_marks[p][row] == 2000 + own(row, subject);
      const bool knew = before.count(to.teacher[p][row]) != 0;
      const auto teacher = static_cast<float>(to.teacher[p][row]);
      const std::uint8_t slot = to.slot[p][row];
      pairs = pairs && state.relation[slot][row] == (knew ? 3000 + teacher : state.trust[row]) &&
              state.memory[slot][row] == (knew ? 4000 + teacher : 0) &&
              state.known[slot][row] == (knew ? 5000 + teacher : 0);
      ++(knew ? kept : fresh);
    }
  }
  CHECK(courses);
  CHECK(pairs);
  CHECK(kept > 0);  // both kinds are there
  CHECK(fresh > 0);
}

TEST_CASE("a timetable that changes into itself changes nothing", "[law]") {
  const auto school = with_blocks(100, 7);
  models::State state = labelled(*school, school->seating);
  const models::State before = state;
  models::change_timetable(*school, school->seating, school->seating, state);
  for (std::size_t p = 0; p < school->periods(); ++p) {
    for (std::size_t row = 0; row < school->students(); ++row) {
      const std::uint8_t slot = school->seating.slot[p][row];
      CHECK(state.knowledge[p][row] == before.knowledge[p][row]);
      CHECK(state.relation[slot][row] == before.relation[slot][row]);
    }
  }
}

TEST_CASE("shared blocks from the second term: the first term is the same to the bit", "[law]") {
  models::SchoolPlan plan = small_school::plan(100, false, 5);
  plan.calendar.days = 20;
  plan.calendar.terms = 2;
  plan.calendar.marking_periods = 1;
  plan.timetables = 1u | 1u << kBlocks;
  const auto school = models::build_school(plan, nullptr);
  const models::RecordPlan daily{1, {1}, {}, 0, {}};  // belonging, day by day
  const models::RecordLayout layout(daily, plan.calendar, plan.identity);
  const auto lived = [&](std::uint32_t opens) {
    models::Scenario scenario;
    scenario.parameters = plan.parameters;
    scenario.levers = {small_school::lever(models::Input::shared_blocks, 1, opens)};
    std::vector<models::Entries> entries(layout.entries());
    models::Recorder recorder(*school, daily, layout);
    recorder.start(entries.data(), nullptr, true);
    models::State state;
    models::start_year(*school, scenario, state);
    models::live_year(*school, scenario, sim::stream(7, 0, 2), daily, &recorder, {}, 0, state);
    std::vector<std::int64_t> sums;
    for (std::uint32_t day = 0; day < plan.calendar.days; ++day) {
      sums.push_back(entries[layout.entry(models::Outcome::belonging, day, 0)].squares);
    }
    return sums;
  };
  const auto never = lived(1000), second = lived(10), first = lived(0);
  for (std::size_t day = 0; day < 10; ++day) CHECK(second[day] == never[day]);
  CHECK(second[10] != never[10]);
  CHECK(first[0] != never[0]);
}
