#pragma once
// Threads of one process that work off units in the order in which they are given. Whoever gives
// them stays free for other things, such as talking to other processes.

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "sim/run/byte_order.h"

namespace sim {

/// Used by one thread; `work` runs on the team's own.
class WorkerTeam {
 public:
  /// A unit that was worked off: its result, or what was thrown instead.
  struct Done {
    std::size_t unit = 0;
    Bytes result;
    std::exception_ptr error;
  };

  /// `threads`: at least 1.
  WorkerTeam(unsigned threads, std::function<Bytes(std::size_t unit)> work);
  WorkerTeam(const WorkerTeam&) = delete;
  WorkerTeam& operator=(const WorkerTeam&) = delete;
  /// Units that were begun end; the others are forgotten.
  ~WorkerTeam();

  void give(std::span<const std::size_t> units);
  /// Units that no thread has begun are not begun any more.
  void forget();
  /// Units given that were neither forgotten nor taken back.
  std::size_t in_hand();
  /// What is done. Waits for something if nothing is, at most that long.
  std::vector<Done> take(std::chrono::microseconds patience);

 private:
  void work_off();

  std::function<Bytes(std::size_t)> work_;
  std::mutex mutex_;
  std::condition_variable given_, finished_;
  std::deque<std::size_t> waiting_;
  std::size_t begun_ = 0;  ///< and not done
  std::vector<Done> done_;
  bool over_ = false;
  std::vector<std::jthread> threads_;  ///< the last member: they use the others
};

}  // namespace sim
