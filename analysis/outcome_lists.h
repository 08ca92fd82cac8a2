#pragma once
// Which outcomes the table and the report put forward, and in which words. Fixed before any run:
// what a result is does not decide whether it is shown. Outcomes that are not named here are shown
// as well, after these or in full tables.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/results.h"

namespace analysis {

/// Shares of students, days, courses, bids or ties: shown as percentages.
inline constexpr std::array<std::string_view, 10> kShares{
    "attendance",   "core_passed",        "courses_failed", "on_track",       "credits",
    "absent_share", "chronically_absent", "ever_referred",  "ever_suspended", "affordance"};
inline constexpr std::array<std::string_view, 2> kShareOfTies{"reciprocity", "own_group_ties"};

/// The rows of the terminal's table for all students.
inline constexpr std::array<std::string_view, 12> kMain{
    "belonging",          "relation",  "engagement",     "attendance",
    "chronically_absent", "referrals", "ever_suspended", "gpa",
    "core_passed",        "on_track",  "credits",        "knowledge"};

/// The first of each line that the file has is shown by group in the terminal.
inline constexpr std::array<std::array<std::string_view, 2>, 3> kByGroup{
    {{"belonging", "engagement"}, {"referrals", "ever_suspended"}, {"gpa", "marks"}}};

/// Drawn by group in the report, with gaps.
inline constexpr std::array<std::string_view, 10> kDrawnByGroup{
    "belonging", "engagement",     "relation", "support",     "attendance",
    "referrals", "ever_suspended", "gpa",      "core_passed", "on_track"};

/// The first of these that moves leads a scenario's answer: belonging, then what people outside the
/// model can count. `words` completes "5.2 percentage points more students ..." and is empty for
/// outcomes that are no share of students.
struct HeadlineOutcome {
  std::string_view key, words;
};
inline constexpr std::array<HeadlineOutcome, 7> kHeadline{{
    {"belonging", ""},
    {"on_track", "are on track to graduate"},
    {"core_passed", "pass all core courses"},
    {"ever_suspended", "are suspended at least once"},
    {"ever_referred", "are referred at least once"},
    {"chronically_absent", "are chronically absent"},
    {"gpa", ""},
}};

/// Set side by side in the report, in this order: the first five that the file has.
inline constexpr std::size_t kMostSideBySide = 5;
inline constexpr std::array<std::string_view, 11> kSideBySide{
    "belonging", "chronically_absent", "referrals",   "ever_suspended", "on_track", "gpa",
    "relation",  "engagement",         "core_passed", "attendance",     "knowledge"};

/// Whose curves open the report: the first three that the file has.
inline constexpr std::size_t kMostPictured = 3;
inline constexpr std::array<std::string_view, 7> kPictured{
    "belonging", "relation", "referrals", "engagement", "attendance", "marks", "gpa"};

/// What adults' doing passes through on its way to marks, credits and records: what the story of a
/// scenario looks at, in this order.
inline constexpr std::array<std::string_view, 14> kMediators{
    "practice",   "support",   "relation",    "trust",         "peer_inclusion",
    "lens",       "vigilance", "uncertainty", "belonging",     "engagement",
    "attendance", "incidents", "referrals",   "suspended_days"};

template <class List>
bool contains(const List& list, std::string_view key) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

inline bool is_share(const Outcome& outcome) {
  return contains(kShares, outcome.key) || contains(kShareOfTies, outcome.key);
}

/// The outcome of that key, or null.
inline const Outcome* find_outcome(const Results& results, std::string_view key) {
  for (const Outcome& outcome : results.outcomes) {
    if (outcome.key == key) return &outcome;
  }
  return nullptr;
}

/// Outcomes of the file named in `keys`, in that order; all of the file when it has none of them.
template <class List>
std::vector<const Outcome*> named_outcomes(const Results& results, const List& keys) {
  std::vector<const Outcome*> found;
  for (const std::string_view key : keys) {
    if (const Outcome* outcome = find_outcome(results, key)) found.push_back(outcome);
  }
  if (!found.empty()) return found;
  for (const Outcome& outcome : results.outcomes) found.push_back(&outcome);
  return found;
}

}  // namespace analysis
