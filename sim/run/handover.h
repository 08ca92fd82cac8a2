#pragma once
// What oneTBB promises, said to the thread sanitizer. A system's libtbb is built without it, so the
// sanitizer sees threads but not how libtbb orders them, and would take every result that passes
// from one thread to another for a race. Where oneTBB's documentation promises an order, one side
// gives and the other takes. In a build without the sanitizer both do nothing.

#ifdef BELONG_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace sim {

/// A place where work passes between threads. Whoever takes comes after all who gave before. Static
/// ones are best: a thread that reads where the place lies has already read what it should take.
class Handover {
 public:
#ifdef BELONG_THREAD_SANITIZER
  void give() { __tsan_release(this); }
  void take() { __tsan_acquire(this); }
#else
  void give() {}
  void take() {}
#endif

 private:
  [[maybe_unused]] char place_ = 0;  // only its address counts
};

/// Takes at the start of a block and gives at its end, also when an exception ends it.
class Turn {
 public:
  Turn(Handover& from, Handover& to) : to_(to) { from.take(); }
  ~Turn() { to_.give(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Handover& to_;
};

}  // namespace sim
