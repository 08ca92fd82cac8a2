#include "cli/scenario_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "models/timetable_in_force.h"

namespace cli {

namespace {

const char* what_changes(models::Input input) {
  if (input == models::Input::shared_blocks) return "shares blocks";
  return input == models::Input::detracking ? "teaches without levels" : "opens advanced courses";
}

bool teaches(const models::SchoolPlan& school, std::uint32_t subject) {
  if (school.profile.elementary != 0.0f) return false;
  if (!school.structure) return subject < static_cast<std::uint32_t>(school.profile.periods);
  const auto& sections = school.structure->sections;
  return std::any_of(sections.begin(), sections.end(),
                     [&](const models::Section& one) { return one.subject == subject; });
}

}  // namespace

std::optional<std::string> refusal(const models::SchoolPlan& school, const models::Lever& lever) {
  const sim::Calendar& calendar = school.calendar;
  const models::SchoolProfile& profile = school.profile;
  const auto& row = models::kInputRows[static_cast<std::size_t>(lever.input)];
  const bool yearly = lever.schedule.every_year != 0;
  const std::uint32_t days = yearly ? calendar.days : calendar.days_in_run();
  const char* whole = yearly || calendar.years == 1 ? "year" : "run";
  if (lever.schedule.start >= days) {
    return fmt::format("has a lever on {} that opens on day {}; the {} has {} days", row.key,
                       lever.schedule.start, whole, days);
  }
  for (std::uint32_t b = 0; b < lever.schedule.boosters; ++b) {
    if (lever.schedule.booster[b] < days) continue;
    return fmt::format("has a lever on {} with a booster on day {}; the {} has {} days", row.key,
                       lever.schedule.booster[b], whole, days);
  }
  if (lever.reach.grade != models::kAnyone &&
      lever.reach.grade >= static_cast<std::uint32_t>(profile.grades)) {
    return fmt::format("has a lever on {} that reaches grade {}; the school's grades are 0 to {}",
                       row.key, lever.reach.grade, profile.grades - 1);
  }
  if (lever.reach.subject != models::kAnyone && !teaches(school, lever.reach.subject)) {
    return fmt::format("has a lever on {} that reaches subject {}, which this school does not have",
                       row.key, lever.reach.subject);
  }
  if (!models::changes_timetable(lever.input)) return {};
  const std::uint32_t end = lever.schedule.days > days - lever.schedule.start
                                ? days
                                : lever.schedule.start + lever.schedule.days;
  const bool whole_terms = end == days || calendar.starts_term(end % calendar.days);
  if (profile.elementary != 0.0f || lever.schedule.every != 0 || lever.schedule.boosters != 0 ||
      lever.schedule.decay_days > 0 || !whole_terms) {
    return fmt::format(
        "{} in a way no timetable can: {} needs class periods, lasts whole terms, "
        "and does not come in cycles",
        what_changes(lever.input), row.key);
  }
  if (!calendar.starts_term(lever.schedule.start % calendar.days)) {
    return fmt::format(
        "changes the timetable on day {}; a timetable changes only on a term's "
        "first day",
        lever.schedule.start);
  }
  return {};
}

void check_levers(const sim::Table& table, const std::vector<const models::SchoolPlan*>& kinds,
                  const std::vector<models::Lever>& levers) {
  for (const models::Lever& lever : levers) {
    std::optional<std::string> refused;
    for (const models::SchoolPlan* kind : kinds) {
      const auto why = refusal(*kind, lever);
      if (!why) {
        refused.reset();
        break;
      }
      if (!refused) refused = why;
    }
    if (refused) table.fail("programs", *refused);
  }
}

models::Scenario held(const models::Scenario& scenario, const models::SchoolPlan& kind) {
  models::Scenario kept = scenario;
  std::erase_if(kept.levers, [&](const models::Lever& lever) { return refusal(kind, lever); });
  return kept;
}

void check_drawn_once(const sim::Table& table, const models::Parameters& base,
                      const models::Parameters& changed) {
  const auto same = [&]<class P>(const P& before, const P& after, std::string_view key) {
    for (const auto& field : P::fields()) {
      if (!key.empty() && field.key != key) continue;
      if (before.*field.member == after.*field.member) continue;
      table.table(P::section)
          .fail(field.key,
                "is drawn when a school is built, once for all scenarios; "
                "change it under [parameters]");
    }
  };
  same(base.staff, changed.staff, "");
  same(base.attendance, changed.attendance, "frailty");
  same(base.behaviour, changed.behaviour, "temperament");
  same(base.lens, changed.lens, "start");
  same(base.lens, changed.lens, "start_spread");
  same(base.belonging, changed.belonging, "outlook");
  same(base.learning, changed.learning, "feeder_standard");
  same(base.friendship, changed.friendship, "first_degree");
  same(base.entry, changed.entry, "engagement");
  same(base.entry, changed.entry, "relation");
}

}  // namespace cli
