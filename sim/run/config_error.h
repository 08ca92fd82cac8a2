#pragma once
// What a person gets to read when the input is wrong. Programs that catch it exit with code 2.

#include <stdexcept>

namespace sim {

/// The input is wrong. `what()` is one sentence that names the place, what stands there, and what
/// is allowed: "file:line:column: key = value is outside [0, 1] (what it means)".
struct ConfigError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace sim
