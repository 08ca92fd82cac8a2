#include "cli/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/network_measures.h"
#include "cli/live_shown.h"
#include "cli/school_cache.h"
#include "cli/wave_observer.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

using analysis::Statistic;
using analysis::Sums;
using UnitSums = std::vector<std::vector<Sums>>;  // [pattern][estimate]

/// What one unit showed: a column for each scenario and sight, networks by scenario and wave.
struct Seen {
  std::size_t students = 0, sights = 0, waves = 0;
  std::vector<std::vector<float>> values;
  std::vector<sim::Network> networks;
  std::vector<std::uint8_t> first_membership;

  static void see_values(void* context, std::uint32_t scenario, std::uint32_t sight,
                         const float* values) {
    auto& self = *static_cast<Seen*>(context);
    self.values[scenario * self.sights + sight].assign(values, values + self.students);
  }
  static void see_network(void* context, std::uint32_t scenario, std::uint32_t wave,
                          sim::NetworkView friends, const std::uint8_t* membership) {
    auto& self = *static_cast<Seen*>(context);
    self.networks[scenario * self.waves + wave] = in_order(friends);
    self.first_membership.assign(membership, membership + friends.rows());
  }
};

class UnitEstimates {
 public:
  UnitEstimates(const models::School& school, const Seen& seen) : school_(school), seen_(seen) {}

  void add(const EstimateSpec& spec, Sums& sums) const {
    if (analysis::kStatisticRows[static_cast<std::size_t>(spec.of)].columns == 0) {
      return add_network(spec, sums);
    }
    std::array<std::vector<float>, 3> column;
    analysis::Rows rows;
    for (std::size_t c = 0; c < column.size(); ++c) {
      column[c] = stacked(spec.column[c], spec.scenario);
      rows.column[c] = column[c];
    }
    const std::vector<std::uint8_t> who = counted(spec);
    rows.who = who;
    rows.at_least = spec.at_least;
    analysis::add(spec.of, rows, sums);
  }

 private:
  std::vector<float> stacked(const Stack& stack, std::uint32_t scenario) const {
    std::vector<float> all;
    all.reserve(stack.size() * seen_.students);
    for (const std::uint32_t sight : stack) {
      const auto& one = seen_.values[scenario * seen_.sights + sight];
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }

  std::vector<std::uint8_t> counted(const EstimateSpec& spec) const {
    std::vector<std::uint8_t> who(seen_.students, 1);
    for (std::size_t row = 0; row < who.size(); ++row) {
      for (const Who::In& in : spec.who.in) {
        const std::uint32_t m = school_.membership[in.dimension][row];
        if ((in.memberships >> m & 1u) == 0) who[row] = 0;
      }
      for (const Stack& stack : spec.present) {
        for (const std::uint32_t sight : stack) {
          if (std::isnan(seen_.values[spec.scenario * seen_.sights + sight][row])) who[row] = 0;
        }
      }
      for (const std::uint32_t sight : spec.where) {
        const auto value =
            static_cast<double>(seen_.values[spec.scenario * seen_.sights + sight][row]);
        if (!(spec.from <= value && value <= spec.to)) who[row] = 0;
      }
    }
    std::vector<std::uint8_t> all;
    for (std::size_t k = 0; k < spec.column[0].size(); ++k) {
      all.insert(all.end(), who.begin(), who.end());
    }
    if (spec.third != Third::all) keep_third(spec, all);
    return all;
  }

  /// Keeps the rows in the lowest or highest third of this school's `by`.
  void keep_third(const EstimateSpec& spec, std::vector<std::uint8_t>& who) const {
    const std::vector<float> by = stacked(spec.by, spec.scenario);
    std::vector<float> sorted;
    for (std::size_t k = 0; k < by.size(); ++k) {
      if (!std::isnan(by[k])) sorted.push_back(by[k]);
    }
    if (sorted.size() < 3) return who.assign(who.size(), 0);
    std::sort(sorted.begin(), sorted.end());
    const bool top = spec.third == Third::top;
    const float cut = sorted[top ? sorted.size() * 2 / 3 : sorted.size() / 3];
    for (std::size_t k = 0; k < by.size(); ++k) {
      if (std::isnan(by[k]) || (top ? by[k] < cut : by[k] > cut)) who[k] = 0;
    }
  }

  void add_network(const EstimateSpec& spec, Sums& sums) const {
    const auto of = [&](std::uint32_t wave) {
      return seen_.networks[spec.scenario * seen_.waves + wave].view();
    };
    const sim::NetworkView ties = of(spec.wave);
    const auto add_share = [&](const analysis::Share& share) {
      sums[0] += static_cast<double>(share.part);
      sums[1] += static_cast<double>(share.whole);
    };
    switch (spec.of) {
      case Statistic::degree:
        return add_share({ties.ties(), ties.rows()});
      case Statistic::reciprocity:
        return add_share(analysis::reciprocity(ties));
      case Statistic::transitivity:
        return add_share(analysis::transitivity(ties));
      case Statistic::stability:
        return add_share(analysis::jaccard(of(spec.from_wave), ties));
      default:
        return add_own_group(spec, ties, sums);
    }
  }

  /// The mean over students of a school's groups; of own_group_schools, whether it is above 0.
  void add_own_group(const EstimateSpec& spec, sim::NetworkView ties, Sums& sums) const {
    const auto& group = seen_.first_membership;
    double weighted = 0, students = 0;
    for (std::uint8_t g = 0; g < models::kMaxMemberships; ++g) {
      const auto members = static_cast<std::size_t>(std::count(group.begin(), group.end(), g));
      if (members < 20) continue;
      const double index =
          analysis::homophily(analysis::within_group(ties, group, g), members, group.size());
      if (std::isnan(index)) continue;
      weighted += static_cast<double>(members) * index;
      students += static_cast<double>(members);
    }
    if (spec.of != Statistic::own_group_schools) {
      sums[0] += weighted;
      sums[1] += students;
    } else if (students > 0) {
      sums[0] += weighted > 0 ? 1.0 : 0.0;
      sums[1] += 1.0;
    }
  }

  const models::School& school_;
  const Seen& seen_;
};

}  // namespace

