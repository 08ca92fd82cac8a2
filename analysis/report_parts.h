#pragma once
// Parts of the report's data that are worked out from the results, as JSON: the answers, what the
// scenarios ask of staff and budgets, the environment, how gaps change. The contract is
// web/report/data.ts. Nothing of a hidden group is in them.

#include <nlohmann/json_fwd.hpp>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

/// One for each scenario but the baseline: `change`, `rest`.
nlohmann::json answer_list(const Results& results, const SmallCells& cells);

/// The outcomes set side by side, those pictured first, and one row of costs for each scenario but
/// the baseline.
nlohmann::json side_by_side(const Results& results);

/// One for each dimension: a sentence, and the parts of the table with their values.
nlohmann::json environment_list(const Results& results, const SmallCells& cells);

/// Of one outcome, added to `all`.
void add_gap_changes(const Results& results, const SmallCells& cells, const Outcome& outcome,
                     nlohmann::json& all);

}  // namespace analysis
