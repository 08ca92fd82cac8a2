#pragma once
// A school's year, or years, lived for what is shown of it: nothing is recorded.

#include <cstdint>
#include <span>

#include "models/model.h"

namespace cli {

/// Lives a replicate in each scenario, of which the first is the baseline. `observers` are shown
/// the sights that they ask for, and networks on `wave_days`, at most models::kMaxWaves in
/// ascending order. Figures "since the last tick" are those of one day.
void live_shown(const models::School& school, std::span<const models::Scenario> scenarios,
                std::uint32_t replicate, std::span<const std::uint32_t> wave_days,
                const models::Observers& observers, const models::Model& model);

}  // namespace cli
