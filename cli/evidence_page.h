#pragma once
// The page of docs that says how the model stands against each pattern, failures included.

#include <cstdint>
#include <string>
#include <vector>

#include "cli/verdict.h"

namespace cli {

/// A claim's band in words: "0.1 to 0.3", "at least 0".
std::string band(const Claim& claim);

/// What stood beside the model: the same patterns, in the same order.
struct Beside {
  std::string title, path;             ///< of its file
  std::vector<PatternResult> results;  ///< empty: nothing
};

/// Markdown. `results` in the order of the page, from these settings.
std::string evidence_page(const std::vector<PatternResult>& results,
                          const std::vector<Setting>& settings, const MeasureOptions& size,
                          const Beside& beside);

/// Claims that the model passes and what stands beside it misses: "C10.2 first larger than second".
std::vector<std::string> claims_missed(const std::vector<PatternResult>& results,
                                       const std::vector<PatternResult>& beside);

}  // namespace cli
