#pragma once
// The command `run` on the command line.

#include <CLI/CLI.hpp>
#include <string>

#include "cli/commands.h"

namespace cli {

/// What a run that stopped leaves, and exit codes: the end of --help.
extern const char* const kKept;

/// Adds it to a program; parsing fills `options`, which outlives `app`. `threads`: what --threads
/// means there.
CLI::App* add_run(CLI::App& app, RunOptions& options, const std::string& threads);

}  // namespace cli
