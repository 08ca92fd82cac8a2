#include "models/later_years.h"

#include "models/next_year.h"
#include "models/school_year.h"

namespace models {
namespace {

constexpr std::uint32_t kHired = 200000;          // ids of teachers hired in later years start here
constexpr std::uint32_t kHiresAYear = 70000;      // and those of each year so much further
constexpr std::uint32_t kEntering = 0xa0000000u;  // streams of those who enter later

void move_up(const School& before, School& next) {
  const Parameters& p = next.plan.parameters;
  next.people = before.people;
  People& people = next.people;
  const auto last = static_cast<std::uint8_t>(next.plan.profile.grades - 1.0f);
  for (std::uint32_t id = 0; id < people.size(); ++id) {
    const bool leaves = people.grade[id] == last;
    people.grade[id] = leaves ? std::uint8_t{0} : static_cast<std::uint8_t>(people.grade[id] + 1);
    if (!leaves) continue;
    people.entered[id] = static_cast<std::uint8_t>(next.year);
    draw_student(next.stream, id, next.year, p.behaviour, p.attendance, p.lens, p.belonging,
                 people);
  }
  draw_levels(next.stream, next.plan.profile, next.plan.identity, people.preparation,
              people.membership, LevelRule::race, people.advanced);
}

/// What entrants bring, each from a keyed student of the first year's first grade; and friends who
/// came along.
void draw_entrants(const School& first, School& next) {
  Entry& entry = next.entry;
  entry.resize(next.people.size());
  std::vector<std::uint32_t> first_grade;
  for (std::uint32_t id = 0; id < first.people.size(); ++id) {
    if (first.people.grade[id] == 0) first_grade.push_back(id);
  }
  const FriendshipView view{&next.people, &next.plan.identity, nullptr, nullptr, nullptr};
  const sim::Stream stream =
      sim::stream(next.plan.seed, next.plan.school, kEntering | next.year << 20 | next.plan.redraw);
  first_friendships(stream, view, next.plan.parameters.friendship, entry.friends);
  for (std::uint32_t id = 0; id < next.people.size(); ++id) {
    if (!next.entered(id)) continue;
    const auto word = sim::draw(next.stream, id, 1, next.year, purpose::entry)[0];
    const std::uint32_t like = first_grade[static_cast<std::size_t>(
        (static_cast<std::uint64_t>(word) * first_grade.size()) >> 32)];
    copy_entry(first.entry, like, entry, id);
    entry.lens[id] = next.people.lens[id];
  }
}

}  // namespace

void build_later_years(School& school) {
  const School* before = &school;
  for (std::uint32_t year = 1; year < school.plan.calendar.years; ++year) {
    const auto next = std::make_shared<School>();
    next->plan = school.plan;
    next->stream = school.stream;
    next->year = year;
    move_up(*before, *next);
    build_year(*next, false, 1 + year, kHired + year * kHiresAYear, before);
    draw_entrants(school, *next);
    school.later.push_back(next);
    before = next.get();
  }
}

}  // namespace models
