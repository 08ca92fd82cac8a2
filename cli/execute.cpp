#include "cli/execute.h"

#include <fmt/format.h>

#include "cli/school_cache.h"
#include "cli/wave_observer.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {

double student_days(const Experiment& experiment) {
  double days = 0;
  for (const models::SchoolPlan& plan : experiment.schools.schools) {
    const double year = static_cast<double>(plan.profile.students) * plan.calendar.days;
    days += year * static_cast<double>(experiment.scenarios.size()) * experiment.replicates;
    if (plan.profile.simulated_entry != 0.0f) {
      days += year * (experiment.redraw || experiment.vectors() > 0 ? experiment.replicates : 1);
    }
  }
  return days;
}

Tallies execute(const Experiment& experiment, const models::Model& model,
                const ExecuteOptions& options) {
  Tallies tallies(experiment);
  SchoolCache schools(experiment.schools.schools, experiment.schools.reference, model,
                      experiment.replicates, experiment.carried);
  std::vector<models::Scenario> scenarios;
  for (const ScenarioSpec& spec : experiment.scenarios) scenarios.push_back(spec.scenario);
  const std::uint32_t replicates = experiment.replicates;

  sim::Work<UnitResult> work;
  work.units = experiment.schools.schools.size() * replicates;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) {
    const auto replicate = static_cast<std::uint32_t>(unit % replicates);
    const std::uint32_t redraw = experiment.redraw ? replicate + 1 : 0;
    const std::size_t vectors = experiment.carried.size();
    const SchoolCache::Pointer school =
        vectors == 0 ? schools.get(unit / replicates, redraw)
                     : schools.get(unit / replicates, redraw, replicate % vectors);
    std::vector<models::Scenario> lived = scenarios;
    for (std::size_t s = 0; vectors != 0 && s < lived.size(); ++s) {
      lived[s].parameters = experiment.scenarios[s].carried[replicate % vectors];
    }
    const models::RecordLayout& layout = tallies.layout();
    UnitResult result;
    result.entries.resize(scenarios.size() * layout.entries());
    result.bins.resize(scenarios.size() * layout.bins());
    WaveCollector waves(static_cast<std::uint32_t>(scenarios.size()), experiment.record.waves);
    models::UnitPlan plan;
    plan.school = school.get();
    plan.scenarios = lived.data();
    plan.scenario_count = static_cast<std::uint32_t>(lived.size());
    plan.replicate = replicate;
    plan.record = &experiment.record;
    plan.layout = &layout;
    plan.observers.waves = waves.observer();
    model.run(plan, result.entries.data(), result.bins.data());
    result.waves = waves.measures();
    return result;
  };
  work.merge = [&](std::size_t unit, const UnitResult& result) {
    tallies.add(static_cast<std::uint32_t>(unit % replicates), result);
    options.progress(unit + 1, work.units);
  };
  const std::size_t done = sim::run_units(work, options.threads);
  if (done < work.units) {
    throw sim::RunError(
        fmt::format("stopped after {} of {} units of work; nothing was written", done, work.units));
  }
  return tallies;
}

}  // namespace cli
