#pragma once
// Units of work over threads, merged in order. Memory holds the units in flight and what they are
// merged into; nothing else grows.

#include <cstddef>
#include <functional>

namespace sim {

/// What to do. `work(unit)` runs on any thread and returns a result that `merge(unit, result)`
/// takes, one at a time and in the order of the units. Either may throw: the run ends with that
/// exception once the units in flight are done. `stop()` true: no new unit is begun.
template <class Result>
struct Work {
  std::size_t units = 0;
  std::size_t first = 0;  ///< units before this one are done already
  /// Units that may be begun and not merged: where units differ in size, more than the least, twice
  /// the threads, lets nobody wait for a long one.
  std::size_t window = 0;
  std::function<Result(std::size_t unit)> work;
  std::function<void(std::size_t unit, Result result)> merge;
  std::function<bool()> stop = [] { return false; };
};

/// Runs all units from the first on, on at most `threads` threads (0: one per core). Returns how
/// many were merged.
template <class Result>
std::size_t run_units(const Work<Result>& work, unsigned threads);

}  // namespace sim

#include "sim/run/workers_pipeline.h"
