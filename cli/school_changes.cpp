#include "cli/school_changes.h"

#include "cli/roster_plans.h"

namespace cli {

void change_profile(const sim::Table& profile, SchoolSet& set) {
  const bool several = set.population || !set.strata.empty() || set.schools.size() > 1;
  if (several && profile.has("students")) {
    profile.fail("students", "has no use: each school of this set has its own number");
  }
  if (set.imported) {
    check_by_roster(profile);
    if (profile.has("elementary")) {
      profile.fail("elementary", "has no use: it goes with the school's roster");
    }
  }
  for (models::SchoolPlan& plan : set.schools) profile.fields(plan.profile);
  const auto change_reference = [&](models::SchoolPlan& reference) {
    const float students = reference.profile.students;
    profile.fields(reference.profile);
    reference.profile.students = students;
  };
  change_reference(set.reference);
  for (Stratum& one : set.strata) change_reference(one.reference);
  if (!several && !set.imported) {
    set.students = static_cast<std::uint64_t>(set.schools[0].profile.students);
  }
}

void set_calendars(const sim::Table& root, std::uint32_t years, SchoolSet& set) {
  const auto calendar = root.find_table("calendar");
  const auto change = [&](sim::Calendar& of) {
    if (calendar) read_calendar(*calendar, of);
    of.years = years;
  };
  for (models::SchoolPlan& plan : set.schools) change(plan.calendar);
  change(set.reference.calendar);
  for (Stratum& one : set.strata) change(one.reference.calendar);
}

}  // namespace cli
