#include "models/record.h"

namespace models {
namespace {

/// scratch[row] = f(row), for every student.
template <class F>
const float* each(sim::Column<float>& scratch, F f) {
  for (std::size_t row = 0; row < scratch.size(); ++row) scratch[row] = f(row);
  return scratch.data();
}

/// Mean over the day's periods of f(period, row).
template <class F>
const float* mean_of_periods(sim::Column<float>& scratch, std::size_t periods, F f) {
  const float share = 1.0f / static_cast<float>(periods);
  scratch.fill(0.0f);
  for (std::size_t p = 0; p < periods; ++p) {
    for (std::size_t row = 0; row < scratch.size(); ++row) scratch[row] += f(p, row);
  }
  return each(scratch, [&](std::size_t row) { return scratch[row] * share; });
}

/// Share of a student's named friends for which f(target row) holds; 0 without friends.
template <class F>
const float* share_of_friends(sim::Column<float>& scratch, const State& state, F f) {
  const std::uint32_t* first = state.friends_by_row.offsets.data();
  const sim::Row* target = state.friends_by_row.targets.data();
  return each(scratch, [&](std::size_t row) {
    const std::uint32_t named = first[row + 1] - first[row];
    std::uint32_t holds = 0;
    for (std::uint32_t k = first[row]; k < first[row + 1]; ++k) holds += f(row, target[k]) ? 1 : 0;
    return named == 0 ? 0.0f : static_cast<float>(holds) / static_cast<float>(named);
  });
}

const float* named_by(sim::Column<float>& scratch, const State& state) {
  scratch.fill(0.0f);
  for (const sim::Row target : state.friends_by_row.targets) scratch[target] += 1.0f;
  return scratch.data();
}

float share(float part, float whole) { return whole > 0 ? part / whole : 0.0f; }
float yes_no(bool yes) { return yes ? 1.0f : 0.0f; }

}  // namespace

const float* outcome_values(Outcome outcome, const School& school, const Seating& seating,
                            const Parameters& p, const State& s, sim::Column<float>& scratch) {
  const std::size_t periods = school.periods();
  const float days = static_cast<float>(school.plan.calendar.days);
  switch (outcome) {
    case Outcome::belonging:
      return s.belonging.now().data();
    case Outcome::uncertainty:
      return s.uncertainty.now().data();
    case Outcome::engagement:
      return s.engagement.now().data();
    case Outcome::vigilance:
      return s.vigilance.data();
    case Outcome::lens:
      return s.lens.data();
    case Outcome::relation:
      return mean_of_periods(scratch, periods, [&](std::size_t period, std::size_t row) {
        return s.relation[seating.slot[period][row]][row];
      });
    case Outcome::trust:
      return s.trust.data();
    case Outcome::support:
      return mean_of_periods(scratch, periods, [&](std::size_t period, std::size_t row) {
        return s.support[period][row];
      });
    case Outcome::practice:
      return mean_of_periods(scratch, periods, [&](std::size_t period, std::size_t row) {
        return s.practice[seating.teacher[period][row]];
      });
    case Outcome::peer_inclusion:
      return mean_of_periods(scratch, periods, [&](std::size_t period, std::size_t row) {
        return s.tie[period][row];
      });
    case Outcome::attendance:
      return each(scratch,
                  [&](std::size_t row) { return share(s.days_present[row], s.days[row]); });
    case Outcome::incidents:
      return s.incidents.data();
    case Outcome::subjective_incidents:
      return s.subjective.data();
    case Outcome::referrals:
      return s.referrals.data();
    case Outcome::suspended_days:
      return s.suspended.data();
    case Outcome::friends:
      return each(scratch, [&](std::size_t row) {
        return static_cast<float>(s.friends_by_row.view().of(row).size());
      });
    case Outcome::named_by:
      return named_by(scratch, s);
    case Outcome::reciprocity:
      return share_of_friends(scratch, s, [&](std::size_t row, sim::Row target) {
        return s.friends.has(school.id[target], static_cast<std::uint16_t>(school.id[row]));
      });
    case Outcome::own_group_ties:
      return share_of_friends(scratch, s, [&](std::size_t row, sim::Row target) {
        return school.membership[0][row] == school.membership[0][target];
      });
    case Outcome::marks:
      return s.mean_mark.data();
    case Outcome::gpa:
      return each(scratch,
                  [&](std::size_t row) { return share(s.points[row], s.terms_counted[row]); });
    case Outcome::core_passed:
      return each(scratch, [&](std::size_t row) { return yes_no(s.terms_failed[row] == 0.0f); });
    case Outcome::courses_failed: {
      const float core = static_cast<float>(kCoreSubjects * school.plan.calendar.terms);
      return each(scratch, [&, core](std::size_t row) { return s.terms_failed[row] / core; });
    }
    case Outcome::on_track: {
      const float terms = static_cast<float>(school.plan.calendar.terms);
      return each(scratch, [&, terms](std::size_t row) {
        return yes_no(s.terms_failed[row] <= 1.0f &&
                      s.credits[row] >= s.terms_counted[row] - terms);
      });
    }
    case Outcome::credits:
      return each(scratch,
                  [&](std::size_t row) { return share(s.credits[row], s.terms_counted[row]); });
    case Outcome::knowledge:
      return mean_of_periods(scratch, periods, [&](std::size_t period, std::size_t row) {
        return s.knowledge[period][row];
      });
    case Outcome::absent_share:
      return each(scratch, [&](std::size_t row) { return 1.0f - s.days_here(row) / days; });
    case Outcome::chronically_absent:
      return each(scratch, [&](std::size_t row) {
        return yes_no(days - s.days_here(row) >= p.attendance.chronic * days);
      });
    case Outcome::ever_referred:
      return each(scratch, [&](std::size_t row) { return yes_no(s.year_referrals[row] > 0.0f); });
    case Outcome::ever_suspended:
      return each(scratch, [&](std::size_t row) { return yes_no(s.year_suspended[row] > 0.0f); });
    case Outcome::affordance:
      return each(scratch,
                  [&](std::size_t row) { return share(s.year_answered[row], s.days_here(row)); });
    case Outcome::count:
      break;
  }
  return scratch.data();
}

}  // namespace models
