#pragma once
// The table of effects, as the terminal shows it.

#include <cstddef>

#include "sim/run/labelled_reader.h"

namespace cli {

/// Prints the effects of a results file; of a design those at one `point`, from 0. `small_cell` 0:
/// the file's own rule.
void print_effects(const sim::LabelledReader& results, unsigned small_cell, std::size_t point);

}  // namespace cli
