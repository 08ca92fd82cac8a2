#pragma once
// How many threads all parallel work of the process may use.

#include <tbb/global_control.h>
#include <tbb/info.h>

namespace sim {

/// While it lives, parallel work uses at most `threads` threads (0: one per core).
class ThreadLimit {
 public:
  explicit ThreadLimit(unsigned threads)
      : limit_(
            tbb::global_control::max_allowed_parallelism,
            threads == 0 ? static_cast<std::size_t>(tbb::info::default_concurrency()) : threads) {}

 private:
  tbb::global_control limit_;
};

/// Threads that parallel work may use at the most, at least 1.
inline unsigned threads_allowed() {
  return static_cast<unsigned>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

}  // namespace sim
