#pragma once
// run_units() on oneTBB's pipeline: numbers in order, work in parallel, merge in order.

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>
#include <utility>

#include "sim/run/workers.h"

namespace sim {

template <class Result>
std::size_t run_units(const Work<Result>& work, unsigned threads) {
  const auto cores = static_cast<unsigned>(tbb::info::default_concurrency());
  const unsigned used = threads == 0 ? cores : threads;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, used);
  tbb::task_arena arena(static_cast<int>(used));
  std::size_t next = 0, merged = 0;
  using Item = std::pair<std::size_t, std::shared_ptr<Result>>;
  const auto number = [&](tbb::flow_control& control) -> std::size_t {
    if (next == work.units || work.stop()) {
      control.stop();
      return 0;
    }
    return next++;
  };
  const auto run = [&](std::size_t unit) -> Item {
    return {unit, std::make_shared<Result>(work.work(unit))};
  };
  const auto take = [&](const Item& item) {
    work.merge(item.first, std::move(*item.second));
    ++merged;
  };
  arena.execute([&] {
    tbb::parallel_pipeline(
        2 * static_cast<std::size_t>(used),
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, number) &
            tbb::make_filter<std::size_t, Item>(tbb::filter_mode::parallel, run) &
            tbb::make_filter<Item, void>(tbb::filter_mode::serial_in_order, take));
  });
  return merged;
}

}  // namespace sim
