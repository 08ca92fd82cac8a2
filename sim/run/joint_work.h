#pragma once
// Work in pieces on which everyone works who needs the whole of it, so that nobody waits for
// another while there is a piece left.

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>

namespace sim {

/// For use by several threads at once.
class JointWork {
 public:
  explicit JointWork(std::size_t pieces) : pieces_(pieces) {}

  /// Calls `work(piece)` for pieces from 0 on that nobody has begun; returns when all are done. All
  /// who join bring the same work. Once a piece has thrown no other is begun, and all who have
  /// joined, or join later, get what it threw when the pieces in flight are done.
  void join(const std::function<void(std::size_t piece)>& work);

 private:
  std::size_t pieces_;
  std::mutex mutex_;
  std::condition_variable ended_;
  std::size_t begun_ = 0, done_ = 0;
  std::exception_ptr error_;
};

}  // namespace sim
