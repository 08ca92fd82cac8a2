#pragma once
// Tables with a row for each group or place, as the terminal shows them.

#include <string>
#include <vector>

#include "analysis/results.h"

namespace cli {

inline constexpr std::size_t kTableWidth = 100;  ///< columns of the terminal

/// One row: a group of some results, all of one file.
struct TableRow {
  std::string label;
  const analysis::Results* results;
  std::size_t group;
};

/// "Referrals (per student)", at most `width` characters.
std::string outcome_name(const analysis::Results& results, const analysis::Outcome& outcome,
                         std::size_t width);

// `results` decide how many decimals figures have, whatever place a row is of.

/// The year's figures in the baseline: a column for each outcome that the terminal shows.
void print_levels(const analysis::Results& results, const std::vector<TableRow>& rows);

/// One outcome: the baseline, and the difference in each other scenario.
void print_differences(const analysis::Results& results, const std::vector<TableRow>& rows,
                       const std::string& outcome);

}  // namespace cli
