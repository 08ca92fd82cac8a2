#pragma once
// What a run's figures depend on, as a hash.

#include <string>

#include "cli/experiment.h"
#include "sim/kernel/fingerprint.h"

namespace cli {

/// Adds every resolved input of the tallies of outcomes and waves: what a fingerprint begins with.
void add_inputs(const Experiment& experiment, sim::Fingerprint& print);

/// Of all that a unit's result depends on: the same, and what is watched besides. 32 hexadecimal
/// digits. Titles and texts are not part of it.
std::string unit_hash(const Experiment& experiment);

}  // namespace cli
