#pragma once
// The table of effects, as the terminal shows it.

#include <cstddef>
#include <string>

#include "sim/run/labelled_reader.h"

namespace cli {

/// Prints the effects of a results file; of a design those at one `point`, from 0; of one place if
/// its key is given. `small_cell` 0: the file's own rule.
void print_effects(const sim::LabelledReader& results, unsigned small_cell, std::size_t point,
                   const std::string& place = "");

}  // namespace cli
