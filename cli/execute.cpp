#include "cli/execute.h"

#include <fmt/format.h>

#include <memory>
#include <mutex>
#include <thread>

#include "cli/wave_observer.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

using SchoolPointer = std::shared_ptr<const models::School>;

/// Builds schools when they are first needed and lets them go after their last unit.
class SchoolCache {
 public:
  SchoolCache(const Experiment& experiment, const models::Model& model)
      : experiment_(experiment), model_(model), slots_(experiment.schools.schools.size()) {
    if (experiment.schools.schools.front().profile.simulated_entry == 0.0f) {
      table_.reset(model.entry_table(experiment.schools.reference), model.release_table);
    }
  }

  SchoolPointer get(std::size_t school, std::uint32_t replicate) {
    models::SchoolPlan plan = experiment_.schools.schools[school];
    if (experiment_.redraw) {
      plan.redraw = replicate + 1;
      return build(plan);
    }
    Slot& slot = slots_[school];
    const std::lock_guard lock(slot.mutex);
    if (!slot.school) slot.school = build(plan);
    SchoolPointer pointer = slot.school;
    if (++slot.used == experiment_.replicates) slot.school.reset();
    return pointer;
  }

 private:
  struct Slot {
    std::mutex mutex;
    SchoolPointer school;
    std::uint32_t used = 0;
  };
  SchoolPointer build(const models::SchoolPlan& plan) const {
    return {model_.build(plan, table_.get()),
            [release = model_.release](const models::School* school) {
              release(const_cast<models::School*>(school));
            }};
  }
  const Experiment& experiment_;
  const models::Model& model_;
  std::vector<Slot> slots_;
  std::shared_ptr<models::EntryTable> table_;
};

}  // namespace

std::size_t memory_needed(const Experiment& experiment, unsigned threads) {
  std::size_t largest = 0;
  for (const auto& plan : experiment.schools.schools) {
    largest = std::max(largest, static_cast<std::size_t>(plan.profile.students));
  }
  const auto layout = layout_of(experiment);
  const std::size_t school = largest * 1200;  // columns of a built school and of a state
  const std::size_t unit =
      experiment.scenarios.size() *
          (layout.entries() * sizeof(models::Entries) + layout.bins() * sizeof(std::uint32_t)) +
      layout.traces() * largest * sizeof(std::int32_t);
  const unsigned used = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
  // The results file is built in memory: four figures of four bytes for every total.
  return Tallies::bytes(experiment) * 4 / 3 + 2 * used * (unit + school) +
         experiment.schools.schools.size() * sizeof(models::SchoolPlan);
}

double student_days(const Experiment& experiment) {
  double days = 0;
  for (const models::SchoolPlan& plan : experiment.schools.schools) {
    const double year = static_cast<double>(plan.profile.students) * plan.calendar.days;
    days += year * static_cast<double>(experiment.scenarios.size()) * experiment.replicates;
    if (plan.profile.simulated_entry != 0.0f) {
      days += year * (experiment.redraw ? experiment.replicates : 1);
    }
  }
  return days;
}

Tallies execute(const Experiment& experiment, const models::Model& model,
                const ExecuteOptions& options) {
  Tallies tallies(experiment);
  SchoolCache schools(experiment, model);
  std::vector<models::Scenario> scenarios;
  for (const ScenarioSpec& spec : experiment.scenarios) scenarios.push_back(spec.scenario);
  const std::uint32_t replicates = experiment.replicates;

  sim::Work<UnitResult> work;
  work.units = experiment.schools.schools.size() * replicates;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) {
    const auto replicate = static_cast<std::uint32_t>(unit % replicates);
    const SchoolPointer school = schools.get(unit / replicates, replicate);
    const models::RecordLayout& layout = tallies.layout();
    UnitResult result;
    result.entries.resize(scenarios.size() * layout.entries());
    result.bins.resize(scenarios.size() * layout.bins());
    WaveCollector waves(static_cast<std::uint32_t>(scenarios.size()), experiment.record.waves);
    models::UnitPlan plan;
    plan.school = school.get();
    plan.scenarios = scenarios.data();
    plan.scenario_count = static_cast<std::uint32_t>(scenarios.size());
    plan.replicate = replicate;
    plan.record = &experiment.record;
    plan.layout = &layout;
    plan.waves = waves.observer();
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
