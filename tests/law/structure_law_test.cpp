// The structure of a roster: what is sound, and what the timetable makes of free periods.

#include <catch2/catch.hpp>

#include "models/structure_words.h"

namespace {

using models::Structure;

/// Four periods, three students, two teachers:
///   student 0: sections 0 (period 0, subject 0), 1 (period 1, subject 5)
///   student 1: sections 0, 2 (period 3, subject 2)
///   student 2: section 2
Structure small() {
  Structure s;
  s.periods = 4;
  s.teachers = 2;
  s.grades = 2;
  s.people.grade = {0, 0, 1};
  s.people.membership[1] = {1, models::kNotGiven, 0};
  s.sections.resize(3);
  const std::uint8_t period[] = {0, 1, 3}, subject[] = {0, 5, 2};
  for (std::size_t k = 0; k < 3; ++k) {
    s.sections[k].period = period[k];
    s.sections[k].subject = subject[k];
    s.sections[k].teacher = k == 1 ? 1 : 0;
  }
  s.first_member = {0, 2, 3, 5};
  s.members = {0, 1, 0, 1, 2};
  s.first_friend = {0, 1, 1, 3};
  s.friends = {2, 0, 1};
  return s;
}

}  // namespace

TEST_CASE("a free period is spent in a class of one's own, and nobody meets anybody else",
          "[formula]") {
  const models::Timetable t = models::timetable_of(small());
  const std::uint16_t expected[3][4] = {{0, 1, 1, 0}, {0, 2, 0, 2}, {2, 2, 2, 2}};
  for (std::size_t id = 0; id < 3; ++id) {
    for (std::size_t p = 0; p < 4; ++p) CHECK(t.section[p][id] == expected[id][p]);
  }
  CHECK(t.members == std::vector<std::uint16_t>{0, 1, 0, 1, 2});
  CHECK(t.sections[0].students == 2);
  // One teacher is one pair, whichever the period: sections 0 and 2 share teacher 0.
  CHECK(t.slot[3][1] == 0);
  CHECK(t.slot[1][0] == 1);
}

TEST_CASE("in a self-contained school free periods are spent in the first class", "[formula]") {
  Structure s = small();
  s.self_contained = 1;
  const models::Timetable t = models::timetable_of(s);
  CHECK(t.section[2][0] == 0);
  CHECK(t.section[3][0] == 0);
}

TEST_CASE("a structure survives its journey as words", "[promise]") {
  const Structure s = small();
  REQUIRE(models::is_sound(s));
  const auto words = models::words_of(s);
  const auto back = models::structure_in(words);
  REQUIRE(back);
  CHECK(models::words_of(*back) == words);
  CHECK(back->friends == s.friends);
  CHECK(back->people.membership == s.people.membership);
  for (std::size_t length = 0; length < words.size(); ++length) {
    CHECK_FALSE(models::structure_in(std::span(words).first(length)));
  }
}

TEST_CASE("a structure that leads out of bounds is not sound", "[law]") {
  Structure s = small();
  SECTION("a teacher who is not there") { s.sections[1].teacher = 2; }
  SECTION("a period beyond the day") { s.sections[1].period = 4; }
  SECTION("a subject that is not known") { s.sections[1].subject = 7; }
  SECTION("a day that is too short") { s.periods = 3; }
  SECTION("a day that is too long") { s.periods = 8; }
  SECTION("a grade that is not there") { s.people.grade[0] = 2; }
  SECTION("a member who is not there") { s.members[4] = 3; }
  SECTION("a member twice") { s.members = {0, 0, 0, 1, 2}; }
  SECTION("a student in two places") { s.sections[1].period = 0; }
  SECTION("a student without a class") { s.members[4] = 1, s.members[3] = 0; }
  SECTION("lists that do not end") { s.first_member.back() = 6; }
  SECTION("lists that overlap") { s.first_member[1] = 4; }
  SECTION("a membership that no dimension has") { s.people.membership[1][0] = 8; }
  SECTION("memberships of nobody") { s.people.membership[1].assign(3, models::kNotGiven); }
  SECTION("too few memberships") { s.people.membership[1].pop_back(); }
  SECTION("a friend who is not there") { s.friends[0] = 3; }
  SECTION("one's own friend") { s.friends[0] = 0; }
  SECTION("a friend twice") { s.friends[2] = 0; }
  SECTION("nobody at all") { s.people.grade.clear(); }
  CHECK_FALSE(models::is_sound(s));
  CHECK_FALSE(models::structure_in(models::words_of(s)));
}
