#include "cli/execute.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "cli/memory.h"
#include "cli/unit_bytes.h"
#include "cli/unit_work.h"
#include "sim/run/ranks.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

/// The tallies of a run. They are large, and making them takes time: they are made when the first
/// unit is merged, while other threads live the next ones, or before if the journal fills them.
class Kept {
 public:
  Kept(const Experiment& experiment, RunJournal* journal)
      : experiment_(experiment), journal_(journal) {
    if (journal_ != nullptr && journal_->kept() > 0) tallies();
  }

  Tallies& tallies() {
    if (!tallies_) {
      Tallies empty(experiment_);
      if (journal_ != nullptr) journal_->restore(empty);
      tallies_ = std::move(empty);
    }
    return *tallies_;
  }

  /// What is merged goes to the disk.
  void flush() {
    if (journal_ != nullptr && tallies_) journal_->flush(*tallies_);
  }

 private:
  const Experiment& experiment_;
  RunJournal* journal_;
  std::optional<Tallies> tallies_;
};

/// Runs the units; what is merged when it ends is in the journal, however it ends.
std::size_t keeping(const std::function<std::size_t()>& run, Kept& kept) {
  std::size_t merged = 0;
  try {
    merged = run();
  } catch (...) {
    try {
      kept.flush();
    } catch (...) {  // the first error is the one to tell
    }
    throw;
  }
  kept.flush();
  return merged;
}

/// The same work with results as bytes.
sim::Work<sim::Bytes> over_ranks(const sim::Work<UnitResult>& work, const UnitWork& unit_work,
                                 const ExecuteOptions& options, Kept& kept) {
  sim::Work<sim::Bytes> bytes;
  bytes.first = work.first;
  bytes.units = work.units;
  bytes.work = [&work](std::size_t unit) { return pack(work.work(unit)); };
  bytes.merge = [&work, &unit_work](std::size_t unit, const sim::Bytes& result) {
    UnitResult room = unit_work.empty(unit);
    if (!unpack(result, room)) {
      throw sim::RunError(fmt::format("the result of unit {} came damaged from its rank", unit));
    }
    work.merge(unit, std::move(room));
  };
  // Whoever stops a parallel job may end it a second later: what is merged goes to the disk before
  // the units in flight are waited for.
  bytes.stop = [&work, &options, &kept, said = false]() mutable {
    if (!work.stop()) return false;
    if (!std::exchange(said, true)) {
      kept.flush();
      options.stopping();
    }
    return true;
  };
  return bytes;
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
  using Share = UnitWork::Share;
  UnitWork unit_work(points, model, options.ranks != nullptr ? Share::some : Share::all);
  const std::uint32_t runs = experiment.runs();
  RunJournal* const journal = options.journal;
  Kept kept(experiment, journal);

  sim::Work<UnitResult> work;
  work.first = journal != nullptr ? journal->finished() : 0;
  work.units = unit_work.units();
  work.window = in_flight(experiment, options.threads);
  work.stop = options.stop;
  work.work = [&](std::size_t unit) { return unit_work(unit); };
  work.merge = [&](std::size_t unit, const UnitResult& result) {
    Tallies& tallies = kept.tallies();
    tallies.add(unit / runs, static_cast<std::uint32_t>(unit % runs), result);
    if (journal != nullptr) journal->merged(unit, tallies);
    options.progress(journal != nullptr ? journal->finished() : unit + 1, work.units);
  };
  const auto run = [&] {
    if (options.ranks == nullptr) return sim::run_units(work, options.threads);
    return options.ranks->run(over_ranks(work, unit_work, options, kept), options.window);
  };
  const std::size_t done = work.first + keeping(run, kept);
  if (done < work.units) {
    if (journal != nullptr) throw sim::RunError("stopped");
    throw sim::RunError(
        fmt::format("stopped after {} of {} units of work; nothing was written", done, work.units));
  }
  return std::move(kept.tallies());
}

}  // namespace cli
