// Every outcome's value from a state made by hand: three students, two periods, two teachers.

#include <catch2/catch.hpp>
#include <initializer_list>
#include <map>
#include <string>

#include "models/record.h"

namespace {

using models::Outcome;

void put(sim::Column<float>& column, std::initializer_list<float> values) {
  std::size_t row = 0;
  for (const float x : values) column[row++] = x;
}

/// Rows 0, 1, 2 are the students with ids 2, 0, 1. Rows 0 and 1 share a membership.
struct ByHand {
  models::School school;
  models::Parameters p;
  models::State s;

  ByHand() {
    school.people.preparation.resize(3);
    school.plan.calendar.days = 100;
    school.plan.calendar.terms = 2;
    school.id.resize(3);
    school.row_of_id = {1, 2, 0};
    school.id[0] = 2;
    school.id[1] = 0;
    school.id[2] = 1;
    school.membership[0].resize(3);
    school.membership[0][2] = 1;
    models::Seating& seating = school.seating;
    seating.timetable.periods = 2;
    for (std::size_t period = 0; period < 2; ++period) {
      seating.slot[period].resize(3);
      seating.teacher[period].resize(3);
    }
    // Row 0 meets teacher 1 in both periods, one slot; the others meet teacher 0, then 1.
    seating.teacher[0][0] = 1;
    for (std::size_t row = 0; row < 3; ++row) seating.teacher[1][row] = 1;
    for (std::size_t row = 1; row < 3; ++row) seating.slot[1][row] = 1;
    s.resize(3, 2);
    befriend();
  }

  /// Row 0 names rows 1 and 2; row 1 names row 0; row 2 nobody.
  void befriend() {
    s.friends.make(2, 0, 1);
    s.friends.make(2, 1, 1);
    s.friends.make(0, 2, 1);
    s.friends_by_row.clear();
    s.friends_by_row.add(1, 100);
    s.friends_by_row.add(2, 200);
    s.friends_by_row.end_row();
    s.friends_by_row.add(0, 255);
    s.friends_by_row.end_row();
    s.friends_by_row.end_row();
  }

  std::vector<float> of(Outcome outcome) {
    sim::Column<float> scratch(3);
    scratch.fill(-99.0f);  // what an earlier outcome left there
    const float* values = models::outcome_values(outcome, school, school.seating, p, s, scratch);
    return {values, values + 3};
  }
};

void check(const std::vector<float>& values, std::initializer_list<float> expected) {
  REQUIRE(values.size() == expected.size());
  std::size_t row = 0;
  for (const float x : expected) {
    INFO("row " << row);
    CHECK(values[row++] == Approx(x).margin(1e-6));
  }
}

}  // namespace

TEST_CASE("outcomes: columns of the state as they are", "[formula]") {
  ByHand h;
  const std::map<Outcome, sim::Column<float>*> columns{
      {Outcome::belonging, &h.s.belonging.now()},
      {Outcome::uncertainty, &h.s.uncertainty.now()},
      {Outcome::engagement, &h.s.engagement.now()},
      {Outcome::vigilance, &h.s.vigilance},
      {Outcome::lens, &h.s.lens},
      {Outcome::trust, &h.s.trust},
      {Outcome::incidents, &h.s.incidents},
      {Outcome::subjective_incidents, &h.s.subjective},
      {Outcome::referrals, &h.s.referrals},
      {Outcome::suspended_days, &h.s.suspended},
      {Outcome::marks, &h.s.mean_mark}};
  float next = 1;
  for (const auto& [outcome, column] : columns) {
    put(*column, {next, next + 0.25f, next + 0.5f});
    next += 1;
  }
  next = 1;
  for (const auto& [outcome, column] : columns) {
    INFO(models::row(outcome).key);
    check(h.of(outcome), {next, next + 0.25f, next + 0.5f});
    next += 1;
  }
}

