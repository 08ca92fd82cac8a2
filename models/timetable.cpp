#include "models/timetable.h"

#include "models/section_plan.h"

namespace models {
namespace {

/// Finds each of a student's courses a period: least filled sections first, and by augmenting
/// paths (Kuhn) where the first choice is taken.
class Placement {
 public:
  Placement(const SectionPlan& plan, std::uint32_t periods) : plan_(plan), periods_(periods) {}

  /// Periods of the courses 0..periods-1 in `period`, or false if no clash-free choice exists.
  /// `fixed[c]` < 255 puts course c there. `offering[c]` is the plan's offering of course c.
  bool find(const std::array<std::uint32_t, kMaxPeriods>& offering,
            const std::array<std::uint8_t, kMaxPeriods>& fixed, std::uint32_t turn,
            std::array<std::uint8_t, kMaxPeriods>& period) {
    course_of_.fill(255);
    for (std::uint32_t c = 0; c < periods_; ++c) {
      if (fixed[c] < 255) course_of_[fixed[c]] = static_cast<std::uint8_t>(c);
    }
    for (std::uint32_t c = 0; c < periods_; ++c) {
      if (fixed[c] < 255) continue;
      seen_ = 0;
      if (!augment(c, offering, fixed, turn)) return false;
    }
    for (std::uint32_t p = 0; p < periods_; ++p)
      period[course_of_[p]] = static_cast<std::uint8_t>(p);
    return true;
  }

  /// After find() failed: courses without a place take the free periods (a section is added).
  void fill_up(std::array<std::uint8_t, kMaxPeriods>& period) {
    std::uint32_t placed = 0;
    for (std::uint32_t p = 0; p < periods_; ++p) {
      if (course_of_[p] < 255) placed |= 1u << course_of_[p];
    }
    for (std::uint32_t p = 0; p < periods_; ++p) {
      for (std::uint32_t c = 0; course_of_[p] == 255 && c < periods_; ++c) {
        if ((placed >> c & 1u) != 0) continue;
        course_of_[p] = static_cast<std::uint8_t>(c);
        placed |= 1u << c;
      }
      period[course_of_[p]] = static_cast<std::uint8_t>(p);
    }
  }

 private:
  bool augment(std::uint32_t course, const std::array<std::uint32_t, kMaxPeriods>& offering,
               const std::array<std::uint8_t, kMaxPeriods>& fixed, std::uint32_t turn) {
    // Free periods first, least filled first; a turn that differs by student breaks ties.
    for (const bool may_displace : {false, true}) {
      for (;;) {
        std::uint32_t best = 255, best_fill = ~0u;
        for (std::uint32_t k = 0; k < periods_; ++k) {
          const std::uint32_t p = (k + turn) % periods_;
          if ((seen_ >> p & 1u) != 0) continue;
          if (!may_displace && course_of_[p] < 255) continue;
          const std::uint32_t fill = plan_.fill(offering[course], p);
          if (fill < best_fill) {
            best = p;
            best_fill = fill;
          }
        }
        if (best == 255) break;
        seen_ |= 1u << best;
        const std::uint8_t other = course_of_[best];
        if (other == 255) {
          course_of_[best] = static_cast<std::uint8_t>(course);
          return true;
        }
        if (fixed[other] < 255) continue;
        if (augment(other, offering, fixed, turn)) {
          course_of_[best] = static_cast<std::uint8_t>(course);
          return true;
        }
      }
    }
    return false;
  }

  const SectionPlan& plan_;
  std::uint32_t periods_;
  std::array<std::uint8_t, kMaxPeriods> course_of_{};
  std::uint32_t seen_ = 0;
};

void list_members(Timetable& t, std::size_t students) {
  for (Section& section : t.sections) section.students = 0;
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    for (std::size_t id = 0; id < students; ++id) {
      Section& section = t.sections[t.section[p][id]];
      if (section.period == p) ++section.students;
    }
  }
  t.first_member.assign(t.sections.size() + 1, 0);
  for (std::size_t s = 0; s < t.sections.size(); ++s) {
    t.first_member[s + 1] = t.first_member[s] + t.sections[s].students;
  }
  t.members.resize(t.first_member.back());
  std::vector<std::uint32_t> next(t.first_member.begin(), t.first_member.end() - 1);
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    for (std::size_t id = 0; id < students; ++id) {
      const std::uint16_t s = t.section[p][id];
      if (t.sections[s].period == p) t.members[next[s]++] = static_cast<std::uint16_t>(id);
    }
  }
}