SettingSums measure(const Setting& setting, const Instruments& instruments,
                    const models::Model& model, const MeasureOptions& options) {
  const Experiment& e = *setting.experiment;
  std::vector<models::SchoolPlan> plans;
  for (std::uint32_t k = 0; k < options.schools; ++k) {
    plans.push_back(e.schools.schools[k % e.schools.schools.size()]);
    plans.back().school = k;
  }
  SchoolCache schools(plans, {&e.schools.reference}, {}, model, options.seeds);
  std::vector<models::Scenario> scenarios;
  for (const ScenarioSpec& spec : e.scenarios) scenarios.push_back(spec.scenario);
  const std::vector<models::Instrument> scale = scales(instruments);

  SettingSums sums(setting.patterns.size());
  for (std::size_t p = 0; p < sums.size(); ++p) {
    sums[p].resize(setting.patterns[p].estimates.size());
    for (auto& by_school : sums[p]) by_school.resize(plans.size());
  }
  sim::Work<UnitSums> work;
  work.units = plans.size() * options.seeds;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) {
    const SchoolCache::Pointer school = schools.get(unit / options.seeds, 0);
    Seen seen;
    seen.students = school->students();
    seen.sights = setting.sights.all.size();
    seen.waves = setting.waves.size();
    seen.values.resize(scenarios.size() * seen.sights);
    seen.networks.resize(scenarios.size() * seen.waves);
    models::Observers observers;
    observers.waves = {&seen, &Seen::see_network};
    observers.snapshots = {&seen, &Seen::see_values, setting.sights.all.data(),
                           static_cast<std::uint32_t>(seen.sights), scale.data()};
    live_shown(*school, scenarios, static_cast<std::uint32_t>(unit % options.seeds), setting.waves,
               observers, model);

    UnitSums unit_sums(setting.patterns.size());
    const UnitEstimates estimates(*school, seen);
    for (std::size_t p = 0; p < unit_sums.size(); ++p) {
      for (const EstimateSpec& spec : setting.patterns[p].estimates) {
        unit_sums[p].emplace_back();
        estimates.add(spec, unit_sums[p].back());
      }
    }
    return unit_sums;
  };
  work.merge = [&](std::size_t unit, const UnitSums& unit_sums) {
    for (std::size_t p = 0; p < unit_sums.size(); ++p) {
      for (std::size_t k = 0; k < unit_sums[p].size(); ++k) {
        for (std::size_t s = 0; s < analysis::kMostSums; ++s) {
          sums[p][k][unit / options.seeds][s] += unit_sums[p][k][s];
        }
      }
    }
    options.progress(unit + 1, work.units);
  };
  const std::size_t done = sim::run_units(work, options.threads);
  if (done < work.units) throw sim::RunError("stopped; nothing was written");
  return sums;
}

std::vector<double> check_values(const Pattern& pattern, const Setting& setting,
                                 const models::Model& model, const MeasureOptions& options) {
  std::vector<double> values;
  values.reserve(pattern.checks.size());
  for (const CheckSpec& check : pattern.checks) {
    values.push_back(
        check_value(check.of, *setting.experiment, model, options.threads, options.stop));
  }
  return values;
}

}  // namespace cli
