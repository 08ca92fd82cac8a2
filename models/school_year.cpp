#include "models/school_year.h"

#include <algorithm>

#include "models/turnover.h"
#include "models/unlike.h"

namespace models {
namespace {

/// Rows: students of one combination of memberships stand together, by id within it.
void order_rows(School& school) {
  const std::size_t n = school.people.size();
  const std::uint32_t dimensions = school.plan.identity.dimensions;
  const auto cell_of = [&](std::uint32_t id) {
    std::array<std::uint8_t, kMaxDimensions> cell{};
    for (std::uint32_t d = 0; d < dimensions; ++d) cell[d] = school.people.membership[d][id];
    return cell;
  };
  std::vector<std::pair<std::array<std::uint8_t, kMaxDimensions>, std::uint32_t>> order(n);
  for (std::uint32_t id = 0; id < n; ++id) order[id] = {cell_of(id), id};
  std::sort(order.begin(), order.end());

  school.id.resize(n);
  school.row_of_id.resize(n);
  for (auto& column : school.membership) column.resize(n);
  for (auto* column :
       {&school.preparation, &school.temperament, &school.frailty, &school.lens, &school.outlook}) {
    column->resize(n);
  }
  school.cells.clear();
  for (std::uint32_t row = 0; row < n; ++row) {
    const auto& [cell, id] = order[row];
    school.id[row] = id;
    school.row_of_id[id] = static_cast<std::uint16_t>(row);
    if (school.cells.empty() || school.cells.back().membership != cell) {
      school.cells.push_back({row, 0, cell});
    }
    ++school.cells.back().rows;
    for (std::uint32_t d = 0; d < dimensions; ++d) school.membership[d][row] = cell[d];
    school.preparation[row] = school.people.preparation[id];
    school.temperament[row] = school.people.temperament[id];
    school.frailty[row] = school.people.frailty[id];
    school.outlook[row] = school.people.outlook[id];
    school.lens[row] = school.people.lens[id];
  }
}

/// What the rows of each block have in common in a period.
void describe_blocks(std::uint32_t p, std::size_t n, Seating& seating) {
  const std::size_t blocks = sim::padded(n) / sim::kBlock;
  const auto& slot = seating.slot;
  seating.single[p].assign(blocks, 1);
  seating.stays[p].assign(blocks, p > 0 ? 1 : 0);
  seating.one_slot[p].resize(blocks);
  seating.earlier[p].assign(blocks, 0);
  for (std::size_t row = 0; row < n; ++row) {
    const std::size_t block = row / sim::kBlock;
    // A slot is a row's own where no other period shares it; then its pair meets once a day.
    bool own = slot[p][row] == p;
    for (std::uint32_t q = 0; q < seating.timetable.periods; ++q) {
      own = own && (q == p || slot[q][row] != p);
    }
    if (!own) seating.single[p][block] = 0;
    std::uint8_t& one = seating.one_slot[p][block];
    if (row % sim::kBlock == 0) one = slot[p][row];
    if (one != slot[p][row]) one = kManySlots;
    std::uint16_t& earlier = seating.earlier[p][block];
    if (slot[p][row] != p) {
      earlier = static_cast<std::uint16_t>(earlier | 1u << row % sim::kBlock);
    }
    if (p > 0 && seating.section[p][row] != seating.section[p - 1][row])
      seating.stays[p][block] = 0;
  }
}

/// A timetable as the day reads it. Needs rows and staff.
void seat_rows(const School& school, Timetable timetable, Seating& seating) {
  seating.timetable = std::move(timetable);
  const Timetable& t = seating.timetable;
  const std::size_t n = school.students();
  seating.slots = 0;
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    seating.section[p].resize(n);
    seating.teacher[p].resize(n);
    seating.slot[p].resize(n);
    seating.advanced[p].resize(n);
    seating.support_gap[p].resize(n);
    for (std::size_t row = 0; row < n; ++row) {
      const std::uint32_t id = school.id[row];
      const std::uint16_t s = t.section[p][id];
      const std::uint16_t j = t.sections[s].teacher;
      seating.section[p][row] = s;
      seating.teacher[p][row] = j;
      seating.slot[p][row] = t.slot[p][id];
      seating.advanced[p][row] = t.advanced[p][id];
      seating.slots = std::max<std::uint32_t>(seating.slots, t.slot[p][id] + 1u);
      seating.support_gap[p][row] =
          over_unlike(school, row, &Membership::support_gap,
                      [&](std::uint32_t d) { return school.staff.membership[d][j]; });
    }
  }
  for (std::uint32_t p = 0; p < t.periods; ++p) {
    seating.counted[p] = n > 0 && t.sections[t.section[p][0]].period == p;
  }
  for (std::uint32_t p = 0; p < t.periods; ++p) describe_blocks(p, n, seating);
}

/// Subjects and advisors: colleagues of the same subject first, in a keyed order. Teachers whom
/// only another kind of timetable needs advise nobody: the year as it is does not depend on what
/// other scenarios may put in force.
void organise_staff(sim::Stream s, const Timetable& timetable, float advisors, Staff& staff) {
  const std::size_t teachers = staff.size();
  std::uint16_t subjects = 0;
  for (const Section& section : timetable.sections) {
    staff.subject[section.teacher] = section.subject;
    subjects = std::max<std::uint16_t>(subjects, section.subject + 1u);
  }
  std::vector<std::vector<std::uint16_t>> of_subject(std::max<std::size_t>(subjects, 1));
  std::vector<std::uint16_t> everyone;
  for (std::size_t j = 0; j < timetable.teachers; ++j) {
    of_subject[staff.subject[j]].push_back(static_cast<std::uint16_t>(j));
    everyone.push_back(static_cast<std::uint16_t>(j));
  }
  std::vector<std::pair<std::uint64_t, std::uint16_t>> order;
  const std::size_t most = std::min(static_cast<std::size_t>(advisors), kMaxAdvisors);
  for (std::size_t j = 0; j < teachers; ++j) {
    order.clear();
    // Other subjects come last, so that they need a look only where one's own has too few.
    const auto& own = of_subject[staff.subject[j]];
    for (const std::uint16_t k : own.size() > most ? own : everyone) {
      if (k == j) continue;
      const std::uint64_t other_subject = staff.subject[k] == staff.subject[j] ? 0 : 1;
      const auto word = sim::draw(s, staff.id[j], staff.id[k], 0, purpose::advice)[0];
      order.push_back({other_subject << 32 | word, k});
    }
    const std::size_t count = std::min(most, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end());
    staff.advisors[j] = static_cast<std::uint8_t>(count);
    for (std::size_t a = 0; a < count; ++a) staff.advisor[a][j] = order[a].second;
  }
}

/// A timetable of this kind. What differs between kinds is who takes which level, and blocks.
Timetable timetable_of(const School& school, std::uint32_t kind, bool by_feeder,
                       std::uint32_t year) {
  if (school.plan.structure) return timetable_of(*school.plan.structure);
  const SchoolProfile& profile = school.plan.profile;
  if (is_apart(kind)) {
    const Pools arms{&school.arms.treated, 2, kind == kApartWithBlocks ? 2u : 0u};
    return draw_timetable(school.stream, profile, school.people, arms, year);
  }
  const Pools pools =
      by_feeder ? Pools{&school.people.feeder, static_cast<std::uint32_t>(profile.feeders), 0}
                : Pools::one(shares_blocks(kind));
  const LevelRule rule = level_rule_of(kind);
  if (rule == LevelRule::race) {
    return draw_timetable(school.stream, profile, school.people, pools, year);
  }
  People people = school.people;
  draw_levels(school.stream, profile, school.plan.identity, people.preparation, people.membership,
              rule, people.advanced);
  return draw_timetable(school.stream, profile, people, pools, year);
}

}  // namespace

