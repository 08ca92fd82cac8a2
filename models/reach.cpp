#include "models/reach.h"

#include <algorithm>

namespace models {
namespace {

/// Marks the lowest `share` of students by `value` among those that are still marked.
void keep_lowest(const School& school, const sim::Column<float>& value_by_id, float share,
                 sim::Column<std::uint8_t>& reaches) {
  if (share >= 1.0f) return;
  std::vector<std::pair<float, std::uint32_t>> order;
  for (std::size_t row = 0; row < reaches.size(); ++row) {
    if (reaches[row] != 0) order.push_back({value_by_id[school.id[row]], school.id[row]});
  }
  std::sort(order.begin(), order.end());
  const auto keep = static_cast<std::size_t>(share * static_cast<float>(order.size()) + 0.5f);
  for (std::size_t k = keep; k < order.size(); ++k) reaches[school.row_of_id[order[k].second]] = 0;
}

/// The share of a lever's sample, with those whom others bring in.
float share_reached(const School& school, const Lever& lever, std::span<const Lever> all) {
  float others = 0;
  const std::uint32_t opens = lever.schedule.start;
  for (const Lever& other : all) {
    if (other.input != Input::participation || other.program == lever.program) continue;
    const std::uint32_t day = counted_day(other.schedule, opens, school.plan.calendar.days);
    others += other.amount * fidelity_of(school, other) * dose(other.schedule, day);
  }
  const float share = lever.reach.share;
  return share + (1.0f - share) * sim::clamp(others, 0.0f, 1.0f);
}

void keep_sample(const School& school, const Lever& lever, float share, Level level,
                 sim::Column<std::uint8_t>& reaches) {
  if (share >= 1.0f) return;
  for (std::size_t row = 0; row < reaches.size(); ++row) {
    const std::uint32_t who = level == Level::student   ? school.id[row]
                              : level == Level::teacher ? school.staff.id[row]
                                                        : 0;
    // Who enters on a leaver's id is drawn anew.
    const std::uint32_t entered = level == Level::student ? school.people.entered[who] : 0u;
    const auto word =
        sim::draw(school.stream, who, lever.program,
                  static_cast<std::uint32_t>(level) | entered << 8, purpose::reach)[0];
    if (sim::uniform(word) >= share) reaches[row] = 0;
  }
}

}  // namespace

float fidelity_of(const School& school, const Lever& lever) {
  const auto word = sim::draw(school.stream, lever.program, 0, 0, purpose::fidelity)[0];
  const float spread = lever.fidelity_spread * (2.0f * sim::uniform(word) - 1.0f);
  return sim::clamp(lever.fidelity + spread, 0.0f, 1.0f);
}

std::size_t rows_of(Level level, const School& school) {
  if (level == Level::teacher) return school.staff.size();
  return level == Level::student ? school.students() : 1;
}

sim::Column<std::uint8_t> reached(const School& school, const sim::Column<float>& entry_marks,
                                  const Lever& lever, std::span<const Lever> all) {
  const Level level = kInputRows[static_cast<std::size_t>(lever.input)].level;
  sim::Column<std::uint8_t> reaches(rows_of(level, school));
  reaches.fill(1);
  const Reach& reach = lever.reach;
  for (std::size_t row = 0; row < reaches.size(); ++row) {
    bool yes = true;
    if (reach.dimension != kAnyone && level != Level::school) {
      const auto& membership =
          level == Level::teacher ? school.staff.membership : school.membership;
      yes = membership[reach.dimension][row] == reach.membership;
    }
    if (level == Level::teacher && reach.subject != kAnyone) {
      yes = yes && school.staff.subject[row] == reach.subject;
    }
    if (level == Level::teacher && reach.newcomers != 0) {
      yes = yes && school.staff.newcomer[row] != 0;
    }
    if (level == Level::student && reach.grade != kAnyone) {
      yes = yes && school.people.grade[school.id[row]] == reach.grade;
    }
    reaches[row] = yes ? 1 : 0;
  }
  if (level == Level::student) {
    keep_lowest(school, entry_marks, reach.lowest_marks, reaches);
    sim::Column<float> ease(school.students());
    for (std::size_t id = 0; id < ease.size(); ++id) ease[id] = -school.people.frailty[id];
    keep_lowest(school, ease, reach.lowest_attendance, reaches);
  }
  keep_sample(school, lever, share_reached(school, lever, all), level, reaches);
  return reaches;
}

}  // namespace models
