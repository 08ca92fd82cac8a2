#pragma once
// How far everyone is from some rows of a network, in steps along ties in either direction.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "sim/kernel/network.h"

namespace analysis {

inline constexpr std::uint32_t kNoPath = std::numeric_limits<std::uint32_t>::max();

/// For each row the least number of ties between it and a row that is marked (not 0): 0 for the
/// marked, kNoPath where no way leads to one. A tie counts whoever of the two names the other.
/// Throws std::invalid_argument when there is not one mark for each row.
std::vector<std::uint32_t> steps_to_nearest(const sim::NetworkView& network,
                                            std::span<const std::uint8_t> marked);

}  // namespace analysis
