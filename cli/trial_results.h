#pragma once
// The results file of a trial, and its tables.

#include <string>

#include "analysis/trial_results.h"
#include "cli/trial_run.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// Of the inputs and of every figure.
std::string trial_fingerprint(const TrialSpec& spec, const TrialTable& table);

/// Writes all figures with what they mean, and closes the file.
void write_trial_results(const TrialSpec& spec, const TrialTable& table,
                         const std::string& fingerprint, sim::LabelledFile& file);

/// Power, errors of the first kind, bias and its causes.
void print_trial(const analysis::TrialResults& results);

}  // namespace cli
