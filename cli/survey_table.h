#pragma once
// Surveys as printed text: everyone's mean score and share of favourable answers, at the first and
// the last time that they were asked.

#include "analysis/results.h"

namespace cli {

/// Prints nothing if there are no surveys. `limit`: fewer answers than this are not shown.
void print_surveys(const analysis::Results& results, std::int64_t limit);

}  // namespace cli
