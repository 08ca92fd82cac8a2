#pragma once
// A program as JSON, for results files, the report and the page: figures, and the words that
// explain them.

#include <nlohmann/json_fwd.hpp>

#include "cli/program_file.h"

namespace cli {

nlohmann::json program_json(const Program& program);

}  // namespace cli
