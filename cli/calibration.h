#pragma once
// History matching of the model to the evidence: waves of points, an emulator for each claim after
// every wave, the next wave from what is not ruled out, and at last candidates that are run
// themselves (analysis/history_matching.h has the formulas).

#include <functional>
#include <string>
#include <vector>

#include "analysis/history_matching.h"
#include "cli/point_log.h"
#include "cli/point_runner.h"

namespace cli {

/// How well one claim is emulated in one wave.
struct EmulatorCheck {
  std::size_t points = 0;  ///< runs that it was made from; 0: too few gave a number
  analysis::HeldOut held_out;
  std::vector<int> active;  ///< priors that stand in a term
  bool used = false;        ///< at most one in twenty held-out runs is off by more than 3 sd
};

struct WaveReport {
  std::vector<EmulatorCheck> checks;  ///< one for each claim
  std::size_t tried = 0;              ///< points of the prior space held against all waves so far
  std::size_t not_ruled_out = 0;      ///< of those
  bool walked = false;                ///< the next points were found by walks
};

struct Calibrated {
  std::vector<RunPoint> runs;
  /// [run][claim], as measured. The variance of chance is the larger of the run's own and the
  /// median over all runs: from a dozen schools the own is itself uncertain.
  std::vector<std::vector<double>> implausibilities;
  std::vector<WaveReport> waves;
  std::vector<std::size_t> set;       ///< runs that are not ruled out; the defaults first
  std::size_t before_confirming = 0;  ///< size of the set before it was run again

  double largest(std::size_t run) const;
  std::size_t worst_claim(std::size_t run) const;  ///< whose implausibility that is
};

struct CalibrateHooks {
  std::function<void(std::size_t done, std::size_t all)> progress = [](auto, auto) {};
  std::function<void(const WaveReport&)> wave = [](const auto&) {};
};

/// The defaults, or the nearest point of the prior ranges.
std::vector<double> default_point(const Calibration& calibration);

/// Where what is kept is run again, in more schools: chance in few of them must not keep a point.
struct Confirmation {
  const PointRunner* runner = nullptr;
  PointLog* log = nullptr;
};

/// Does all of it; with a confirmation the set is what both sizes leave, and its implausibilities
/// are those of the second. Points that a log knows are not run again. Throws sim::RunError when
/// stopped or when no point is left, sim::ConfigError when the log's defaults give other results
/// now.
Calibrated calibrate(const Calibration& calibration, const PointRunner& runner, PointLog& log,
                     const CalibrateHooks& hooks, const Confirmation& confirmation = {});

}  // namespace cli
