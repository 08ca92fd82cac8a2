#pragma once
// What the page shows beside the report's figures: counts over paired runs, and what it needs to
// show figures of its own in the same style.

#include <nlohmann/json_fwd.hpp>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace cli {

/// Adds to the report's data: "pairs" and "gap_pairs", and to each outcome its number in the model
/// and the style of its changes.
void add_page_figures(const analysis::Results& results, const analysis::SmallCells& cells,
                      nlohmann::json& data);

}  // namespace cli
