#pragma once
// A study: an experiment at every point of its design.

#include <string>
#include <vector>

#include "cli/experiment.h"

namespace cli {

/// The experiment at each point, in order; itself if it has no design. Throws sim::ConfigError when
/// a point can't be read, and when points differ in what all must share: scenarios, schools in
/// number, groups, days, what is recorded.
std::vector<Experiment> read_points(const Experiment& study);

}  // namespace cli
