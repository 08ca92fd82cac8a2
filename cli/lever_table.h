#pragma once
// One [[lever]] of a program file.

#include "cli/program_file.h"

namespace cli {

/// Throws sim::ConfigError: unknown input, amount out of its range, a schedule that never opens...
NamedLever read_lever(const sim::Table& table);

}  // namespace cli
