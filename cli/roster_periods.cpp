#include "cli/roster_periods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "cli/period_plan.h"
#include "models/profile.h"

namespace cli {
namespace {

using Sections = std::vector<const RosterClass*>;
using OfStudent = std::vector<std::vector<std::uint32_t>>;

/// "2" before "10" before "A".
struct Natural {
  static std::pair<int, std::string> key(const std::string& name) {
    int number = 1 << 20;
    std::from_chars(name.data(), name.data() + name.size(), number);
    return {number, name};
  }
  bool operator()(const std::string& a, const std::string& b) const { return key(a) < key(b); }
};

/// Whether no student has two sections of the same period; -1 is no period.
bool nobody_twice(const std::vector<std::int32_t>& period, const OfStudent& of_student) {
  for (const auto& mine : of_student) {
    std::array<bool, models::kMaxPeriods> taken{};
    for (const std::uint32_t s : mine) {
      if (period[s] < 0) continue;
      if (taken[static_cast<std::size_t>(period[s])]) return false;
      taken[static_cast<std::size_t>(period[s])] = true;
    }
  }
  return true;
}

/// What the roster says, where it can be used; all -1 where not.
std::vector<std::int32_t> named(const Sections& sections, const OfStudent& of_student,
                                std::uint32_t& periods) {
  std::vector<std::int32_t> period(sections.size(), -1);
  std::map<std::string, std::int32_t, Natural> number;
  for (const RosterClass* one : sections) {
    if (!one->periods.empty()) number[one->periods.front()] = 0;
  }
  if (number.empty() || number.size() > models::kMaxPeriods) return period;
  std::int32_t next = 0;
  for (auto& [name, n] : number) n = next++;
  for (std::size_t k = 0; k < sections.size(); ++k) {
    if (!sections[k]->periods.empty()) period[k] = number[sections[k]->periods.front()];
  }
  if (!nobody_twice(period, of_student)) {
    period.assign(sections.size(), -1);
  } else {
    periods = std::max(periods, static_cast<std::uint32_t>(number.size()));
  }
  return period;
}

/// The class of most of a student's day: her homeroom, else her first by subject.
std::vector<std::int32_t> homes(const Sections& sections, const OfStudent& of_student) {
  std::vector<std::int32_t> period(sections.size(), -1);
  for (const auto& mine : of_student) {
    std::uint32_t home = mine.front();
    for (const std::uint32_t s : mine) {
      const bool better =
          sections[s]->homeroom != sections[home]->homeroom
              ? sections[s]->homeroom
              : std::pair(sections[s]->subject, s) < std::pair(sections[home]->subject, home);
      if (better) home = s;
    }
    period[home] = 0;
  }
  for (const auto& mine : of_student) {  // of two homes the later moves
    bool taken = false;
    for (const std::uint32_t s : mine) {
      if (period[s] != 0) continue;
      if (taken) period[s] = -1;
      taken = true;
    }
  }
  return period;
}

/// Pairs of sections of one student that meet at once.
std::size_t clashes(const std::vector<std::uint8_t>& period, const OfStudent& of_student) {
  std::size_t n = 0;
  for (const auto& mine : of_student) {
    for (std::size_t a = 0; a < mine.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) n += period[mine[a]] == period[mine[b]] ? 1 : 0;
    }
  }
  return n;
}

}  // namespace

SectionPeriods section_periods(const Sections& sections, const OfStudent& of_student,
                               const OfStudent& of_teacher, std::uint32_t periods,
                               bool self_contained) {
  const std::vector<std::int32_t> none(sections.size(), -1);
  const std::vector<std::int32_t> given =
      self_contained ? homes(sections, of_student) : named(sections, of_student, periods);
  OfStudent everyone = of_student;
  for (const auto& taught : of_teacher) {
    if (!self_contained && taught.size() <= periods) everyone.push_back(taught);
  }
  SectionPeriods best{periods, {}, false};
  std::size_t fewest = 0;
  // Teachers give way before a student loses a class, and then the roster's periods do.
  for (const auto& fixed : {given, none}) {
    for (const OfStudent* who : {static_cast<const OfStudent*>(&everyone), &of_student}) {
      const PeriodPlan plan = plan_periods({periods, sections.size(), *who, fixed, self_contained});
      const std::size_t now = clashes(plan.period, of_student);
      if (best.period.empty() || now < fewest) {
        fewest = now;
        best.period = plan.period;
        best.given = !self_contained && std::count(fixed.begin(), fixed.end(), -1) == 0;
      }
      if (fewest == 0) return best;
    }
    if (self_contained || given == none) break;
  }
  return best;
}

}  // namespace cli
