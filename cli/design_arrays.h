#pragma once
// A design in a results file: the coordinates of its points.

#include "cli/design_file.h"
#include "sim/run/labelled_file.h"

namespace cli {

/// The dimensions point and factor, each factor's values by point under the factor's name, and what
/// a sensitivity analysis has to know of the design.
void write_design(const Design& design, sim::LabelledFile& file);

}  // namespace cli
