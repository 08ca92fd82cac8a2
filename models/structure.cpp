#include "models/structure.h"

#include <algorithm>

namespace models {
namespace {

constexpr std::size_t kMostStudents = 65535, kMostSections = 60000, kMostTeachers = 60000;
constexpr std::uint16_t kFree = 0xffff;

/// first.size() - 1 lists, one after another, that make up `size` entries.
bool are_lists(const std::vector<std::uint32_t>& first, std::size_t lists, std::size_t size) {
  if (first.size() != lists + 1 || first.front() != 0 || first.back() != size) return false;
  return std::is_sorted(first.begin(), first.end());
}

bool people_in_bounds(const Structure& s) {
  const std::size_t n = s.students();
  if (n < 1 || n > kMostStudents) return false;
  for (const std::uint8_t grade : s.people.grade) {
    if (grade >= s.grades) return false;
  }
  for (const auto& membership : s.people.membership) {
    if (membership.empty()) continue;
    if (membership.size() != n) return false;
    bool known = false;
    for (const std::uint8_t m : membership) {
      if (m != kNotGiven && m >= kMaxMemberships) return false;
      known = known || m != kNotGiven;
    }
    if (!known) return false;
  }
  return true;
}

bool friends_in_bounds(const Structure& s) {
  if (s.first_friend.empty()) return s.friends.empty();
  if (!are_lists(s.first_friend, s.students(), s.friends.size())) return false;
  for (std::size_t id = 0; id < s.students(); ++id) {
    const std::uint32_t from = s.first_friend[id], to = s.first_friend[id + 1];
    if (to - from > kMaxFriends) return false;
    for (std::uint32_t k = from; k < to; ++k) {
      if (s.friends[k] >= s.students() || s.friends[k] == id) return false;
      if (k > from && s.friends[k] <= s.friends[k - 1]) return false;
    }
  }
  return true;
}

/// Puts every member of every section where the section meets; kFree elsewhere. False if somebody
/// would be in two places, or nowhere at all.
bool seat(const Structure& s, std::array<std::vector<std::uint16_t>, kMaxPeriods>& seats) {
  for (std::uint32_t p = 0; p < s.periods; ++p) seats[p].assign(s.students(), kFree);
  std::vector<std::uint8_t> seated(s.students(), 0);
  for (std::size_t k = 0; k < s.sections.size(); ++k) {
    for (std::uint32_t m = s.first_member[k]; m < s.first_member[k + 1]; ++m) {
      const std::uint16_t id = s.members[m];
      if (id >= s.students() || (m > s.first_member[k] && id <= s.members[m - 1])) return false;
      std::uint16_t& place = seats[s.sections[k].period][id];
      if (place != kFree) return false;
      place = static_cast<std::uint16_t>(k);
      seated[id] = 1;
    }
  }
  return std::find(seated.begin(), seated.end(), 0) == seated.end();
}

/// A student's own sections in the order in which they fill what is left of her day.
std::vector<std::uint16_t> own_sections(
    const Structure& s, const std::array<std::vector<std::uint16_t>, kMaxPeriods>& seats,
    std::size_t id) {
  std::vector<std::uint16_t> own;
  for (std::uint32_t p = 0; p < s.periods; ++p) {
    if (seats[p][id] != kFree) own.push_back(seats[p][id]);
  }
  if (s.self_contained != 0) {
    own.resize(1);
  } else {
    std::stable_sort(own.begin(), own.end(), [&](std::uint16_t a, std::uint16_t b) {
      return s.sections[a].subject > s.sections[b].subject;
    });
  }
  return own;
}

}  // namespace

bool is_sound(const Structure& s) {
  if (s.periods < 4 || s.periods > kMaxPeriods || s.grades < 1 || s.grades > 13 || s.teachers < 1 ||
      s.teachers > kMostTeachers || s.self_contained > 1) {
    return false;
  }
  if (s.sections.empty() || s.sections.size() > kMostSections) return false;
  for (const Section& section : s.sections) {
    if (section.teacher >= s.teachers || section.period >= s.periods ||
        section.subject >= kMaxPeriods || section.advanced > 1 || section.grade >= s.grades) {
      return false;
    }
  }
  if (!people_in_bounds(s) || !friends_in_bounds(s)) return false;
  if (!are_lists(s.first_member, s.sections.size(), s.members.size())) return false;
  std::array<std::vector<std::uint16_t>, kMaxPeriods> seats;
  return seat(s, seats);
}

Timetable timetable_of(const Structure& s) {
  std::array<std::vector<std::uint16_t>, kMaxPeriods> seats;
  seat(s, seats);
  Timetable t;
  t.periods = s.periods;
  t.teachers = s.teachers;
  t.sections = s.sections;
  const std::size_t n = s.students();
  for (auto& column : t.section) column.resize(n);
  for (auto& column : t.slot) column.resize(n);
  for (auto& column : t.advanced) column.resize(n);
  for (std::size_t id = 0; id < n; ++id) {
    const auto own = own_sections(s, seats, id);
    std::size_t again = 0;
    for (std::uint32_t p = 0; p < s.periods; ++p) {
      const bool free = seats[p][id] == kFree;
      t.section[p][id] = free ? own[again++ % own.size()] : seats[p][id];
      t.advanced[p][id] = s.sections[t.section[p][id]].advanced;
    }
  }
  list_seats(t, n);
  return t;
}

void give_levels(const Structure& s, Levels& advanced) {
  for (auto& column : advanced) column.fill(0);
  for (std::size_t k = 0; k < s.sections.size(); ++k) {
    const Section& section = s.sections[k];
    if (section.advanced == 0 || section.subject >= kCoreSubjects) continue;
    for (std::uint32_t m = s.first_member[k]; m < s.first_member[k + 1]; ++m) {
      advanced[section.subject][s.members[m]] = 1;
    }
  }
}

void give_friends(const Structure& s, sim::Stream stream, Friendships& friends) {
  if (s.first_friend.empty()) return;
  friends.resize(s.students());
  for (std::uint32_t id = 0; id < s.students(); ++id) {
    for (std::uint32_t k = s.first_friend[id]; k < s.first_friend[id + 1]; ++k) {
      const auto word = sim::draw(stream, id, s.friends[k], 1, purpose::first_friends)[0];
      friends.make(id, s.friends[k], static_cast<std::uint8_t>(40.0f * sim::uniform(word)));
    }
  }
}

}  // namespace models