TEST_CASE("outcomes: means over the day's periods", "[formula]") {
  ByHand h;
  put(h.s.relation[0], {0.5f, 0.2f, -0.4f});
  put(h.s.relation[1], {9.0f, 0.6f, 0.8f});  // row 0 has no second slot
  check(h.of(Outcome::relation), {0.5f, 0.4f, 0.2f});
  put(h.s.support[0], {0.2f, 0.4f, 0.6f});
  put(h.s.support[1], {0.4f, 0.8f, 0.0f});
  check(h.of(Outcome::support), {0.3f, 0.6f, 0.3f});
  put(h.s.tie[0], {0.0f, 0.5f, 1.0f});
  put(h.s.tie[1], {0.5f, 0.5f, 0.0f});
  check(h.of(Outcome::peer_inclusion), {0.25f, 0.5f, 0.5f});
  put(h.s.knowledge[0], {1.0f, 0.5f, 0.0f});
  put(h.s.knowledge[1], {0.0f, 1.0f, 0.5f});
  check(h.of(Outcome::knowledge), {0.5f, 0.75f, 0.25f});
  put(h.s.practice, {0.2f, 0.6f});
  check(h.of(Outcome::practice), {0.6f, 0.4f, 0.4f});
}

TEST_CASE("outcomes: friends", "[formula]") {
  ByHand h;
  check(h.of(Outcome::friends), {2, 1, 0});
  check(h.of(Outcome::named_by), {1, 1, 1});
  check(h.of(Outcome::reciprocity), {0.5f, 1, 0});     // row 1 answers, row 2 does not
  check(h.of(Outcome::own_group_ties), {0.5f, 1, 0});  // row 2 is of another membership
}

TEST_CASE("outcomes: presence, this tick and over the year", "[formula]") {
  ByHand h;
  put(h.s.days, {5, 5, 0});
  put(h.s.days_present, {5, 2, 0});
  check(h.of(Outcome::attendance), {1, 0.4f, 0});
  // Over the year: the ticks that are over, and this one so far.
  put(h.s.year_present, {95, 88, 91});
  h.p.attendance.chronic = 0.1f;
  check(h.of(Outcome::absent_share), {0, 0.1f, 0.09f});
  check(h.of(Outcome::chronically_absent), {0, 1, 0});
  put(h.s.year_answered, {50, 9, 0});
  check(h.of(Outcome::affordance), {0.5f, 0.1f, 0});
  put(h.s.days_present, {0, 2, 0});
  put(h.s.year_present, {0, 88, 91});
  check(h.of(Outcome::affordance), {0, 0.1f, 0});  // never present: no bid was made
}

TEST_CASE("outcomes: discipline over the year", "[formula]") {
  ByHand h;
  put(h.s.year_referrals, {0, 1, 3});
  put(h.s.year_suspended, {0, 0, 2});
  check(h.of(Outcome::ever_referred), {0, 1, 1});
  check(h.of(Outcome::ever_suspended), {0, 0, 1});
}

TEST_CASE("outcomes: courses of the year, two terms of two counted each", "[formula]") {
  ByHand h;
  put(h.s.terms_counted, {4, 4, 0});
  put(h.s.points, {12, 5, 0});
  put(h.s.credits, {4, 1, 0});
  put(h.s.terms_failed, {0, 1, 2});
  check(h.of(Outcome::gpa), {3, 1.25f, 0});
  check(h.of(Outcome::credits), {1, 0.25f, 0});
  check(h.of(Outcome::core_passed), {1, 0, 0});
  check(h.of(Outcome::courses_failed), {0, 1.0f / 8, 2.0f / 8});  // of 4 core courses in 2 terms
  // On track: at most one core course failed, and at most one credit a term missing.
  check(h.of(Outcome::on_track), {1, 0, 0});
  put(h.s.credits, {2, 2, 0});
  check(h.of(Outcome::on_track), {1, 1, 0});
}
