#pragma once
// run_units() on oneTBB's pipeline: numbers in order, work in parallel, merge in order.

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "sim/run/handover.h"
#include "sim/run/workers.h"

namespace sim {
namespace pipeline {

// The orders that oneTBB promises: a stage in order runs one unit at a time, a unit's result is
// there before it is merged, all stages run between the start and the end of the pipeline.
inline Handover started, numbered, merged, ended;

/// Takes what the stages gave when the pipeline is over, also by an exception.
struct End {
  End() = default;
  ~End() { ended.take(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;
};

}  // namespace pipeline

template <class Result>
std::size_t run_units(const Work<Result>& work, unsigned threads) {
  const auto cores = static_cast<unsigned>(tbb::info::default_concurrency());
  const unsigned used = threads == 0 ? cores : threads;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, used);
  tbb::task_arena arena(static_cast<int>(used));

  // Units in flight are fewer than the slots and follow one another, so each has its own.
  struct Slot {
    std::optional<Result> result;
    Handover filled, emptied;
  };
  std::vector<Slot> slots(std::max(work.window, 2 * static_cast<std::size_t>(used)));
  std::size_t next = work.first, merged = 0;
  const auto number = [&](tbb::flow_control& control) -> std::size_t {
    const Turn whole(pipeline::started, pipeline::ended);
    const Turn turn(pipeline::numbered, pipeline::numbered);
    if (next >= work.units || work.stop()) {
      control.stop();
      return 0;
    }
    return next++;
  };
  const auto run = [&](std::size_t unit) -> std::size_t {
    const Turn whole(pipeline::started, pipeline::ended);
    Slot& slot = slots[unit % slots.size()];
    const Turn turn(slot.emptied, slot.filled);
    slot.result.emplace(work.work(unit));
    return unit;
  };
  const auto take = [&](std::size_t unit) {
    const Turn whole(pipeline::started, pipeline::ended);
    const Turn turn(pipeline::merged, pipeline::merged);
    Slot& slot = slots[unit % slots.size()];
    const Turn emptying(slot.filled, slot.emptied);
    work.merge(unit, std::move(*slot.result));
    slot.result.reset();
    ++merged;
  };
  const auto all = [&] {
    const pipeline::End end;
    pipeline::started.give();
    tbb::parallel_pipeline(
        slots.size(),
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, number) &
            tbb::make_filter<std::size_t, std::size_t>(tbb::filter_mode::parallel, run) &
            tbb::make_filter<std::size_t, void>(tbb::filter_mode::serial_in_order, take));
  };
  arena.execute(all);
  return merged;
}

}  // namespace sim
