#include "cli/trial_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "models/timetable_in_force.h"
#include "sim/run/near_key.h"

namespace cli {
namespace {

std::string_view name_of(models::Input input) {
  return models::kInputRows[static_cast<std::size_t>(input)].key;
}

models::Level level_of(const models::Lever& lever) {
  return models::kInputRows[static_cast<std::size_t>(lever.input)].level;
}

/// Levers under trial in a part of a school.
void check_levers_within(const sim::Table& table, const TrialSpec& spec) {
  const ScenarioSpec& tested = spec.experiment->scenarios[spec.scenario];
  for (const models::Lever& lever : tested.scenario.levers) {
    if (!spec.on_trial.holds(lever) || level_of(lever) != models::Level::school) continue;
    const bool blocks = lever.input == models::Input::shared_blocks;
    if (blocks && spec.assignment.apart != 0 && lever.schedule.start == 0) continue;
    table.fail("assign",
               fmt::format("can't be done with {}, whose lever on {} changes the whole school; "
                           "assign schools{}",
                           tested.key, name_of(lever.input),
                           blocks ? ", or students with apart = true and blocks from day 0" : ""));
  }
  const ScenarioSpec& baseline = spec.experiment->scenarios.front();
  if (std::memcmp(&tested.scenario.parameters, &baseline.scenario.parameters,
                  sizeof tested.scenario.parameters) != 0) {
    table.fail("scenario", "changes parameters, which hold for everyone; assign schools");
  }
}

void check_subject(const sim::Table& table, const TrialSpec& spec) {
  for (const models::SchoolPlan* kind : spec.experiment->schools.kinds()) {
    const auto periods = static_cast<std::uint32_t>(kind->profile.periods);
    const std::uint32_t subject = spec.assignment.subject;
    const bool elementary = kind->profile.elementary != 0.0f;
    if (subject >= periods || (elementary && subject != 0 && subject != periods - 1)) {
      table.fail("subject", elementary
                                ? "must be 0, the class, or the last, the special"
                                : fmt::format("must be below {}, the number of courses", periods));
    }
    if (spec.assignment.apart != 0 && elementary) {
      table.fail("apart", "has no use with self-contained classes; assign classes");
    }
  }
}

void check_sizes(const sim::Table& table, const TrialSpec& spec) {
  const std::size_t there = spec.experiment->schools.schools.size();
  if (there > 1 && spec.most_schools() > there) {
    table.fail("schools", spec.sizes.size() - 1,
               fmt::format("is more than the {} schools of {}", there, spec.experiment->path));
  }
  if (spec.assign != Assigned::schools) return;
  std::uint32_t before = 0;
  for (std::size_t k = 0; k < spec.sizes.size(); ++k) {
    const std::uint32_t size = spec.sizes[k] - before;
    before = spec.sizes[k];
    const std::uint32_t treated = treated_of(size, spec);
    if (spec.stepped() ? size < spec.rules.steps.size() : treated == 0 || treated == size) {
      table.fail("schools", k, "must leave schools for every arm or step among those that it adds");
    }
    if (spec.sizes[k] < 4)
      table.fail("schools", k, "must be at least 4 where schools are assigned");
  }
}

}  // namespace

std::size_t find_tested(const sim::Table& table, const Experiment& e) {
  const std::string key = table.text("scenario");
  std::vector<std::string_view> known;
  for (std::size_t k = 1; k < e.scenarios.size(); ++k) {
    if (e.scenarios[k].key == key) return k;
    known.push_back(e.scenarios[k].key);
  }
  if (key == e.scenarios.front().key) {
    table.fail("scenario", "is the baseline; name the scenario to test against it");
  }
  const auto near = sim::nearest(key, known);
  table.fail("scenario", fmt::format("is no scenario of {}{}; known are: {}", e.path,
                                     near ? fmt::format("; did you mean {}?", *near) : "",
                                     fmt::join(known, ", ")));
}

void put_on_trial(const sim::Table& table, TrialSpec& spec) {
  const Experiment& e = *spec.experiment;
  const auto& usual = e.scenarios.front().programs;
  models::OnTrial& on_trial = spec.on_trial;
  on_trial.assigned = 1;
  for (const std::string& key : e.scenarios[spec.scenario].programs) {
    if (std::find(usual.begin(), usual.end(), key) != usual.end()) continue;
    if (on_trial.programs == models::kMaxOnTrial) {
      table.fail("scenario", fmt::format("has more than {} programs beyond the baseline's",
                                         models::kMaxOnTrial));
    }
    const auto number = [&](const std::string& wanted) {
      const auto at = std::find_if(e.programs.begin(), e.programs.end(),
                                   [&](const Program& one) { return one.key == wanted; });
      return at->number;
    };
    const auto same = [&](const std::string& other) { return number(other) == number(key); };
    if (std::any_of(usual.begin(), usual.end(), same)) {
      table.fail("scenario",
                 "and the baseline both have levers of their own; put them in programs");
    }
    on_trial.program[on_trial.programs++] = number(key);
  }
  if (on_trial.programs == 0) table.fail("scenario", "has no program that the baseline lacks");
  for (const models::Lever& lever : e.scenarios[spec.scenario].scenario.levers) {
    if (!on_trial.holds(lever)) continue;
    (level_of(lever) == models::Level::teacher ? spec.acts_on_teachers : spec.acts_on_students) =
        true;
  }
}

std::uint32_t treated_of(std::uint32_t size, const TrialSpec& spec) {
  return static_cast<std::uint32_t>(spec.assignment.share * static_cast<float>(size) + 0.5f);
}

void check_trial(const sim::Table& table, const TrialSpec& spec) {
  const Experiment& e = *spec.experiment;
  const sim::Calendar& calendar = e.schools.schools.front().calendar;
  if (calendar.years > 1) {
    table.fail("experiment", fmt::format("lasts {} years; a trial lasts one", calendar.years));
  }
  if (e.design) table.fail("experiment", "has a design; a trial is run at one point");
  if (e.parameter_set) {
    table.fail("experiment",
               "carries a parameter set; add --set experiment.parameter_set=\"\" for the trial");
  }
  if (spec.assignment.apart != 0 && e.schools.imported) {
    table.fail("apart", "needs a timetable that can be drawn anew; this school's is its roster's");
  }
  check_subject(table, spec);
  check_sizes(table, spec);
  if (spec.assign != Assigned::schools) check_levers_within(table, spec);
  const auto changes = [&](const models::Lever& lever) {
    return spec.on_trial.holds(lever) && models::changes_timetable(lever.input);
  };
  const auto& levers = e.scenarios[spec.scenario].scenario.levers;
  const bool by_term = std::any_of(levers.begin(), levers.end(), changes);
  for (const std::uint32_t step : spec.rules.steps) {
    if (step >= calendar.days) {
      table.fail("steps", fmt::format("must be days below {}, the year's end", calendar.days));
    }
    if (by_term && step != 0 && !calendar.starts_term(step)) {
      table.fail("steps", "must be first days of terms: the program changes the timetable");
    }
  }
}

}  // namespace cli
