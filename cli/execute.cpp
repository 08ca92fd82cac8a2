#include "cli/execute.h"

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "cli/unit_source.h"
#include "cli/watcher.h"
#include "cli/wave_observer.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

/// Runs the units; what is merged when it ends is in the journal, however it ends.
std::size_t run(const sim::Work<UnitResult>& work, unsigned threads, RunJournal* journal,
                Tallies& tallies) {
  if (journal == nullptr) return sim::run_units(work, threads);
  std::size_t merged = 0;
  try {
    merged = sim::run_units(work, threads);
  } catch (...) {
    try {
      journal->flush(tallies);
    } catch (...) {  // the first error is the one to tell
    }
    throw;
  }
  journal->flush(tallies);
  return merged;
}

}  // namespace

double student_days(const Experiment& experiment) {
  double days = 0;
  for (const models::SchoolPlan& plan : experiment.schools.schools) {
    const double year = static_cast<double>(plan.profile.students) * plan.calendar.days_in_run();
    days += year * static_cast<double>(experiment.scenarios.size()) * experiment.replicates;
    if (plan.profile.simulated_entry != 0.0f) {
      days += year / plan.calendar.years * (experiment.builds_anew() ? experiment.replicates : 1);
    }
  }
  return days;
}

Tallies execute(std::span<const Experiment> points, const models::Model& model,
                const ExecuteOptions& options) {
  const Experiment& experiment = points.front();
  if (points.size() != experiment.points())
    throw std::logic_error("a study is run at all its points");
  Tallies tallies(experiment);
  std::vector<std::unique_ptr<UnitSource>> sources;
  for (const Experiment& point : points) {
    sources.push_back(std::make_unique<UnitSource>(point, model, point.replicates));
  }
  const std::uint32_t runs = experiment.runs(), replicates = experiment.replicates;
  const models::SchoolPlan& first = experiment.schools.schools.front();
  const SightPlan with_students(experiment.watch, first, true);
  const SightPlan without_students(experiment.watch, first, false);
  const StudentShape shape = student_shape_of(experiment);

  RunJournal* const journal = options.journal;
  if (journal != nullptr) journal->restore(tallies);

  sim::Work<UnitResult> work;
  work.first = journal != nullptr ? journal->finished() : 0;
  work.units = experiment.schools.schools.size() * runs;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) {
    const auto run = static_cast<std::uint32_t>(unit % runs);
    const std::uint32_t replicate = run % replicates;
    UnitSource& source = *sources[run / replicates];
    const SchoolCache::Pointer school = source.school(unit / runs, replicate);
    std::vector<models::Scenario> room;
    const std::vector<models::Scenario>& scenarios = source.scenarios(unit / runs, replicate, room);
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
    plan.observers.waves = waves.observer();
    const bool stored = replicate < experiment.watch.students.replicates;
    Watcher watcher(stored ? with_students : without_students, experiment.watch, *school, shape,
                    tallies.survey_layout());
    plan.observers.snapshots = watcher.observer();
    model.run(plan, result.entries.data(), result.bins.data());
    result.waves = waves.measures();
    watcher.see_reach(scenarios);
    result.surveys = watcher.take_surveys();
    result.students = watcher.take_students();
    return result;
  };
  work.merge = [&](std::size_t unit, const UnitResult& result) {
    tallies.add(unit / runs, static_cast<std::uint32_t>(unit % runs), result);
    if (journal != nullptr) journal->merged(unit, tallies);
    options.progress(journal != nullptr ? journal->finished() : unit + 1, work.units);
  };
  const std::size_t done = work.first + run(work, options.threads, journal, tallies);
  if (done < work.units) {
    if (journal != nullptr) throw sim::RunError("stopped");
    throw sim::RunError(
        fmt::format("stopped after {} of {} units of work; nothing was written", done, work.units));
  }
  return tallies;
}

}  // namespace cli