void build_year(School& school, bool by_feeder, std::uint32_t year, std::uint32_t first_teacher,
                const School* before) {
  const SchoolPlan& plan = school.plan;
  Timetable as_is = timetable_of(school, 0, by_feeder, year);
  if (plan.assignment.unit != TrialUnit::nothing) {
    school.arms = draw_arms(school, as_is, plan.assignment);
  }
  std::uint32_t teachers = as_is.teachers;
  std::array<Timetable, kTimetableKinds> other;
  const bool one_kind = by_feeder || plan.profile.elementary != 0.0f || plan.structure;
  for (std::uint32_t kind = 1; kind < kTimetableKinds && !one_kind; ++kind) {
    if ((plan.timetables >> kind & 1u) == 0) continue;
    if (is_apart(kind) && plan.assignment.unit == TrialUnit::nothing) continue;
    other[kind] = timetable_of(school, kind, by_feeder, year);
    teachers = std::max(teachers, other[kind].teachers);
  }
  std::vector<std::uint32_t> ids(teachers);
  for (std::uint32_t j = 0; j < teachers; ++j) ids[j] = first_teacher + j;
  if (before != nullptr) ids = next_staff(*before, as_is, ids, plan.parameters.staff.newcomers);
  draw_staff(school.stream, ids, plan.identity, plan.parameters.staff, school.staff);
  if (before != nullptr) mark_newcomers(before->staff, school.staff);
  organise_staff(school.stream, as_is, plan.parameters.staff.advisors, school.staff);
  order_rows(school);
  seat_rows(school, std::move(as_is), school.seating);
  for (std::uint32_t kind = 1; kind < kTimetableKinds; ++kind) {
    school.other[kind].reset();
    if (other[kind].periods == 0) continue;
    const auto seating = std::make_shared<Seating>();
    seat_rows(school, std::move(other[kind]), *seating);
    school.other[kind] = seating;
  }
}

}  // namespace models
