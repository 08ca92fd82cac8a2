#pragma once
// Which rank works on which unit. Units are dealt in their order, a few at a time, to whoever runs
// low, so that units of any cost keep all ranks at work. Results that come early wait for those
// before them; a window bounds how many can.

#include <cstddef>
#include <vector>

namespace sim {

class UnitDealer {
 public:
  /// Deals units [first, units). `threads` of each rank, at least 1; `window`: units that may be
  /// dealt and not merged, at least 1.
  UnitDealer(std::size_t first, std::size_t units, std::vector<unsigned> threads,
             std::size_t window);

  /// What the rank should take on now, in ascending order and above all that it was dealt before;
  /// nothing while it has enough, while the window is full, and when all units are dealt.
  ///
  /// A rank that has no more than a unit for each of its threads gets another one for each: its
  /// threads go on while the first rank is asked. When the end is near it gets no more than its
  /// threads can begin: nobody should wait for units that stand in another rank's queue.
  std::vector<std::size_t> deal(std::size_t rank);

  /// The rank has one unit less in hand.
  void done(std::size_t rank) { --in_hand_[rank]; }
  /// Units before this one are merged.
  void merged(std::size_t unit) { merged_ = unit; }

 private:
  std::size_t next_, units_, merged_;
  std::vector<unsigned> threads_;
  std::size_t window_, all_threads_ = 0;
  std::vector<std::size_t> in_hand_;
};

}  // namespace sim
