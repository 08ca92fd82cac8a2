#pragma once
// What a run's figures depend on, as a hash.

#include <span>
#include <string>

#include "cli/experiment.h"
#include "sim/kernel/fingerprint.h"

namespace cli {

/// Adds every resolved input of the tallies of outcomes and waves: what a fingerprint begins with.
void add_inputs(const Experiment& experiment, sim::Fingerprint& print);

/// Of all that the units' results depend on, at every point of a design: the same, and what is
/// watched besides. 32 hexadecimal digits. Titles and texts are not part of it.
std::string unit_hash(std::span<const Experiment> points);

}  // namespace cli
