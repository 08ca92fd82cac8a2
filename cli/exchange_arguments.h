#pragma once
// The commands `import` and `export` on the command line.

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace cli {

/// Adds it to a program; parsing fills `options`, which outlives `app`.
CLI::App* add_import(CLI::App& app, ImportOptions& options);

struct ExportCommands {
  CLI::App *curves, *network;
};
/// The same, for its two kinds. `output`: of the curves.
ExportCommands add_export(CLI::App& app, ShowOptions& curves, std::string& output,
                          NetworkOptions& network);

}  // namespace cli
