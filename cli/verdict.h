#pragma once
// What a pattern's measurement says: passed, falls short, or not known well enough.

#include <string>
#include <vector>

#include "analysis/jackknife.h"
#include "cli/measure.h"

namespace cli {

enum class Verdict { passed, falls_short, undetermined };

const char* name(Verdict verdict);

struct ClaimResult {
  analysis::Estimate estimate;
  Verdict verdict = Verdict::undetermined;
};

struct PatternResult {
  const Pattern* pattern = nullptr;
  std::vector<ClaimResult> claims;
  Verdict verdict = Verdict::passed;  ///< of all claims together
};

/// Passed: in the band, and the half-width of the interval at most a quarter of the band's width;
/// with one edge only, the whole interval on its right side. Falls short: the whole interval misses
/// the band. Undetermined: neither.
Verdict judge(const Claim& claim, const analysis::Estimate& estimate);

/// `by_school[estimate][school]`, `checks[check]`. A pattern of checks alone has no chance in it:
/// its half-widths are 0. Throws sim::ConfigError for a formula that can't be read.
PatternResult judge(const Pattern& pattern,
                    const std::vector<std::vector<analysis::Sums>>& by_school,
                    const std::vector<double>& checks);

}  // namespace cli
