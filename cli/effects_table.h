#pragma once
// The table of effects, as the terminal shows it.

#include <string>

namespace cli {

/// Prints the effects of a results file; of a design those at one `point`, from 0. `small_cell` 0:
/// the file's own rule.
void print_effects(const std::string& results, unsigned small_cell, std::size_t point);

}  // namespace cli
