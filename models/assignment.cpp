#include "models/assignment.h"

#include "models/reach.h"

namespace models {
namespace {

/// Lots of units 0 .. n - 1, of which those with `there` take part.
sim::Column<std::uint8_t> draw_lots(const School& school, const std::vector<std::uint8_t>& there,
                                    const Assignment& assignment) {
  const auto n = static_cast<std::uint32_t>(there.size());
  sim::Column<std::uint8_t> lots(n);
  lots.fill(static_cast<std::uint8_t>(Arm::outside));
  std::vector<std::uint32_t> order;
  for (const std::uint32_t unit : shuffled(school.stream, n, 0, purpose::lot)) {
    if (there[unit] != 0) order.push_back(unit);
  }
  const auto part = [](float share, std::size_t of) {
    return static_cast<std::size_t>(share * static_cast<float>(of) + 0.5f);
  };
  const std::size_t enrolled = part(assignment.enrolled, order.size());
  const std::size_t treated = part(assignment.share, enrolled);
  for (std::size_t k = 0; k < enrolled; ++k) {
    lots[order[k]] = static_cast<std::uint8_t>(k < treated ? Arm::treated : Arm::control);
  }
  return lots;
}

/// The student's section of a subject, kNowhere if there is none.
std::uint16_t section_of(const Timetable& t, std::uint32_t id, std::uint32_t subject) {
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    const std::uint16_t section = t.section[p][id];
    if (t.sections[section].subject == subject) return section;
  }
  return kNowhere;
}

}  // namespace

Arms draw_arms(const School& school, const Timetable& t, const Assignment& assignment) {
  const auto n = static_cast<std::uint32_t>(school.people.size());
  Arms arms;
  arms.student.resize(n);
  arms.cluster.resize(n);
  arms.treated.resize(n);
  const TrialUnit unit = assignment.unit;
  std::vector<std::uint8_t> there;
  if (unit == TrialUnit::student) {
    there.assign(n, 1);
  } else {
    there.assign(unit == TrialUnit::section ? t.sections.size() : t.teachers, 0);
    for (std::size_t s = 0; s < t.sections.size(); ++s) {
      if (t.sections[s].subject != assignment.subject || t.sections[s].students == 0) continue;
      there[unit == TrialUnit::section ? s : t.sections[s].teacher] = 1;
    }
  }
  const sim::Column<std::uint8_t> lots = draw_lots(school, there, assignment);
  for (std::uint32_t id = 0; id < n; ++id) {
    std::uint32_t number = id;
    arms.student[id] = static_cast<std::uint8_t>(Arm::outside);
    if (unit != TrialUnit::student) {
      const std::uint16_t section = section_of(t, id, assignment.subject);
      if (section == kNowhere) continue;
      number = unit == TrialUnit::section ? section : t.sections[section].teacher;
    }
    arms.student[id] = lots[number];
    arms.cluster[id] = static_cast<std::uint16_t>(number);
    arms.treated[id] = lots[number] == static_cast<std::uint8_t>(Arm::treated) ? 1 : 0;
  }
  if (unit == TrialUnit::teacher) arms.teacher = lots;
  return arms;
}

sim::Column<float> assigned_share(const School& school, const Seating& seating, Level level) {
  const Assignment& assignment = school.plan.assignment;
  sim::Column<float> share(rows_of(level, school));
  share.fill(level == Level::school ? 1.0f : 0.0f);
  if (level == Level::student) {
    for (std::size_t row = 0; row < share.size(); ++row) {
      share[row] = school.arms.treated[school.id[row]];
    }
  }
  if (level != Level::teacher) return share;
  if (assignment.unit == TrialUnit::teacher) {
    for (std::size_t j = 0; j < school.arms.teacher.size(); ++j) {
      share[j] = school.arms.teacher[j] == static_cast<std::uint8_t>(Arm::treated) ? 1.0f : 0.0f;
    }
    return share;
  }
  const Timetable& t = seating.timetable;
  std::vector<std::uint32_t> seats(share.size(), 0), treated(share.size(), 0);
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    for (std::uint32_t id = 0; id < school.people.size(); ++id) {
      const Section& section = t.sections[t.section[p][id]];
      const bool counts =
          assignment.unit != TrialUnit::section || section.subject == assignment.subject;
      if (!counts) continue;
      ++seats[section.teacher];
      treated[section.teacher] += school.arms.treated[id];
    }
  }
  for (std::size_t j = 0; j < share.size(); ++j) {
    if (seats[j] > 0) share[j] = static_cast<float>(treated[j]) / static_cast<float>(seats[j]);
  }
  return share;
}

}  // namespace models
