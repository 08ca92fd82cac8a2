#pragma once
// The program library as one page of the docs, by shelf, in plain words.

#include <string>
#include <vector>

#include "cli/program_file.h"

namespace cli {

/// All programs of a folder. Throws sim::ConfigError; also if there are none.
std::vector<Program> read_library(const std::string& folder);

/// The page, in Markdown.
std::string library_page(const std::vector<Program>& programs);

}  // namespace cli