void list_days(Timetable& t, std::size_t students) {
  t.day_of.assign(students * kDayRoom, kNowhere);
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    for (std::size_t id = 0; id < students; ++id) t.day_of[id * kDayRoom + p] = t.section[p][id];
  }
}

void find_slots(Timetable& t, std::size_t students) {
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    for (std::size_t id = 0; id < students; ++id) {
      std::uint32_t slot = p;
      const std::uint16_t teacher = t.sections[t.section[p][id]].teacher;
      for (std::uint32_t q = 0; q < p && slot == p; ++q) {
        if (t.sections[t.section[q][id]].teacher == teacher) slot = t.slot[q][id];
      }
      t.slot[p][id] = static_cast<std::uint8_t>(slot);
    }
  }
}

/// One class all day; the last period with a special teacher, who sees many classes.
void elementary(sim::Stream s, const SchoolProfile& profile, const People& people,
                std::uint32_t year, Timetable& t) {
  const std::size_t n = people.size();
  const auto ids = shuffled(s, n, year, purpose::timetable);
  const auto grades = static_cast<std::uint32_t>(profile.grades);
  std::vector<std::vector<std::uint32_t>> by_grade(grades);
  for (const std::uint32_t id : ids) by_grade[people.grade[id]].push_back(id);
  for (std::uint32_t g = 0; g < grades; ++g) {
    const auto size = static_cast<std::uint32_t>(by_grade[g].size());
    if (size == 0) continue;
    const std::uint32_t classes = sections_for(size, profile.class_size);
    const auto first = static_cast<std::uint32_t>(t.sections.size());
    for (std::uint32_t c = 0; c < 2 * classes; ++c) {
      Section section;
      section.grade = static_cast<std::uint8_t>(g);
      section.subject = static_cast<std::uint8_t>(c < classes ? 0 : t.periods - 1);
      section.period = static_cast<std::uint8_t>(c < classes ? 0 : t.periods - 1);
      section.teacher = static_cast<std::uint16_t>(c < classes ? t.teachers++ : 0);
      t.sections.push_back(section);
    }
    for (std::uint32_t k = 0; k < size; ++k) {
      const std::uint32_t c = k % classes;
      const std::uint32_t id = by_grade[g][k];
      for (std::uint32_t p = 0; p < t.periods; ++p) {
        t.section[p][id] =
            static_cast<std::uint16_t>(p + 1 < t.periods ? first + c : first + classes + c);
      }
    }
  }
  // Special teachers see as many classes a week as they teach periods a day times five.
  const auto load = static_cast<std::uint32_t>(5 * profile.teacher_classes);
  std::uint32_t special = 0;
  for (Section& section : t.sections) {
    if (section.period == 0) continue;
    if (special % load == 0) ++t.teachers;
    section.teacher = static_cast<std::uint16_t>(t.teachers - 1);
    ++special;
  }
}

}  // namespace

void list_seats(Timetable& timetable, std::size_t students) {
  list_members(timetable, students);
  find_slots(timetable, students);
  list_days(timetable, students);
}

Timetable draw_timetable(sim::Stream s, const SchoolProfile& profile, const People& people,
                         const Pools& pools, std::uint32_t year) {
  const std::size_t n = people.size();
  Timetable t;
  t.periods = static_cast<std::uint32_t>(profile.periods);
  for (auto& column : t.section) column.resize(n);
  for (auto& column : t.slot) column.resize(n);
  for (auto& column : t.advanced) column.resize(n);
  if (profile.elementary != 0.0f) {
    elementary(s, profile, people, year, t);
  } else {
    SectionPlan plan(s, profile, people, pools, year);
    plan.add_blocks();
    plan.add_open_sections();
    Placement placement(plan, t.periods);
    for (const std::uint32_t id : plan.order()) {
      const auto fixed = plan.fixed_periods(id);
      auto offering = plan.offerings(id);
      std::array<std::uint8_t, kMaxPeriods> period{};
      if (!placement.find(offering, fixed, id % t.periods, period)) {
        // An advanced section that clashes with the others: the same course at the open level,
        // whose sections start in different periods and so never clash.
        offering = plan.open_offerings(id);
        if (!placement.find(offering, fixed, id % t.periods, period)) placement.fill_up(period);
      }
      plan.seat(id, offering, fixed, period, t);
    }
    plan.assign_teachers(t);
  }
  list_seats(t, n);
  return t;
}

}  // namespace models
