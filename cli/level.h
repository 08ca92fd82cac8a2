#pragma once
// The instruction level: the best this machine has, or the one that was asked for.

#include <string>
#include <vector>

#include "models/model.h"

namespace cli {

/// Levels that this machine can run, best first.
std::vector<const models::Model*> usable_levels();

/// "" picks the best; a name picks that one. Throws sim::ConfigError for a level that is unknown or
/// that this machine can't run.
const models::Model& choose_level(const std::string& name);

}  // namespace cli
