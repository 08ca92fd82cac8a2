// Elementary schools, and blocks of students who share three core courses.

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "models/timetable.h"

namespace {

struct Drawn {
  models::People people;
  models::Timetable t;
};

Drawn drawn(const models::SchoolProfile& profile, bool blocks) {
  Drawn d;
  models::Identity identity;
  identity.dimensions = 1;
  identity.dimension[0].memberships = 1;
  identity.dimension[0].row[0].share = 1;
  const sim::Stream stream = sim::stream(5, 2, 0);
  models::draw_people(stream, profile, identity, {}, {}, {}, {}, d.people);
  d.t = models::draw_timetable(stream, profile, d.people, models::Pools::one(blocks), 1);
  return d;
}

/// The section in which a student has a subject.
std::uint16_t taken(const Drawn& d, std::size_t id, std::uint8_t subject) {
  std::size_t p = 0;
  while (d.t.sections[d.t.section[p][id]].subject != subject) ++p;
  return d.t.section[p][id];
}

}  // namespace

TEST_CASE("elementary: one class with its teacher all day, the last period a special",
          "[formula]") {
  const float students = GENERATE(1.0f, 12.0f, 50.0f, 400.0f, 1200.0f);
  const float grades = GENERATE(1.0f, 4.0f);
  const float periods = GENERATE(4.0f, 7.0f);
  CAPTURE(students, grades, periods);
  models::SchoolProfile profile;
  profile.students = students;
  profile.elementary = 1;
  profile.grades = grades;
  profile.periods = periods;
  const Drawn d = drawn(profile, false);
  const std::size_t last = d.t.periods - 1;
  std::set<std::uint16_t> class_teachers;
  std::size_t classes = 0;
  for (const models::Section& s : d.t.sections) {
    if (s.period != 0) continue;
    ++classes;
    class_teachers.insert(s.teacher);
    CHECK(s.students > 0);
    CHECK(s.students <= 36);
  }
  CHECK(class_teachers.size() == classes);  // one class each
  bool all_day = true, own_special = true, own_grade = true, slots = true;
  for (std::size_t id = 0; id < d.people.size(); ++id) {
    for (std::size_t p = 0; p <= last; ++p) {
      const models::Section& s = d.t.sections[d.t.section[p][id]];
      own_grade = own_grade && s.grade == d.people.grade[id];
      if (p < last) {
        all_day = all_day && d.t.section[p][id] == d.t.section[0][id];
        slots = slots && d.t.slot[p][id] == 0;
      } else {
        own_special = own_special && s.period == last && class_teachers.count(s.teacher) == 0;
        slots = slots && d.t.slot[p][id] == last;
      }
    }
  }
  CHECK(all_day);
  CHECK(own_special);
  CHECK(own_grade);
  CHECK(slots);
  CHECK(d.t.members.size() == 2 * d.people.size());  // each in a class and in a special
}

TEST_CASE("blocks: who shares one core course shares all three, and their teachers", "[formula]") {
  const float students = GENERATE(1.0f, 50.0f, 400.0f, 1200.0f, 3000.0f);
  const float periods = GENERATE(4.0f, 6.0f, 7.0f);
  const float grades = GENERATE(1.0f, 4.0f);
  CAPTURE(students, periods, grades);
  models::SchoolProfile profile;
  profile.students = students;
  profile.periods = periods;
  profile.grades = grades;
  const Drawn d = drawn(profile, true);
  std::map<std::uint16_t, std::array<std::uint16_t, 2>> others;  // courses 1 and 2, by course 0
  std::map<std::uint16_t, std::array<std::uint16_t, 2>> team;    // the same for teachers
  bool together = true, teachers = true, levels = true, places = true;
  for (std::size_t id = 0; id < d.people.size(); ++id) {
    const std::uint16_t a = taken(d, id, 0), b = taken(d, id, 1), c = taken(d, id, 2);
    const auto& s = d.t.sections;
    const auto [group, new_group] = others.try_emplace(a, std::array{b, c});
    together = together && group->second == std::array{b, c};
    const auto [block, new_block] =
        team.try_emplace(s[a].teacher, std::array{s[b].teacher, s[c].teacher});
    teachers = teachers && block->second == std::array{s[b].teacher, s[c].teacher};
    for (std::size_t p = 0; p < d.t.periods; ++p) {
      const models::Section& now = s[d.t.section[p][id]];
      places = places && now.period == p && now.grade == d.people.grade[id];
      // Mixed sections, but each student's course keeps its level.
      if (now.subject < 3) {
        levels = levels && d.t.advanced[p][id] == d.people.advanced[now.subject][id];
      }
    }
  }
  CHECK(together);
  CHECK(teachers);
  CHECK(levels);
  CHECK(places);
  std::set<std::pair<std::uint16_t, std::uint8_t>> busy;
  for (const models::Section& s : d.t.sections) {
    const bool free = busy.insert({s.teacher, s.period}).second;
    CHECK(free);
  }
}
