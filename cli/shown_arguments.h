#pragma once
// What of a results file is shown, on the command lines of `summary`, `report` and `export curves`.

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace cli {

/// Adds the results file and the options; parsing fills `options`, which outlives `command`.
void add_shown(CLI::App& command, ShowOptions& options);

}  // namespace cli
