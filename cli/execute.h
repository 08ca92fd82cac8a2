#pragma once
// Runs an experiment: units over threads, tallies in order.

#include <functional>

#include "cli/tallies.h"
#include "models/model.h"

namespace cli {

struct ExecuteOptions {
  unsigned threads = 0;  ///< 0: one per core
  std::function<void(std::size_t done, std::size_t units)> progress = [](auto, auto) {};
  std::function<bool()> stop = [] { return false; };
};

/// Student-days that a run simulates, prior years included.
double student_days(const Experiment& experiment);

/// Throws RunError if it was stopped before the last unit.
Tallies execute(const Experiment& experiment, const models::Model& model,
                const ExecuteOptions& options);

}  // namespace cli
