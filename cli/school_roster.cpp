#include "cli/school_roster.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "cli/roster_periods.h"
#include "cli/school_roster_people.h"
#include "cli/seats_on_day.h"
#include "cli/section_teachers.h"
#include "sim/run/config_error.h"

namespace cli {
namespace {

constexpr std::size_t kMostStudents = 65535, kMostSections = 60000;
constexpr std::uint32_t kMostPeriods = models::kMaxPeriods, kLeastPeriods = 4;
constexpr std::uint32_t kLongDay = 6;  // periods of a self-contained day, as in the profiles

using Numbers = std::unordered_map<std::uint32_t, std::uint32_t>;

class Builder {
 public:
  Builder(const Roster& roster, std::uint32_t school, std::int32_t day, bool self_contained)
      : roster_(roster), self_contained_(self_contained), school_(school), day_(day) {}

  SchoolRoster build(const DemographicRows& rows) {
    take_seats();
    number_students();
    number_sections();
    place();
    seat_students();
    number_teachers();
    out_.structure.self_contained = self_contained_ ? 1 : 0;
    give_grades(roster_, out_);
    give_memberships(roster_, rows, out_);
    count();
    return std::move(out_);
  }

 private:
  const RosterClass& of(std::uint32_t number) const { return roster_.classes[number]; }

  void take_seats() {
    seats_ = seats_on_day(roster_, school_, day_, out_.counts.repeated);
    if (!self_contained_) {
      std::set<std::uint32_t> homerooms;
      std::erase_if(seats_, [&](const auto& seat) {
        if (of(seat.second).homeroom) homerooms.insert(seat.second);
        return of(seat.second).homeroom;
      });
      out_.counts.homerooms = homerooms.size();
    }
    Seats kept;
    each_user(seats_, [&](Seats::iterator from, Seats::iterator to) {
      std::sort(from, to, [&](const auto& a, const auto& b) {
        const RosterClass &x = of(a.second), &y = of(b.second);
        if (x.homeroom != y.homeroom) return x.homeroom;
        return std::pair(x.subject, x.key) < std::pair(y.subject, y.key);
      });
      const auto end = to - from > kMostPeriods ? from + kMostPeriods : to;
      out_.counts.too_many += static_cast<std::size_t>(to - end);
      kept.insert(kept.end(), from, end);
    });
    seats_ = std::move(kept);
    if (seats_.empty()) throw sim::ConfigError("no student has a class on that day");
  }

  void number_students() {
    for (const auto& seat : seats_) {
      if (out_.user.empty() || out_.user.back() != seat.first) out_.user.push_back(seat.first);
    }
    std::sort(out_.user.begin(), out_.user.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(roster_.users[a].key, a) < std::pair(roster_.users[b].key, b);
    });
    if (out_.user.size() > kMostStudents) {
      throw sim::ConfigError(fmt::format("the school has {} students; a school has at most {}",
                                         out_.user.size(), kMostStudents));
    }
    for (std::uint32_t k = 0; k < out_.user.size(); ++k) student_of_[out_.user[k]] = k;
  }

  void number_sections() {
    for (const auto& seat : seats_) classes_.push_back(seat.second);
    std::sort(classes_.begin(), classes_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(of(a).key, a) < std::pair(of(b).key, b);
    });
    classes_.erase(std::unique(classes_.begin(), classes_.end()), classes_.end());
    if (classes_.size() > kMostSections) {
      throw sim::ConfigError(fmt::format("the school has {} sections; a school has at most {}",
                                         classes_.size(), kMostSections));
    }
    for (std::uint32_t k = 0; k < classes_.size(); ++k) section_of_[classes_[k]] = k;
    mine_.resize(out_.user.size());
    for (const auto& seat : seats_) {
      mine_[student_of_.at(seat.first)].push_back(section_of_.at(seat.second));
    }
  }

