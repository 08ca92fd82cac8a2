#pragma once
// The memory that a run needs, worked out before it begins.

#include "cli/experiment.h"

namespace cli {

/// Bytes a run needs at the most: the schools' plans, and beside them either what reading a
/// population held, or tallies, units in flight and their schools. `threads` 0: one per core.
/// `waiting`: results of other ranks that may wait to be merged.
std::size_t memory_needed(const Experiment& experiment, unsigned threads, std::size_t waiting = 0);

/// Units of a run over ranks that may be dealt and not merged, for `threads` of all ranks: so many
/// that a unit that takes long holds nobody up, as far as their results fit into 256 MiB; never
/// fewer than two for each thread.
std::size_t window_of(const Experiment& experiment, std::size_t threads);

/// Units of a run that may be begun and not merged: two for each thread, and more, so that nobody
/// waits for a large school, as far as their results fit into 32 MiB. `threads` 0: one per core.
std::size_t in_flight(const Experiment& experiment, unsigned threads);

/// The part of it that [record.students] takes.
std::size_t memory_of_students(const Experiment& experiment, unsigned threads);

/// Throws sim::ConfigError, at experiment.memory_limit, for a run that needs more than that.
void check_memory(const Experiment& experiment, unsigned threads, std::size_t waiting = 0);

}  // namespace cli
