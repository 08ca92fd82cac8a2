#pragma once
// Runs a trial again and again: schools over threads, trials in order. What is finished is kept
// beside the output, as that of a run is (run_journal.h).

#include <functional>
#include <string>
#include <vector>

#include "cli/trial_file.h"
#include "models/model.h"
#include "sim/run/journal.h"

namespace cli {

/// Figures of all trials: [trial][size][outcome], flat.
struct TrialTable {
  std::size_t sizes = 0, outcomes = 0;
  std::vector<analysis::TrialFigures> figures;

  std::size_t trials() const { return figures.size() / (sizes * outcomes); }
  const analysis::TrialFigures& at(std::size_t trial, std::size_t size, std::size_t outcome) const {
    return figures[(trial * sizes + size) * outcomes + outcome];
  }
};

struct TrialRunOptions {
  unsigned threads = 0;
  std::function<bool()> stop = [] { return false; };
  std::function<void(std::size_t done, std::size_t all)> progress = [](auto, auto) {};
  sim::Journal* journal = nullptr;  ///< of whole trials; what it holds is not run again
};

/// Student-days that all trials simulate, prior years included.
double student_days(const TrialSpec& spec);

/// Of all that the figures depend on, in hexadecimal digits.
std::string trial_hash(const TrialSpec& spec);

/// Throws sim::RunError if it was stopped before the last trial, or if the journal can't be
/// written.
TrialTable run_trials(const TrialSpec& spec, const models::Model& model,
                      const TrialRunOptions& options);

}  // namespace cli
