#include "sim/run/worker_team.h"

#include <utility>

namespace sim {

WorkerTeam::WorkerTeam(unsigned threads, std::function<Bytes(std::size_t)> work)
    : work_(std::move(work)) {
  for (unsigned k = 0; k < threads; ++k) threads_.emplace_back([this] { work_off(); });
}

WorkerTeam::~WorkerTeam() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    over_ = true;
  }
  given_.notify_all();
}

void WorkerTeam::give(std::span<const std::size_t> units) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.insert(waiting_.end(), units.begin(), units.end());
  }
  given_.notify_all();
}

void WorkerTeam::forget() {
  const std::lock_guard lock(mutex_);
  waiting_.clear();
}

std::size_t WorkerTeam::in_hand() {
  const std::lock_guard lock(mutex_);
  return waiting_.size() + begun_ + done_.size();
}

std::vector<WorkerTeam::Done> WorkerTeam::take(std::chrono::microseconds patience) {
  std::unique_lock lock(mutex_);
  finished_.wait_for(lock, patience, [this] { return !done_.empty(); });
  return std::exchange(done_, {});
}

void WorkerTeam::work_off() {
  std::unique_lock lock(mutex_);
  while (true) {
    given_.wait(lock, [this] { return over_ || !waiting_.empty(); });
    if (over_) return;
    Done one;
    one.unit = waiting_.front();
    waiting_.pop_front();
    ++begun_;
    lock.unlock();
    try {
      one.result = work_(one.unit);
    } catch (...) {
      one.error = std::current_exception();
    }
    lock.lock();
    --begun_;
    done_.push_back(std::move(one));
    finished_.notify_one();
  }
}

}  // namespace sim
