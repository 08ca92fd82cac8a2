#pragma once
// One unit of an experiment and one of its scenarios, as options of a command line name them.

#include <cstdint>
#include <optional>
#include <string>

#include "cli/experiment.h"

namespace cli {

/// Places of the school and of the paired run, from 0.
struct UnitChoice {
  std::size_t school = 0;
  std::uint32_t replicate = 0;
};

/// `school` is a number as in results files, `replicate` counts from 1. Throws sim::ConfigError
/// "--school 7: ...": what was given, and what the experiment has.
UnitChoice unit_choice(const std::optional<std::uint32_t>& school, std::uint32_t replicate,
                       const Experiment& experiment);

/// Place of a scenario by name, of `first` (0, or 1: not the baseline) without one. Throws
/// sim::ConfigError "--scenario xyz: ..." when it is none of those from `first` on.
std::size_t scenario_choice(const std::string& name, std::size_t first,
                            const Experiment& experiment);

}  // namespace cli
