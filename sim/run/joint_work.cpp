#include "sim/run/joint_work.h"

namespace sim {

void JointWork::join(const std::function<void(std::size_t)>& work) {
  std::unique_lock lock(mutex_);
  while (begun_ < pieces_ && !error_) {
    const std::size_t piece = begun_++;
    lock.unlock();
    std::exception_ptr error;
    try {
      work(piece);
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    ++done_;
    if (error && !error_) error_ = error;
    if (done_ == begun_) ended_.notify_all();
  }
  ended_.wait(lock, [this] { return done_ == begun_; });
  if (error_) std::rethrow_exception(error_);
}

}  // namespace sim
