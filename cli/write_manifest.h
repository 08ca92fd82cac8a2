#pragma once
// What a results file says of itself: the inputs as given, the seed, the version, the fingerprint,
// what the programs do, and every parameter with its evidence.

#include <string>

#include "cli/experiment.h"
#include "sim/run/labelled_file.h"

namespace cli {

void write_manifest(const Experiment& experiment, const std::string& fingerprint,
                    sim::LabelledFile& file);

/// Variables over the dimension `parameter`.
void write_parameters(const Experiment& experiment, sim::LabelledFile& file);

/// Which vector of the parameter set each replicate took, and its values; nothing without a set.
/// After the dimension `replicate`.
void write_vectors(const Experiment& experiment, sim::LabelledFile& file);

}  // namespace cli
