#pragma once
// Runs an experiment: units over threads, or over the ranks of a parallel job; tallies in order.

#include <functional>

#include "cli/run_journal.h"
#include "cli/tallies.h"
#include "models/model.h"

namespace sim {
class Ranks;
}

namespace cli {

struct ExecuteOptions {
  unsigned threads = 0;  ///< 0: one per core
  /// With a journal `done` counts the units that are on the disk.
  std::function<void(std::size_t done, std::size_t units)> progress = [](auto, auto) {};
  std::function<bool()> stop = [] { return false; };
  RunJournal* journal = nullptr;  ///< keeps what is finished, and holds what an earlier run kept
  sim::Ranks* ranks = nullptr;  ///< that have met: units run there, on as many threads as they said
  /// With ranks: a stop was asked for, what is merged is in the journal, units in flight still end.
  std::function<void()> stopping = [] {};
  std::size_t window = 0;  ///< with ranks: units that may be dealt and not merged
};

/// Student-days that a run simulates at one point of its design, prior years included.
double student_days(const Experiment& experiment);

/// Throws RunError if it was stopped before the last unit, if the journal cannot be written, or if
/// another rank failed.
/// What was merged until then is in the journal.
/// `points` are those of a study (cli/study.h).
Tallies execute(std::span<const Experiment> points, const models::Model& model,
                const ExecuteOptions& options);
inline Tallies execute(const Experiment& experiment, const models::Model& model,
                       const ExecuteOptions& options) {
  return execute(std::span(&experiment, 1), model, options);
}

}  // namespace cli
