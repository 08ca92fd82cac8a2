#include "models/section_plan.h"

namespace models {

namespace {
constexpr std::uint32_t kNone = ~0u;
constexpr std::uint32_t kBlockCourses = 3;
}  // namespace

SectionPlan::SectionPlan(sim::Stream s, const SchoolProfile& profile, const People& people,
                         const Pools& pools, std::uint32_t year)
    : profile_(profile),
      people_(people),
      pools_(pools),
      periods_(static_cast<std::uint32_t>(profile.periods)),
      grades_(static_cast<std::uint32_t>(profile.grades)),
      order_(shuffled(s, people.size(), year, purpose::timetable)) {
  const std::size_t offerings = static_cast<std::size_t>(pools_.count) * grades_ * periods_ * 2;
  filled_last_.assign(offerings * periods_, kNone);
  level_offered_.assign(offerings, 0);
}

std::uint32_t SectionPlan::add(std::uint32_t cohort, std::uint32_t course, std::uint32_t period,
                               bool advanced, std::uint32_t block) {
  Planned planned;
  planned.section.subject = static_cast<std::uint8_t>(course);
  planned.section.period = static_cast<std::uint8_t>(period);
  planned.section.advanced = advanced ? 1 : 0;
  planned.section.pool = static_cast<std::uint8_t>(cohort / grades_);
  planned.section.grade = static_cast<std::uint8_t>(cohort % grades_);
  planned.block = block;
  const auto index = static_cast<std::uint32_t>(planned_.size());
  if (block == kNone) {
    std::uint32_t& last = filled_last_[offering(cohort, course, advanced) * periods_ + period];
    planned.next = last == kNone ? index : planned_[last].next;
    if (last != kNone) planned_[last].next = index;
    last = index;
  }
  planned_.push_back(planned);
  return index;
}

void SectionPlan::add_blocks() {
  if (pools_.blocks == 0) return;
  for (auto& column : block_section_) column.resize(people_.size());
  std::vector<std::vector<std::uint32_t>> by_cohort(std::size_t{pools_.count} * grades_);
  for (const std::uint32_t id : order_) {
    if (cohort_shares_blocks(cohort(id))) by_cohort[cohort(id)].push_back(id);
  }
  for (std::uint32_t c = 0; c < by_cohort.size(); ++c) {
    const auto size = static_cast<std::uint32_t>(by_cohort[c].size());
    if (size == 0) continue;
    const std::uint32_t groups = sections_for(size, profile_.class_size);
    // Groups of a block meet their shared teachers in different periods; as many periods as the
    // other courses have sections keep everyone's timetable free of clashes.
    std::uint32_t turns = groups < periods_ ? groups : periods_;
    const auto load = static_cast<std::uint32_t>(profile_.teacher_classes);
    if (turns > load) turns = load;
    for (std::uint32_t g = 0; g < groups; ++g) {
      const std::uint32_t block = blocks_ + g / turns;
      std::array<std::uint32_t, kBlockCourses> section{};
      for (std::uint32_t course = 0; course < kBlockCourses; ++course) {
        section[course] = add(c, course, (course + g % turns) % periods_, false, block);
      }
      const auto from = static_cast<std::uint32_t>(static_cast<std::uint64_t>(g) * size / groups);
      const auto to = static_cast<std::uint32_t>(static_cast<std::uint64_t>(g + 1) * size / groups);
      for (std::uint32_t k = from; k < to; ++k) {
        for (std::uint32_t course = 0; course < kBlockCourses; ++course) {
          block_section_[course][by_cohort[c][k]] = static_cast<std::uint16_t>(section[course]);
        }
      }
    }
    blocks_ += (groups + turns - 1) / turns;
  }
}

void SectionPlan::add_open_sections() {
  const std::uint32_t cohorts = pools_.count * grades_;
  std::vector<std::array<std::uint32_t, kCoreSubjects>> placed(cohorts);  // at the advanced level
  std::vector<std::uint32_t> heads(cohorts, 0);
  for (const std::uint32_t id : order_) {
    const std::uint32_t c = cohort(id);
    ++heads[c];
    for (std::uint32_t course = 0; course < kCoreSubjects; ++course) {
      placed[c][course] += people_.advanced[course][id] != 0 ? 1 : 0;
    }
  }
  for (std::uint32_t c = 0; c < cohorts; ++c) {
    for (std::uint32_t course = cohort_shares_blocks(c) ? kBlockCourses : 0; course < periods_;
         ++course) {
      std::uint32_t advanced = course < kCoreSubjects ? placed[c][course] : 0;
      std::uint32_t open = heads[c] - advanced;
      if (open + advanced == 0) continue;
      // Too few for a section of their own: the advanced level is not offered.
      if (static_cast<float>(advanced) < 0.4f * profile_.class_size) {
        open += advanced;
        advanced = 0;
      }
      const std::uint32_t opens = sections_for(open, profile_.class_size);
      const std::uint32_t total =
          opens + (advanced > 0 ? sections_for(advanced, profile_.class_size) : 0);
      for (std::uint32_t s = 0; s < total; ++s) {
        add(c, course, (course + s) % periods_, s >= opens, kNone);
      }
      level_offered_[offering(c, course, true)] = advanced > 0 ? 1 : 0;
    }
  }
}

std::array<std::uint8_t, kMaxPeriods> SectionPlan::fixed_periods(std::uint32_t id) const {
  std::array<std::uint8_t, kMaxPeriods> fixed;
  fixed.fill(255);
  if (cohort_shares_blocks(cohort(id))) {
    for (std::uint32_t course = 0; course < kBlockCourses; ++course) {
      fixed[course] = planned_[block_section_[course][id]].section.period;
    }
  }
  return fixed;
}

std::array<std::uint32_t, kMaxPeriods> SectionPlan::offerings(std::uint32_t id) const {
  std::array<std::uint32_t, kMaxPeriods> of{};
  for (std::uint32_t course = 0; course < periods_; ++course) {
    const std::uint32_t advanced = offering(cohort(id), course, true);
    const bool takes = course < kCoreSubjects && people_.advanced[course][id] != 0 &&
                       level_offered_[advanced] != 0;
    of[course] = takes ? advanced : offering(cohort(id), course, false);
  }
  return of;
}

std::array<std::uint32_t, kMaxPeriods> SectionPlan::open_offerings(std::uint32_t id) const {
  std::array<std::uint32_t, kMaxPeriods> of{};
  for (std::uint32_t course = 0; course < periods_; ++course) {
    of[course] = offering(cohort(id), course, false);
  }
  return of;
}

std::uint32_t SectionPlan::fill(std::uint32_t offering, std::uint32_t period) const {
  const std::uint32_t section = least_filled(offering, period);
  return section == kNone ? kNone : planned_[section].section.students;
}

void SectionPlan::seat(std::uint32_t id, const std::array<std::uint32_t, kMaxPeriods>& offering,
                       const std::array<std::uint8_t, kMaxPeriods>& fixed,
                       const std::array<std::uint8_t, kMaxPeriods>& period, Timetable& t) {
  for (std::uint32_t course = 0; course < periods_; ++course) {
    const bool block = fixed[course] < 255;
    std::uint32_t index = kNone;
    if (block) {
      index = block_section_[course][id];
    } else {
      index = least_filled(offering[course], period[course]);
      if (index == kNone) index = add(cohort(id), course, period[course], false, kNone);
      filled_last_[offering[course] * periods_ + period[course]] = index;
    }
    ++planned_[index].section.students;
    t.section[period[course]][id] = static_cast<std::uint16_t>(index);
    t.advanced[period[course]][id] =
        block ? people_.advanced[course][id] : planned_[index].section.advanced;
  }
}

void SectionPlan::assign_teachers(Timetable& t) const {
  struct Teacher {
    std::uint32_t pool, busy, classes;
  };
  const auto load = static_cast<std::uint32_t>(profile_.teacher_classes);
  std::vector<Teacher> teachers;
  const auto free_in = [&](const Teacher& teacher, const Section& section) {
    return teacher.classes < load && (teacher.busy >> section.period & 1u) == 0 &&
           teacher.pool == section.pool;
  };
  const auto hire = [&](const Section& section) {
    teachers.push_back({section.pool, 0, 0});
    return static_cast<std::uint32_t>(teachers.size() - 1);
  };
  // Teachers of each pool and subject, and of each block and course, who have room for a class.
  const std::size_t posts = static_cast<std::size_t>(pools_.count) * periods_;
  std::vector<std::vector<std::uint32_t>> with_room(posts + std::size_t{blocks_} * kBlockCourses);
  std::vector<std::uint32_t> remaining(posts, 0);
  for (const Planned& planned : planned_) {
    if (planned.block == kNone) {
      ++remaining[planned.section.pool * periods_ + planned.section.subject];
    }
  }
  t.sections.clear();
  for (const Planned& planned : planned_) {
    const Section& section = planned.section;
    std::uint32_t chosen = kNone;
    auto& own =
        with_room[planned.block == kNone ? section.pool * periods_ + section.subject
                                         : posts + planned.block * kBlockCourses + section.subject];
    std::erase_if(own, [&](std::uint32_t j) { return teachers[j].classes >= load; });
    for (const std::uint32_t j : own) {
      if (!free_in(teachers[j], section)) continue;
      if (chosen == kNone || teachers[j].classes > teachers[chosen].classes) chosen = j;
    }
    if (chosen == kNone && planned.block == kNone) {
      // A subject's last few sections go to a colleague with room, if a post is not filled by them.
      const std::uint32_t left = remaining[section.pool * periods_ + section.subject];
      if (left < (load + 1) / 2) {
        for (std::uint32_t j = 0; j < teachers.size() && chosen == kNone; ++j) {
          if (free_in(teachers[j], section)) chosen = j;
        }
      }
    }
    if (chosen == kNone) {
      chosen = hire(section);
      own.push_back(chosen);
    }
    teachers[chosen].busy |= 1u << section.period;
    ++teachers[chosen].classes;
    if (planned.block == kNone) --remaining[section.pool * periods_ + section.subject];
    t.sections.push_back(section);
    t.sections.back().teacher = static_cast<std::uint16_t>(chosen);
  }
  t.teachers = static_cast<std::uint32_t>(teachers.size());
}

}  // namespace models
