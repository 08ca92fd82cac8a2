#pragma once
// What processes that share a run must have in common.

#include <span>
#include <string>

#include "cli/experiment.h"

namespace cli {

/// The program's version, and the hash of all that the units' results depend on.
std::string run_inputs(std::span<const Experiment> points);

}  // namespace cli
