#pragma once
// The answer of a run in plain sentences made by rule: for each scenario what changes, for whom, by
// how much, and what does not change or gets worse. The outcome is the first of a fixed list
// (outcome_lists.h, belonging first) whose 95% interval leaves out zero: what a result is does not
// decide which outcome leads, but for that. Scenarios stand in the order of the experiment and are
// not compared with each other. The table in the terminal and the report say the same.

#include <string>
#include <vector>

#include "analysis/results.h"
#include "analysis/small_cells.h"

namespace analysis {

struct Answer {
  std::size_t scenario;
  std::string change;  ///< one sentence, at most some forty words
  std::string rest;    ///< one sentence: what gets worse, what cannot be told from chance
};

/// One for each scenario but the baseline; none where nothing can be said: see headline().
std::vector<Answer> answers(const Results& results, const SmallCells& cells);

/// The answers, a line each; or one sentence that says why there are none.
std::string headline(const Results& results, const SmallCells& cells);

}  // namespace analysis
