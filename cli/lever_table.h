#pragma once
// One [[lever]] of a program file.

#include "cli/program_file.h"

namespace cli {

/// Throws sim::ConfigError: unknown input, amount out of its range, a schedule that never opens...
NamedLever read_lever(const sim::Table& table);

/// What teachers reached by `named` count as, by the school's numbers. Throws sim::ConfigError for
/// a dimension or membership that the school lacks. `named.becomes` must be there.
models::Becomes resolve_becomes(const NamedLever& named, const DimensionNames& names);

}  // namespace cli
