// Timetables: nobody is in two places at once, everyone has every course, and the lists that the
// rest of the model reads from say the same.

#include "models/timetable.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "models/section_plan.h"

namespace {

struct Drawn {
  models::SchoolProfile profile;
  models::People people;
  models::Timetable t;
};

Drawn drawn(models::SchoolProfile profile, bool by_feeder = false, bool blocks = false) {
  Drawn d;
  d.profile = profile;
  models::Identity identity;
  identity.dimensions = 1;
  identity.dimension[0].memberships = 1;
  identity.dimension[0].row[0].share = 1;
  const sim::Stream stream = sim::stream(3, 1, 0);
  models::draw_people(stream, profile, identity, {}, {}, {}, {}, d.people);
  models::Pools pools = models::Pools::one(blocks);
  if (by_feeder) pools = {&d.people.feeder, static_cast<std::uint32_t>(profile.feeders), 0};
  d.t = models::draw_timetable(stream, profile, d.people, pools, 1);
  return d;
}

models::SchoolProfile profile(float students, float periods, float grades) {
  models::SchoolProfile p;
  p.students = students;
  p.periods = periods;
  p.grades = grades;
  return p;
}

/// The section of a student's period.
const models::Section& section(const Drawn& d, std::size_t period, std::size_t id) {
  return d.t.sections[d.t.section[period][id]];
}

/// What is wrong with students' days: "" if nothing. Each period one class that meets then, each
/// subject once, in the student's grade (and in her feeder's pool), at her level.
std::string student_clash(const Drawn& d, bool by_feeder, bool levels) {
  for (std::size_t id = 0; id < d.people.size(); ++id) {
    std::set<std::uint8_t> subjects;
    for (std::size_t p = 0; p < d.t.periods; ++p) {
      const models::Section& s = section(d, p, id);
      if (s.period != p) return "a class that meets in another period";
      if (s.grade != d.people.grade[id]) return "a class of another grade";
      if (by_feeder && s.pool != d.people.feeder[id]) return "a class of another feeder";
      if (levels && s.advanced != d.t.advanced[p][id]) return "another level";
      subjects.insert(s.subject);
    }
    if (subjects.size() != d.t.periods) return "a course twice";
  }
  return "";
}

/// What is wrong with teachers' days: "" if nothing.
std::string teacher_clash(const Drawn& d) {
  const auto most = static_cast<std::uint32_t>(d.profile.teacher_classes);
  std::set<std::pair<std::uint16_t, std::uint8_t>> busy;
  std::vector<std::uint32_t> classes(d.t.teachers, 0);
  for (const models::Section& s : d.t.sections) {
    if (s.teacher >= d.t.teachers) return "a teacher whom the school does not have";
    if (!busy.insert({s.teacher, s.period}).second) return "two classes at once";
    if (++classes[s.teacher] > most) return "too many classes";
  }
  for (const std::uint32_t n : classes) {
    if (n == 0) return "no class at all";
  }
  return "";
}

/// What is wrong with the lists made from a timetable: "" if nothing.
std::string wrong_list(const models::Timetable& t, std::size_t students) {
  std::vector<std::vector<std::uint16_t>> members(t.sections.size());
  for (std::size_t p = 0; p < t.periods; ++p) {
    for (std::size_t id = 0; id < students; ++id) {
      const std::uint16_t s = t.section[p][id];
      if (t.sections[s].period == p) members[s].push_back(static_cast<std::uint16_t>(id));
      std::size_t first = 0;  // period with the same teacher
      while (t.sections[t.section[first][id]].teacher != t.sections[s].teacher) ++first;
      if (t.slot[p][id] != first) return "slot";
      if (t.day_of[id * models::kDayRoom + p] != s) return "day";
    }
  }
  for (std::size_t id = 0; id < students; ++id) {
    for (std::size_t p = t.periods; p < models::kDayRoom; ++p) {
      if (t.day_of[id * models::kDayRoom + p] != models::kNowhere) return "rest of the day";
    }
  }
  for (std::size_t s = 0; s < t.sections.size(); ++s) {
    const std::vector<std::uint16_t> listed(t.members.begin() + t.first_member[s],
                                            t.members.begin() + t.first_member[s + 1]);
    if (listed != members[s]) return "members";
    if (t.sections[s].students != members[s].size()) return "size";
  }
  return "";
}

}  // namespace

