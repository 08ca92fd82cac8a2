#include "cli/trial_school.h"

#include "cli/one_unit.h"
#include "cli/scenario_checks.h"

namespace cli {
namespace {

using analysis::Life;

constexpr std::uint32_t kOutside = static_cast<std::uint32_t>(models::Arm::outside);

/// A column of one life; seen[sight] is by id.
std::vector<float> column_of(const TrialColumn& column, std::span<const std::vector<float>> seen) {
  std::vector<float> sum(seen.front().size(), 0.0f);
  for (const std::uint32_t sight : column.sights) {
    for (std::size_t id = 0; id < sum.size(); ++id) sum[id] += seen[sight][id];
  }
  if (!column.total && column.sights.size() > 1) {
    for (float& x : sum) x /= static_cast<float>(column.sights.size());
  }
  return sum;
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
      plans_(trial_plans(spec)),
      scales_(scales(spec.instruments)),
      schools_(plans_, spec.experiment->schools.references(), spec.experiment->schools.stratum,
               model, 1) {}

analysis::TrialSchool TrialSchools::live(std::uint32_t trial, const SampledSchool& sampled,
                                         bool whole) {
  const SchoolSet& set = spec_.experiment->schools;
  const SchoolCache::Pointer school = schools_.get(sampled.plan, trial + 1);
  const std::vector<TrialLife> lives = lives_of(spec_, whole, sampled.step);
  OneUnit unit{school, {}, trial};
  for (const TrialLife& life : lives) {
    unit.scenarios.push_back(set.strata.empty()
                                 ? life.scenario
                                 : held(life.scenario, *set.kinds()[set.kind(sampled.plan)]));
  }
  const auto seen = live_and_see(unit, model_, spec_.sights.all, {}, scales_);

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
      const std::size_t sights = spec_.sights.all.size();
      const auto of_life = std::span(seen).subspan(k * sights, sights);
      const auto life = static_cast<std::size_t>(lives[k].life);
      for (const TrialColumn& column : outcome.before) {
        values.before[life] = column_of(column, of_life);
      }
      for (const TrialColumn& column : outcome.after) {
        const std::vector<float> one = column_of(column, of_life);
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
