#pragma once
// What `belong twin` was asked for, checked against the experiment.

#include "cli/commands.h"
#include "cli/experiment.h"

namespace cli {

struct TwinChoice {
  std::size_t scenario = 1;           ///< place among the experiment's
  std::size_t school = 0;             ///< place among the experiment's
  std::uint32_t replicate = 0;        ///< from 0
  std::uint32_t first = 0, last = 0;  ///< school days of the run, from 0
};

/// Throws sim::ConfigError "--school 7: ...": what was given, and what the experiment has.
TwinChoice twin_choice(const TwinOptions& options, const Experiment& experiment);

}  // namespace cli
