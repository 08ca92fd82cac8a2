#include "models/turnover.h"

#include <algorithm>

namespace models {

std::vector<std::uint32_t> next_staff(const School& before, const Timetable& timetable,
                                      const std::vector<std::uint32_t>& fresh, float leaving) {
  std::vector<std::vector<std::uint32_t>> stay(kMaxPeriods + 1);
  // Whoever only another kind of timetable needed has no post to keep.
  for (std::size_t j = 0; j < before.seating.timetable.teachers; ++j) {
    const auto word =
        sim::draw(before.stream, before.staff.id[j], 0, before.year, purpose::turnover)[0];
    if (sim::uniform(word) < leaving) continue;
    stay[std::min<std::size_t>(before.staff.subject[j], kMaxPeriods)].push_back(before.staff.id[j]);
  }
  std::vector<std::size_t> subject(fresh.size(), kMaxPeriods);
  for (const Section& section : timetable.sections) {
    subject[section.teacher] = std::min<std::size_t>(section.subject, kMaxPeriods);
  }
  std::vector<std::size_t> placed(stay.size(), 0);
  std::vector<std::uint32_t> ids = fresh;
  for (std::size_t post = 0; post < ids.size(); ++post) {
    const auto& own = stay[subject[post]];
    std::size_t& next = placed[subject[post]];
    if (next < own.size()) ids[post] = own[next++];
  }
  return ids;
}

void mark_newcomers(const Staff& before, Staff& staff) {
  for (std::size_t j = 0; j < staff.size(); ++j) {
    const auto known = before.id.rows();
    staff.newcomer[j] = std::find(known.begin(), known.end(), staff.id[j]) == known.end() ? 1 : 0;
  }
}

}  // namespace models
