#pragma once
// Results as a labelled file: curves, paired differences, quantiles, network waves, and all that
// is needed to know what was run and from which numbers.

#include <string>

#include "cli/tallies.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// Writes everything into `file` and closes it. Throws sim::RunError.
void write_results(const Experiment& experiment, const Tallies& tallies,
                   const std::string& fingerprint, sim::LabelledFile& file);

}  // namespace cli
