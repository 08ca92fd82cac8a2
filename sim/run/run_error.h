#pragma once
// The run failed for a reason outside the program: a disk, a folder, a file.

#include <stdexcept>

namespace sim {

/// Thrown with one plain sentence that names the file and the reason. The command ends with exit
/// status 1. A mistake in an experiment file is not a RunError.
struct RunError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace sim
