#include "cli/trial_school.h"

#include <cmath>

#include "cli/scenario_checks.h"

namespace cli {
namespace {

using analysis::Life;

constexpr std::uint32_t kOutside = static_cast<std::uint32_t>(models::Arm::outside);

/// Keeps what is seen, by id.
struct Seen {
  const models::School& school;
  std::size_t sights;
  std::vector<std::vector<float>> values;  // [life * sights + sight]

  static void see(void* context, std::uint32_t life, std::uint32_t sight, const float* values) {
    auto& self = *static_cast<Seen*>(context);
    std::vector<float>& kept = self.values[life * self.sights + sight];
    kept.resize(self.school.students());
    for (std::size_t row = 0; row < kept.size(); ++row) kept[self.school.id[row]] = values[row];
  }
};

/// A column of one life.
std::vector<float> column_of(const TrialColumn& column, const Seen& seen, std::size_t life) {
  std::vector<float> sum(seen.school.students(), 0.0f);
  for (const std::uint32_t sight : column.sights) {
    const std::vector<float>& values = seen.values[life * seen.sights + sight];
    for (std::size_t id = 0; id < sum.size(); ++id) sum[id] += values[id];
  }
  if (!column.total && column.sights.size() > 1) {
    for (float& x : sum) x /= static_cast<float>(column.sights.size());
  }
  return sum;
}

std::vector<const models::SchoolPlan*> references(const SchoolSet& set) {
  if (!set.strata.empty()) return set.kinds();
  return {&set.reference};
}

/// Arms where the whole school is assigned: a keyed sample of its students is in the trial.
void enrol(const models::School& school, const TrialSpec& spec, bool treated,
           analysis::TrialSchool& seen) {
  const auto n = static_cast<std::uint32_t>(school.people.size());
  const auto in_trial =
      static_cast<std::uint32_t>(spec.assignment.enrolled * static_cast<float>(n) + 0.5f);
  seen.arm.assign(n, kOutside);
  const auto order = models::shuffled(school.stream, n, 0, models::purpose::lot);
  for (std::uint32_t k = 0; k < in_trial; ++k) seen.arm[order[k]] = treated ? 1 : 0;
  seen.cluster.assign(n, 0);
}

}  // namespace

TrialSchools::TrialSchools(const TrialSpec& spec, const models::Model& model)
    : spec_(spec),
      model_(model),
      plans_(plans()),
      scales_(scales(spec.instruments)),
      schools_(plans_, references(spec.experiment->schools), spec.experiment->schools.stratum,
               model, 1) {}

std::vector<models::SchoolPlan> TrialSchools::plans() const {
  const auto& given = spec_.experiment->schools.schools;
  std::vector<models::SchoolPlan> plans = given;
  if (given.size() == 1) plans.resize(spec_.most_schools(), given.front());
  for (models::SchoolPlan& plan : plans) {
    plan.assignment = spec_.assignment;
    plan.timetables |= apart_timetables(spec_);
  }
  if (given.size() == 1) {
    for (std::uint32_t s = 0; s < plans.size(); ++s) plans[s].school = given.front().school + s;
  }
  return plans;
}

analysis::TrialSchool TrialSchools::live(std::uint32_t trial, std::size_t place,
                                         const SampledSchool& sampled, bool whole) {
  const SchoolSet& set = spec_.experiment->schools;
  const std::size_t index = set.schools.size() == 1 ? place : sampled.plan;
  const SchoolCache::Pointer school = schools_.get(index, trial + 1);
  const std::vector<TrialLife> lives = lives_of(spec_, whole, sampled.step);
  std::vector<models::Scenario> scenarios;
  for (const TrialLife& life : lives) {
    scenarios.push_back(set.strata.empty() ? life.scenario
                                           : held(life.scenario, *set.kinds()[set.kind(index)]));
  }
  models::RecordPlan record;  // little: what counts is what is seen
  record.tick_days = 1;       // what is counted since the last tick is the day's
  const models::RecordLayout layout(record, school->plan.calendar, school->plan.identity);
  std::vector<models::Entries> entries(scenarios.size() * layout.entries() + 1);
  std::vector<std::uint32_t> bins(scenarios.size() * layout.bins() + 1);
  Seen seen{*school, spec_.sights.size(), {}};
  seen.values.resize(scenarios.size() * seen.sights);
  models::UnitPlan plan;
  plan.school = school.get();
  plan.scenarios = scenarios.data();
  plan.scenario_count = static_cast<std::uint32_t>(scenarios.size());
  plan.replicate = trial;
  plan.record = &record;
  plan.layout = &layout;
  plan.observers.snapshots = {&seen, &Seen::see, spec_.sights.data(),
                              static_cast<std::uint32_t>(seen.sights), scales_.data()};
  model_.run(plan, entries.data(), bins.data());

  analysis::TrialSchool result;
  result.step = sampled.step;
  const auto n = static_cast<std::uint32_t>(school->people.size());
  if (spec_.assign == Assigned::schools) {
    enrol(*school, spec_, sampled.treated, result);
  } else {
    const auto arms = school->arms.student.rows();
    const auto clusters = school->arms.cluster.rows();
    result.arm.assign(arms.begin(), arms.end());
    result.cluster.assign(clusters.begin(), clusters.end());
  }
  for (std::uint32_t id = 0; id < n; ++id) {
    result.lot.push_back(
        sim::uniform(sim::draw(school->stream, id, trial, 0, models::purpose::attrition)[0]));
  }
  for (const TrialOutcome& outcome : spec_.outcomes) {
    analysis::SeenOutcome values;
    for (std::size_t k = 0; k < lives.size(); ++k) {
      const auto life = static_cast<std::size_t>(lives[k].life);
      for (const TrialColumn& column : outcome.before) {
        values.before[life] = column_of(column, seen, k);
      }
      for (const TrialColumn& column : outcome.after) {
        const std::vector<float> one = column_of(column, seen, k);
        values.after[life].insert(values.after[life].end(), one.begin(), one.end());
      }
    }
    if (spec_.assign == Assigned::schools && !spec_.stepped() && whole) {
      // A treated school lives as all do, another as none does.
      const auto lived = static_cast<std::size_t>(sampled.treated ? Life::all : Life::none);
      const auto assigned = static_cast<std::size_t>(Life::assigned);
      values.before[assigned] = values.before[lived];
      values.after[assigned] = values.after[lived];
    }
    result.outcome.push_back(std::move(values));
  }
  return result;
}

}  // namespace cli
