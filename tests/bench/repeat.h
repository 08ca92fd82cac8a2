#pragma once
// Repetitions of a benchmark. Other work on the machine can only slow a run down, so the least time
// says most.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

namespace bench {

/// For BENCHMARK(...)->Apply(): five times, with the least beside mean and median.
inline void repeat(benchmark::internal::Benchmark* benchmark) {
  benchmark->Repetitions(5)->ComputeStatistics("least", [](const std::vector<double>& times) {
    return *std::min_element(times.begin(), times.end());
  });
}

}  // namespace bench
