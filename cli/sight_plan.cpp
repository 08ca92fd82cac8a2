#include "cli/sight_plan.h"

#include <algorithm>
#include <optional>

namespace cli {
namespace {

using models::Extra, models::Variable;
using Kind = SightUse::Kind;

/// The place of `day` among `days`, if it is one of them.
std::optional<std::size_t> place(const std::vector<std::uint32_t>& days, std::uint32_t day) {
  const auto at = std::find(days.begin(), days.end(), day);
  if (at == days.end()) return {};
  return static_cast<std::size_t>(at - days.begin());
}

Variable extra(Extra which, std::uint32_t period) {
  Variable variable{Variable::Kind::extra, static_cast<std::uint32_t>(which)};
  variable.period = period;
  return variable;
}

/// What a survey measures.
Variable construct_of(const Variable& score) {
  Variable construct{score.of_extra != 0 ? Variable::Kind::extra : Variable::Kind::outcome,
                     score.code};
  construct.period = score.period;
  return construct;
}

}  // namespace

SightPlan::SightPlan(const Watch& watch, const models::SchoolPlan& first, bool students)
    : scales(cli::scales(watch.instruments)) {
  const auto periods = static_cast<std::uint32_t>(first.profile.periods);
  for (std::uint32_t day = 0; day < first.calendar.days_in_run(); ++day) {
    if (students) add_students(watch, day, periods);
    add_surveys(watch, day);
  }
}

void SightPlan::add_students(const Watch& watch, std::uint32_t day, std::uint32_t periods) {
  const auto at = place(watch.students.days, day);
  if (!at) return;
  for (std::size_t v = 0; v < watch.students.variables.size(); ++v) {
    const StudentVariable& stored = watch.students.variables[v];
    const std::uint32_t values = std::max(1u, stored.periods);
    Variable variable = stored.variable;
    for (variable.period = 0; variable.period < values; ++variable.period) {
      sights.push_back({variable, day});
      uses.push_back({Kind::variable, v, *at * values + variable.period});
    }
  }
  for (std::uint32_t period = 0; period < periods; ++period) {
    sights.push_back({extra(Extra::class_section, period), day});
    uses.push_back({Kind::section, 0, *at * periods + period});
    sights.push_back({extra(Extra::class_teacher, period), day});
    uses.push_back({Kind::teacher, 0, *at * periods + period});
  }
}

void SightPlan::add_surveys(const Watch& watch, std::uint32_t day) {
  for (std::size_t s = 0; s < watch.surveys.size(); ++s) {
    const SurveyRecord& survey = watch.surveys[s];
    const auto at = place(survey.days, day);
    if (!at) continue;
    Variable score = survey.score;
    for (score.period = 0; score.period < survey.periods; ++score.period) {
      Variable favourable = score;
      favourable.kind = Variable::Kind::favourable;
      const auto see = [&](const Variable& variable, Kind kind) {
        sights.push_back({variable, day});
        uses.push_back({kind, s, *at});
      };
      see(construct_of(score), Kind::construct);
      see(score, Kind::score);
      see(favourable, Kind::favourable);
    }
  }
}

}  // namespace cli
