#pragma once
// The environment table in a results file: how these schools treat each group, as the experiment
// set it. A reader of a gap needs it beside the gap.

#include "cli/experiment.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// Writes the dimension `environment_part` and, over (environment_part, group), the least and the
/// most of each part over the kinds of schools; NaN for everyone, who has no row of the table.
/// Of a design, the table is the one before its factors are set.
void write_environment(const Experiment& experiment, sim::LabelledFile& file);

}  // namespace cli
