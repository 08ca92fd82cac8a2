#pragma once
// What surveys found, as arrays of the results file, by scenario, replicate, day and group.

#include "cli/tallies.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// Writes nothing if nobody is asked. Throws sim::RunError.
void write_surveys(const Experiment& experiment, const Tallies& tallies, sim::LabelledFile& file);

/// All days on which anything is asked, in ascending order.
std::vector<std::uint32_t> survey_days(const Experiment& experiment);

}  // namespace cli
