#pragma once
// The arrays of one outcome in a results file: means, spreads, paired differences, quantiles.

#include <array>
#include <string>
#include <vector>

#include "cli/tallies.h"
#include "sim/run/labelled_file.h"

namespace cli {

inline constexpr std::array<double, 5> kQuantiles{0.1, 0.25, 0.5, 0.75, 0.9};

/// What is said of an outcome at each scenario, replicate, time and group.
enum class Figure { mean, sd, change, change_sd, quantiles };
inline constexpr std::array kFigures{Figure::mean, Figure::sd, Figure::change, Figure::change_sd,
                                     Figure::quantiles};

/// A variable of the results file, ready to be written.
struct OutcomeArray {
  std::string name;
  std::vector<std::string> dims;
  std::vector<float> values;  ///< row-major over dims; NaN where a group has nobody
  sim::Attributes about;
};

/// Whether the experiment asks for this figure of this outcome.
bool has_figure(const Experiment& experiment, models::Outcome outcome, Figure figure);

/// Everywhere, or with a first dimension `place` that begins with everywhere.
enum class Where { everywhere, by_place };

OutcomeArray outcome_array(const Experiment& experiment, const Tallies& tallies,
                           models::Outcome outcome, Figure figure, Where where = Where::everywhere);

/// What every array of a run begins with: scenario, the design's point if there is one, replicate.
std::vector<std::string> run_dimensions(const Experiment& experiment);

/// Name of the time dimension of outcomes with this cadence.
std::string time_dimension(const Experiment& experiment, models::Cadence cadence);

}  // namespace cli
