// The day's sweep, lane by lane, against the same day in plain loops.

#include "tests/law/serial_day.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <string>

#include "models/setting.h"
#include "tests/law/small_school.h"

namespace {

/// First row in which two columns differ in any bit, or the number of rows.
std::size_t first_difference(const sim::Column<float>& a, const sim::Column<float>& b) {
  std::size_t row = 0;
  while (row < a.size() && std::memcmp(&a[row], &b[row], sizeof(float)) == 0) ++row;
  return row;
}

void compare(const char* name, const sim::Column<float>& swept, const sim::Column<float>& serial) {
  INFO(name);
  CHECK(first_difference(swept, serial) == swept.size());
}

void compare(const models::State& swept, const models::State& serial) {
  compare("belonging", swept.belonging.now(), serial.belonging.now());
  compare("uncertainty", swept.uncertainty.now(), serial.uncertainty.now());
  compare("engagement", swept.engagement.now(), serial.engagement.now());
  compare("lens", swept.lens, serial.lens);
  compare("smoothed experience", swept.smoothed, serial.smoothed);
  compare("vigilance", swept.vigilance, serial.vigilance);
  compare("trust", swept.trust, serial.trust);
  compare("discipline", swept.discipline, serial.discipline);
  compare("surprise", swept.surprise, serial.surprise);
  compare("newness", swept.newness, serial.newness);
  compare("days to stay away", swept.away, serial.away);
  compare("efforts", swept.efforts, serial.efforts);
  compare("days present", swept.days_present, serial.days_present);
  compare("days", swept.days, serial.days);
  compare("incidents", swept.incidents, serial.incidents);
  compare("ambiguous incidents", swept.subjective, serial.subjective);
  compare("referrals", swept.referrals, serial.referrals);
  compare("days suspended", swept.suspended, serial.suspended);
  compare("suspensions", swept.year_suspended, serial.year_suspended);
  compare("bids answered", swept.year_answered, serial.year_answered);
  for (std::size_t slot = 0; slot < models::kMaxPeriods; ++slot) {
    const std::string of = " of slot " + std::to_string(slot);
    compare(("relation" + of).c_str(), swept.relation[slot], serial.relation[slot]);
    compare(("known" + of).c_str(), swept.known[slot], serial.known[slot]);
    compare(("memory" + of).c_str(), swept.memory[slot], serial.memory[slot]);
  }
}

/// Blocks of rows, over all periods, in which every pair meets but once a day.
std::size_t single_blocks(const models::School& school) {
  std::size_t single = 0;
  for (std::size_t p = 0; p < school.periods(); ++p) {
    for (const std::uint8_t own : school.seating.single[p]) single += own;
  }
  return single;
}

float sum(const sim::Column<float>& column) {
  float total = 0;
  for (const float x : column.rows()) total += x;
  return total;
}

}  // namespace

TEST_CASE("a day swept in lanes is the day lived student by student, to the bit", "[law]") {
  const bool elementary = GENERATE(false, true);
  const float teacher_classes = GENERATE(1.0f, 7.0f);    // pairs that meet once, and more often
  const float students = GENERATE(1.0f, 60.0f, 150.0f);  // 150: the last lanes are not full
  CAPTURE(elementary, teacher_classes, students);
  const models::SchoolPlan plan = small_school::plan(students, elementary, teacher_classes);
  const auto school = models::build_school(plan, nullptr);
  const models::Scenario scenario = small_school::scenario(plan);
  models::Inputs inputs(*school, scenario);
  const sim::Stream stream = sim::stream(plan.seed, 0, 1);

  models::State swept;
  models::start_year(*school, scenario, swept);
  models::take_seats(school->seating, swept);
  models::rebuild_ties(*school, school->seating, swept);
  for (std::size_t row = 0; row < school->students(); ++row) {
    swept.surprise[row] = 0.3f - 0.01f * static_cast<float>(row % 60);
    swept.newness[row] = 0.005f * static_cast<float>(row % 60);
  }
  models::State serial = swept;

  for (std::uint32_t today = 0; today < 10; ++today) {
    inputs.rebuild(today);
    const models::Day day{*school, school->seating, scenario.parameters, inputs, stream, today};
    for (models::State* state : {&swept, &serial}) {
      models::rebuild_representation(*school, school->seating, scenario.parameters, inputs, *state);
      models::rebuild_support(*school, school->seating, scenario.parameters, inputs, *state);
      models::rebuild_cues(school->seating, scenario.parameters, inputs, *state);
    }
    models::morning(day, swept);
    models::live_day(day, swept);
    serial::live_day(day, serial);
    INFO("day " << today);
    compare(swept, serial);
  }

  if (students > 1) {  // else the days above would show little
    CHECK(sum(swept.days_present) < 10 * students);
    CHECK(sum(swept.subjective) > 0);
    CHECK(sum(swept.incidents) > sum(swept.referrals));
    CHECK(sum(swept.referrals) > 0);
    CHECK(sum(swept.suspended) > 0);
  }
}

TEST_CASE("the days above know pairs that meet once and pairs that meet more often", "[law]") {
  const auto own = models::build_school(small_school::plan(60, false, 1), nullptr);
  const auto shared = models::build_school(small_school::plan(60, false, 7), nullptr);
  const auto all_day = models::build_school(small_school::plan(60, true), nullptr);
  CHECK(single_blocks(*own) == 6 * 4);  // 6 periods, 4 blocks of 16 rows
  CHECK(single_blocks(*shared) < 6 * 4);
  CHECK(single_blocks(*all_day) == 4);  // the special subject
}
