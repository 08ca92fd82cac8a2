#pragma once
// The data of the report page, as JSON. The contract is web/report/data.ts: the page only draws.

#include <nlohmann/json_fwd.hpp>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

/// Everything that the page shows. Of hidden groups it holds the name and nothing else: no size, no
/// curve, no gap, no effect. Numbers have six significant digits; missing ones are null.
nlohmann::json report_data(const Results& results, const SmallCells& cells);

/// The command that gives these results again, with the experiment file's name left to the reader.
std::string command_line(const Results& results);

}  // namespace analysis
