#pragma once
// The page of docs that says how the model stands against each pattern, failures included.

#include <cstdint>
#include <string>
#include <vector>

#include "cli/verdict.h"

namespace cli {

/// A claim's band in words: "0.1 to 0.3", "at least 0".
std::string band(const Claim& claim);

/// Markdown. `results` in the order of the page.
std::string evidence_page(const std::vector<PatternResult>& results, std::uint32_t schools,
                          std::uint32_t seeds);

}  // namespace cli