TEST_CASE("timetable: no clashes, every course once a day, and lists that agree", "[formula]") {
  const float students = GENERATE(1.0f, 12.0f, 50.0f, 400.0f, 1200.0f, 3000.0f);
  const float periods = GENERATE(4.0f, 5.0f, 6.0f, 7.0f);
  const float grades = GENERATE(1.0f, 4.0f);
  CAPTURE(students, periods, grades);
  const Drawn d = drawn(profile(students, periods, grades));
  CHECK(d.t.periods == static_cast<std::uint32_t>(periods));
  CHECK(student_clash(d, false, true) == "");
  CHECK(teacher_clash(d) == "");
  CHECK(wrong_list(d.t, d.people.size()) == "");
}

TEST_CASE("timetable: the largest school has one as well", "[formula]") {
  const Drawn d = drawn(profile(65535, 6, 4));
  CHECK(student_clash(d, false, true) == "");
  CHECK(teacher_clash(d) == "");
  CHECK(wrong_list(d.t, d.people.size()) == "");
}

TEST_CASE("timetable: sections of a course and level that meet together are of one size",
          "[formula]") {
  const float students = GENERATE(50.0f, 400.0f, 3000.0f);
  const float grades = GENERATE(1.0f, 4.0f);
  const bool by_feeder = GENERATE(false, true);
  CAPTURE(students, grades, by_feeder);
  const Drawn d = drawn(profile(students, 6, grades), by_feeder);
  std::map<std::array<std::uint8_t, 5>, std::pair<int, int>> sizes;  // least and most students
  for (const models::Section& s : d.t.sections) {
    const int size = s.students;
    const std::array key{s.pool, s.grade, s.subject, s.advanced, s.period};
    auto& [least, most] = sizes.try_emplace(key, size, size).first->second;
    least = std::min(least, size);
    most = std::max(most, size);
  }
  for (const auto& [key, size] : sizes) CHECK(size.second - size.first <= 1);
}

TEST_CASE("timetable: in a prior year every feeder is a school of its own", "[formula]") {
  const float students = GENERATE(12.0f, 400.0f, 1200.0f);
  CAPTURE(students);
  const Drawn d = drawn(profile(students, 6, 1), true);
  CHECK(student_clash(d, true, true) == "");
  CHECK(teacher_clash(d) == "");
  CHECK(wrong_list(d.t, d.people.size()) == "");
}

TEST_CASE("timetable: class sizes lie near the plan", "[formula]") {
  const float students = GENERATE(400.0f, 1200.0f, 3000.0f);
  const float periods = GENERATE(4.0f, 6.0f, 7.0f);
  CAPTURE(students, periods);
  const Drawn d = drawn(profile(students, periods, 1));
  std::size_t largest = 0, near = 0;
  for (const models::Section& s : d.t.sections) {
    largest = std::max<std::size_t>(largest, s.students);
    near += s.students >= 0.5f * 24 && s.students <= 1.25f * 24 ? 1 : 0;
    CHECK(s.students > 0);
  }
  const double mean =
      static_cast<double>(students * periods) / static_cast<double>(d.t.sections.size());
  CHECK(mean >= 0.75 * 24);
  CHECK(mean <= 1.25 * 24);
  CHECK(largest <= 36);
  CHECK(static_cast<double>(near) >= 0.8 * static_cast<double>(d.t.sections.size()));
}

TEST_CASE("timetable: as many sections as make the mean size nearest to the plan", "[formula]") {
  CHECK(models::sections_for(1, 24) == 1);
  CHECK(models::sections_for(35, 24) == 1);
  CHECK(models::sections_for(36, 24) == 2);
  CHECK(models::sections_for(48, 24) == 2);
  CHECK(models::sections_for(59, 24) == 2);
  CHECK(models::sections_for(60, 24) == 3);
}

TEST_CASE("timetable: periods together, counted for two students", "[formula]") {
  const Drawn d = drawn(profile(50, 6, 1));
  for (std::size_t id = 0; id < 50; ++id) {
    const models::Eight together = d.t.together(id, 7);
    for (std::size_t p = 0; p < models::kDayRoom; ++p) {
      const bool same = p < 6 && d.t.section[p][id] == d.t.section[p][7];
      CHECK(static_cast<std::uint16_t>(together[p]) == (same ? 0xffff : 0));
    }
  }
}
