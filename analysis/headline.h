#pragma once
// The report's answer in a few words, made by rule. For each scenario it names the one outcome that
// moved most, in standard deviations between students, among those of a fixed list
// (outcome_lists.h) whose 95% interval leaves out zero. Programs are not compared with each other.

#include <string>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

/// One sentence and line per scenario; says so when nothing changes, and when nothing can be said.
std::string headline(const Results& results, const SmallCells& cells);

}  // namespace analysis
