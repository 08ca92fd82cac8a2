#pragma once
// Outcomes, declared once: what is measured, in which unit, how often, and which way adults hope
// it moves. Values are tallied as whole multiples of 2^-16.

#include <array>
#include <cstdint>
#include <string_view>

namespace models {

/// When an outcome is read: every tick of the record (a week or a day), at each marking period's
/// end, or at the year's end.
enum class Cadence : std::uint32_t { tick, marking_period, year };

enum class Better : std::uint32_t { higher, lower, neither };

/// How a year of ticks becomes one figure: the last tick, the mean of all, or their sum.
enum class Summary : std::uint32_t { last, mean, total };

enum class Outcome : std::uint32_t {
  belonging,
  uncertainty,
  engagement,
  vigilance,
  lens,
  relation,
  trust,
  support,
  practice,
  peer_inclusion,
  attendance,
  incidents,
  subjective_incidents,
  referrals,
  suspended_days,
  friends,
  named_by,
  reciprocity,
  own_group_ties,
  marks,
  gpa,
  core_passed,
  courses_failed,
  on_track,
  credits,
  knowledge,
  absent_share,
  chronically_absent,
  ever_referred,
  ever_suspended,
  affordance,
  count
};
inline constexpr std::size_t kOutcomes = static_cast<std::size_t>(Outcome::count);

struct OutcomeRow {
  std::string_view key, label, unit;
  Cadence cadence;
  Better better;
  float lo, hi;  ///< range of the bins of its histogram
  std::string_view doc;
  Summary summary = Summary::last;
};

/// One row per outcome, in the order of the enumeration.
inline constexpr std::array<OutcomeRow, kOutcomes> kOutcomeRows{{
    {"belonging", "Belonging", "SD", Cadence::tick, Better::higher, -5, 5,
     "how far students feel that they belong; 0 and 1 SD are the fall's mean and spread where all "
     "groups are treated alike"},
    {"uncertainty", "Uncertainty of belonging", "SD^2", Cadence::tick, Better::lower, 0, 0.5f,
     "variance of belonging: how open the question is"},
    {"engagement", "Engagement", "1", Cadence::tick, Better::higher, 0, 1,
     "engagement with school work"},
    {"vigilance", "Vigilance", "1", Cadence::tick, Better::lower, 0, 1,
     "attention given to what the setting means"},
    {"lens", "Adversity is normal and passes", "1", Cadence::tick, Better::higher, 0, 1,
     "lens through which setbacks are read"},
    {"relation", "Relation with teachers", "1", Cadence::tick, Better::higher, -1.2f, 1.2f,
     "mean quality of relations with this term's teachers"},
    {"trust", "Trust in teachers", "1", Cadence::tick, Better::higher, -1.2f, 1.2f,
     "generalised trust in teachers"},
    {"support", "Support met in class", "1", Cadence::tick, Better::higher, 0, 1,
     "caring, feedback for growth and meaningful work that reach the student"},
    {"practice", "Teachers' practice", "1", Cadence::tick, Better::higher, 0, 1,
     "practice adopted by the student's teachers"},
    {"peer_inclusion", "Friends in class", "1", Cadence::tick, Better::higher, 0, 1,
     "friends in the student's classes, 0 to 1"},
    {"attendance", "Attendance", "1", Cadence::tick, Better::higher, 0, 1,
     "share of school days present since the last tick", Summary::mean},
    {"incidents", "Incidents", "1/student", Cadence::tick, Better::lower, 0, 16,
     "incidents since the last tick, whoever notices", Summary::total},
    {"subjective_incidents", "Ambiguous incidents", "1/student", Cadence::tick, Better::lower, 0,
     16, "those that another adult might not have called one", Summary::total},
    {"referrals", "Referrals", "1/student", Cadence::tick, Better::lower, 0, 16,
     "office referrals since the last tick", Summary::total},
    {"suspended_days", "Days suspended", "days/student", Cadence::tick, Better::lower, 0, 16,
     "days of suspension given since the last tick", Summary::total},
    {"friends", "Friends named", "ties", Cadence::tick, Better::neither, 0, 16,
     "schoolmates whom the student names (out-degree)"},
    {"named_by", "Named by", "ties", Cadence::tick, Better::neither, 0, 64,
     "schoolmates who name the student (in-degree)"},
    {"reciprocity", "Friendships returned", "1", Cadence::tick, Better::higher, 0, 1,
     "share of named friends who name the student; 0 without friends"},
    {"own_group_ties", "Ties within the group", "1", Cadence::tick, Better::neither, 0, 1,
     "share of named friends with the same membership in the first dimension; 0 without friends"},
    {"marks", "Marks", "mark", Cadence::marking_period, Better::higher, 0, 4,
     "mean mark on this report card, 0 to 4"},
    {"gpa", "Grade-point average", "mark", Cadence::year, Better::higher, 0, 4,
     "mean of the year's course finals, a failed course counting 0"},
    {"core_passed", "All core courses passed", "1", Cadence::year, Better::higher, 0, 1,
     "share of students who pass all four core courses in all terms"},
    {"courses_failed", "Core courses failed", "1", Cadence::year, Better::lower, 0, 1,
     "share of core course finals below passing"},
    {"on_track", "On track to graduate", "1", Cadence::year, Better::higher, 0, 1,
     "share of students with at most one core final failed and all but one course's credits "
     "earned"},
    {"credits", "Credits earned", "1", Cadence::year, Better::higher, 0, 1,
     "share of course credits earned"},
    {"knowledge", "Knowledge", "years", Cadence::year, Better::higher, 0, 4,
     "what was learned over the year; 1 is what a year brings where all groups are treated alike"},
    {"absent_share", "Days missed", "1", Cadence::year, Better::lower, 0, 1,
     "share of the year's days missed"},
    {"chronically_absent", "Chronically absent", "1", Cadence::year, Better::lower, 0, 1,
     "share of students who miss at least a tenth of days"},
    {"ever_referred", "Ever referred", "1", Cadence::year, Better::lower, 0, 1,
     "share of students with at least one referral"},
    {"ever_suspended", "Ever suspended", "1", Cadence::year, Better::lower, 0, 1,
     "share of students suspended at least once"},
    {"affordance", "Bids answered", "1", Cadence::year, Better::higher, 0, 1,
     "mean share of bids to teachers that were made and answered"},
}};

constexpr const OutcomeRow& row(Outcome outcome) {
  return kOutcomeRows[static_cast<std::size_t>(outcome)];
}

}  // namespace models
