#pragma once
// Runs the patterns of a calibration at one point of its parameters.

#include <functional>
#include <vector>

#include "analysis/history_matching.h"
#include "cli/calibration_file.h"
#include "cli/point_log.h"
#include "models/model.h"

namespace cli {

/// One claim of one pattern; patterns by id.
struct ClaimPlace {
  std::size_t setting = 0, pattern = 0, claim = 0;
  const Pattern* from = nullptr;
  std::string key;  ///< "C08.1"

  const Claim& about() const { return from->claims[claim]; }
  analysis::Target target() const { return {about().low, about().high}; }
};

/// All claims. `calibration` outlives them.
std::vector<ClaimPlace> claims_of(const Calibration& calibration);

struct PointRunner {
  const Calibration& calibration;
  const models::Model& model;
  const std::vector<ClaimPlace>& claims;
  unsigned threads = 0;
  std::function<bool()> stop = [] { return false; };
  std::uint32_t schools = 0, seeds = 0;  ///< 0: as many as the calibration says

  /// The claims' estimates at `values`, one for each prior. What a setting sets itself stays as it
  /// is there. Throws sim::RunError when stopped.
  std::vector<analysis::Estimate> run(const std::vector<double>& values) const;
};

}  // namespace cli
