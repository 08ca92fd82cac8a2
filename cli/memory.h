#pragma once
// The memory that a run needs, worked out before it begins.

#include "cli/experiment.h"

namespace cli {

/// Bytes a run needs at the most: the schools' plans, and beside them either what reading a
/// population held, or tallies, units in flight and their schools. `threads` 0: one per core.
std::size_t memory_needed(const Experiment& experiment, unsigned threads);

/// The part of it that [record.students] takes.
std::size_t memory_of_students(const Experiment& experiment, unsigned threads);

/// Throws sim::ConfigError, at experiment.memory_limit, for a run that needs more than that.
void check_memory(const Experiment& experiment, unsigned threads);

}  // namespace cli
