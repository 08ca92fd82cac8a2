#pragma once
// Runs one setting of the evidence: many schools drawn from one profile, many runs of each, and
// the sums of every estimate, kept by school.

#include <functional>
#include <vector>

#include "cli/pattern_file.h"
#include "models/model.h"

namespace cli {

struct MeasureOptions {
  std::uint32_t schools = 60, seeds = 20;
  unsigned threads = 0;
  std::function<bool()> stop = [] { return false; };
  std::function<void(std::size_t done, std::size_t all)> progress = [](auto, auto) {};
};

/// sums[pattern][estimate][school].
using SettingSums = std::vector<std::vector<std::vector<analysis::Sums>>>;

/// Throws sim::RunError when stopped.
SettingSums measure(const Setting& setting, const Instruments& instruments,
                    const models::Model& model, const MeasureOptions& options);

/// The exact checks that a pattern asks for, in its setting. Throws sim::RunError when stopped.
std::vector<double> check_values(const Pattern& pattern, const Setting& setting,
                                 const models::Model& model, const MeasureOptions& options);

}  // namespace cli
