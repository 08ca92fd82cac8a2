#pragma once
// Which groups are too small to show. A promise: whatever is made to be shown (table, report) asks
// here first, and says nothing of a hidden group but its name.

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/results.h"

namespace analysis {

/// No rule and no option goes below this many students.
inline constexpr std::int64_t kSmallestCell = 10;

struct SmallCells {
  std::int64_t limit = kSmallestCell;  ///< groups with fewer students are hidden
  std::vector<bool> hidden;            ///< by group
  std::vector<bool> shielding;         ///< hidden only so that another can't be worked out

  /// "" when everyone can be shown; else the names of the hidden groups and why.
  std::string note(const Results& results) const;
};

/// Hides groups with fewer students than the file's rule or `asked`, whichever is more. Then, as
/// the total less the shown groups gives the hidden ones, hides the next smallest of a dimension
/// until at least two are hidden and they hold `limit` students between them (or none is left). Of
/// one place of several, a group is also hidden where other places would give it away.
SmallCells small_cells(const Results& results, std::int64_t asked = 0);

}  // namespace analysis
