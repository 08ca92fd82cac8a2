#include "cli/trial_lives.h"

#include <algorithm>
#include <set>

#include "cli/trial_checks.h"
#include "models/people.h"

namespace cli {
namespace {

using analysis::Life;

constexpr std::uint32_t kTrialSchool = 0xfffffff0u;  // no school: the stream of a trial's lots
constexpr std::uint32_t kSample = 1, kArms = 2;

bool acts_on_teachers(const models::Lever& lever) {
  return models::kInputRows[static_cast<std::size_t>(lever.input)].level == models::Level::teacher;
}

/// The program opens at a step: all its days move.
models::Scenario opening_at(models::Scenario scenario, const models::OnTrial& on_trial,
                            std::uint32_t day) {
  std::uint32_t first = ~0u;
  for (const models::Lever& lever : scenario.levers) {
    if (on_trial.holds(lever)) first = std::min(first, lever.schedule.start);
  }
  for (models::Lever& lever : scenario.levers) {
    if (!on_trial.holds(lever)) continue;
    models::Schedule& schedule = lever.schedule;
    schedule.start += day - first;
    for (std::uint32_t b = 0; b < schedule.boosters; ++b) schedule.booster[b] += day - first;
  }
  return scenario;
}

/// Timetables that the lives need, a bit each, beside those of the experiment.
std::uint32_t apart_timetables(const TrialSpec& spec) {
  if (spec.assignment.apart == 0) return 0;
  std::uint32_t kinds = 1u << models::kApart;
  for (const models::Lever& lever : spec.experiment->scenarios[spec.scenario].scenario.levers) {
    if (lever.input == models::Input::shared_blocks) kinds |= 1u << models::kApartWithBlocks;
  }
  return kinds;
}

}  // namespace

std::vector<TrialLife> lives_of(const TrialSpec& spec, bool whole, std::uint32_t step) {
  const Experiment& e = *spec.experiment;
  const models::Scenario& baseline = e.scenarios.front().scenario;
  const models::Scenario& tested = e.scenarios[spec.scenario].scenario;
  std::vector<TrialLife> lives{{Life::none, baseline}};
  if (spec.assignment.apart != 0) {
    lives.push_back({Life::null, baseline});
    lives.back().scenario.on_trial.assigned = 1;
  }
  if (!whole) return lives;
  if (spec.stepped()) {
    lives.push_back({Life::assigned, opening_at(tested, spec.on_trial, spec.rules.steps[step])});
    return lives;
  }
  lives.push_back({Life::all, tested});
  if (spec.assign == Assigned::schools) return lives;
  lives.push_back({Life::assigned, tested});
  lives.back().scenario.on_trial = spec.on_trial;
  if (spec.acts_on_teachers && spec.acts_on_students) {
    TrialLife students_only = lives.back();
    students_only.life = Life::students_only;
    std::erase_if(students_only.scenario.levers, [&](const models::Lever& lever) {
      return spec.on_trial.holds(lever) && acts_on_teachers(lever);
    });
    lives.push_back(std::move(students_only));
  }
  return lives;
}

std::vector<models::SchoolPlan> trial_plans(const TrialSpec& spec) {
  std::vector<models::SchoolPlan> plans = spec.experiment->schools.schools;
  if (plans.size() == 1) {
    plans.resize(spec.most_schools(), plans.front());
    for (std::uint32_t s = 0; s < plans.size(); ++s) plans[s].school += s;
  }
  const std::uint32_t apart = apart_timetables(spec);
  for (models::SchoolPlan& plan : plans) {
    plan.assignment = spec.assignment;
    plan.timetables |= apart;
  }
  return plans;
}

std::vector<SampledSchool> sample_schools(const TrialSpec& spec, std::uint32_t trial) {
  const std::size_t there = spec.experiment->schools.schools.size();
  const sim::Stream lots = sim::stream(spec.experiment->seed, kTrialSchool, trial);
  const std::uint32_t most = spec.most_schools();
  std::vector<SampledSchool> sampled(most);
  std::set<std::size_t> taken;
  for (std::uint32_t s = 0, turn = 0; s < most; ++s) {
    std::size_t plan = s;
    while (there > 1) {  // the first one drawn that is not in the trial yet
      const auto word = sim::draw(lots, turn++, kSample, 0, models::purpose::lot)[0];
      plan = static_cast<std::size_t>(std::uint64_t{word} * there >> 32);
      if (taken.insert(plan).second) break;
    }
    sampled[s].plan = plan;
  }
  if (spec.assign != Assigned::schools) return sampled;
  // Schools that a larger trial adds are assigned among themselves, so that every size is balanced.
  std::uint32_t before = 0;
  for (const std::uint32_t size : spec.sizes) {
    const std::uint32_t added = size - before;
    const auto order = models::shuffled(lots, added, kArms + before, models::purpose::lot);
    const std::uint32_t treated = treated_of(added, spec);
    for (std::uint32_t k = 0; k < added; ++k) {
      SampledSchool& school = sampled[before + order[k]];
      school.treated = k < treated;
      school.step = static_cast<std::uint32_t>(k * spec.rules.steps.size() / added);
    }
    before = size;
  }
  return sampled;
}

}  // namespace cli