  std::vector<std::vector<std::uint32_t>> sections_of_teachers() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> of_user;
    for (std::uint32_t k = 0; k < classes_.size(); ++k) {
      const auto user = teachers_.user.find(classes_[k]);
      if (user != teachers_.user.end()) of_user[user->second].push_back(k);
    }
    std::vector<std::vector<std::uint32_t>> all;
    for (auto& [user, sections] : of_user) all.push_back(std::move(sections));
    return all;
  }

  /// Periods of all sections; what meets at once goes. Then sections are numbered by period.
  void place() {
    std::vector<const RosterClass*> all;
    for (const std::uint32_t number : classes_) all.push_back(&of(number));
    std::size_t most = 0;
    for (const auto& sections : mine_) most = std::max(most, sections.size());
    const auto least = self_contained_ ? kLongDay : kLeastPeriods;
    const auto periods = std::max<std::uint32_t>(least, static_cast<std::uint32_t>(most));
    const SectionPeriods found =
        section_periods(all, mine_, sections_of_teachers(), periods, self_contained_);
    out_.counts.given_periods = found.given;
    out_.structure.periods = found.periods;
    for (auto& sections : mine_) {
      std::array<bool, kMostPeriods> taken{};
      std::erase_if(sections, [&](std::uint32_t s) {
        const bool clash = taken[found.period[s]];
        taken[found.period[s]] = true;
        out_.counts.clashes += clash ? 1 : 0;
        return clash;
      });
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t k = 0; k < classes_.size(); ++k) order.push_back(k);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(found.period[a], all[a]->subject) <
             std::pair(found.period[b], all[b]->subject);
    });
    for (const std::uint32_t k : order) {
      models::Section section;
      section.period = found.period[k];
      section.subject = subject(*all[k], found.period[k]);
      section.advanced = all[k]->advanced && section.subject < models::kCoreSubjects ? 1 : 0;
      ordered_.push_back(section);
      ordered_class_.push_back(classes_[k]);
      new_number_[k] = static_cast<std::uint32_t>(ordered_.size() - 1);
    }
  }

  std::uint8_t subject(const RosterClass& one, std::uint8_t period) const {
    if (!self_contained_) return one.subject;
    return period == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(out_.structure.periods - 1);
  }

  void seat_students() {
    std::vector<std::vector<std::uint16_t>> members(ordered_.size());
    for (std::size_t id = 0; id < mine_.size(); ++id) {
      for (const std::uint32_t s : mine_[id]) {
        members[new_number_.at(s)].push_back(static_cast<std::uint16_t>(id));
      }
      out_.counts.free_periods += out_.structure.periods - mine_[id].size();
    }
    models::Structure& s = out_.structure;
    s.first_member.push_back(0);
    for (std::size_t k = 0; k < ordered_.size(); ++k) {
      if (members[k].empty()) {
        ++out_.counts.empty;
        continue;
      }
      s.sections.push_back(ordered_[k]);
      section_class_.push_back(ordered_class_[k]);
      s.members.insert(s.members.end(), members[k].begin(), members[k].end());
      s.first_member.push_back(static_cast<std::uint32_t>(s.members.size()));
    }
  }

  void number_teachers() {
    std::unordered_map<std::uint32_t, std::uint16_t> number;
    std::uint32_t teachers = 0;
    for (std::size_t k = 0; k < out_.structure.sections.size(); ++k) {
      auto& section = out_.structure.sections[k];
      const auto user = teachers_.user.find(section_class_[k]);
      if (user == teachers_.user.end()) {
        ++out_.counts.no_teacher;
        section.teacher = static_cast<std::uint16_t>(teachers++);
        continue;
      }
      out_.counts.more_teachers += teachers_.several.count(section_class_[k]);
      const auto [at, fresh] =
          number.try_emplace(user->second, static_cast<std::uint16_t>(teachers));
      if (fresh) ++teachers;
      section.teacher = at->second;
    }
    out_.structure.teachers = teachers;
  }

  void count() {
    const models::Structure& s = out_.structure;
    RosterCounts& c = out_.counts;
    c.students = s.students();
    c.sections = s.sections.size();
    c.teachers = s.teachers;
    c.seats = s.members.size();
    for (const models::Section& section : s.sections) {
      c.core += section.subject < models::kCoreSubjects ? 1 : 0;
      c.advanced += section.advanced;
    }
    c.elsewhere = static_cast<std::size_t>(
        std::count_if(out_.user.begin(), out_.user.end(),
                      [&](std::uint32_t user) { return roster_.users[user].in_several; }));
    std::set<std::uint32_t> any;
    for (const RosterSeat& seat : seats_of(roster_, school_)) {
      if (!seat.teaches) any.insert(seat.user);
    }
    c.no_class = any.size() - c.students;
  }

  const Roster& roster_;
  const bool self_contained_;
  std::uint32_t school_;
  std::int32_t day_;
  const SectionTeachers teachers_ = teachers_on_day(roster_, school_, day_);
  SchoolRoster out_;
  Seats seats_;
  Numbers student_of_;                            ///< by user
  Numbers section_of_;                            ///< by class, before they are ordered
  Numbers new_number_;                            ///< of a section, once ordered
  std::vector<std::uint32_t> classes_;            ///< of each section, before they are ordered
  std::vector<std::vector<std::uint32_t>> mine_;  ///< sections of each student, before
  std::vector<models::Section> ordered_;
  std::vector<std::uint32_t> ordered_class_, section_class_;
};

}  // namespace

std::int32_t fullest_day(const Roster& roster, const std::vector<std::uint32_t>& schools) {
  std::vector<std::pair<std::int32_t, int>> steps;  // the day, and who comes or goes
  for (const std::uint32_t school : schools) {
    for (const RosterSeat& seat : seats_of(roster, school)) {
      if (seat.teaches) continue;
      for (const Span& term : roster.classes[seat.of_class].terms) {
        const std::int32_t begin = std::max(term.begin, seat.when.begin);
        const std::int32_t end = std::min(term.end, seat.when.end);
        if (begin >= end) continue;
        steps.push_back({begin, 1});
        steps.push_back({end, -1});
      }
    }
  }
  std::sort(steps.begin(), steps.end());  // who goes on a day goes before others come
  std::int64_t now = 0, most = 0;
  std::int32_t best = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    now += steps[k].second;
    const bool whole = k + 1 == steps.size() || steps[k + 1].first != steps[k].first;
    if (whole && now > most) {
      most = now;
      best = steps[k].first;
    }
  }
  return best;
}

std::optional<bool> self_contained(const Roster& roster, std::uint32_t school, std::int32_t day) {
  std::size_t ignored = 0;
  Seats seats = seats_on_day(roster, school, day, ignored);
  std::vector<std::size_t> classes;
  each_user(seats, [&](Seats::iterator from, Seats::iterator to) {
    classes.push_back(static_cast<std::size_t>(std::count_if(
        from, to, [&](const auto& seat) { return !roster.classes[seat.second].homeroom; })));
  });
  if (classes.empty()) return {};
  const auto middle = classes.begin() + static_cast<std::ptrdiff_t>(classes.size() / 2);
  std::nth_element(classes.begin(), middle, classes.end());
  return *middle < kLeastPeriods;
}

SchoolRoster school_roster(const Roster& roster, std::uint32_t school, std::int32_t day,
                           bool self_contained, const DemographicRows& rows) {
  return Builder(roster, school, day, self_contained).build(rows);
}

}  // namespace cli
