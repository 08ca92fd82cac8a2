#pragma once
// What a calibration found: as the set of vectors, as a page, as JSON.

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "cli/calibration.h"

namespace cli {

/// One parameter before and after.
struct Remaining {
  double low = 0, high = 0;  ///< of the set; NaN when it is empty
  double share = 0;          ///< of the prior range
};
Remaining remaining(const Calibration& calibration, const Calibrated& found, std::size_t prior);

/// Share of the first wave's points, which cover the prior ranges evenly, that claim number `claim`
/// alone rules out, as measured.
double ruled_out_alone(const Calibration& calibration, const Calibrated& found, std::size_t claim);

/// Numbers of the first `claims` claims, those that rule out most alone first; else in their order.
std::vector<std::size_t> strongest_first(const Calibration& calibration, const Calibrated& found,
                                         std::size_t claims);

/// "2.1 % (412 of 20000)", "under 0.005 % (none of 20000)".
std::string space_left(const WaveReport& wave);

/// non_implausible.csv: a row for each vector (parameter_set.h reads it).
std::string vectors_csv(const Calibration& calibration, const Calibrated& found);

/// docs/calibration.md.
std::string calibration_page(const Calibration& calibration, const Calibrated& found,
                             const std::vector<ClaimPlace>& claims);

nlohmann::ordered_json calibration_json(const Calibration& calibration, const Calibrated& found,
                                        const std::vector<ClaimPlace>& claims);

}  // namespace cli
