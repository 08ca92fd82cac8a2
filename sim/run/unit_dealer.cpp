#include "sim/run/unit_dealer.h"

#include <algorithm>
#include <utility>

namespace sim {

UnitDealer::UnitDealer(std::size_t first, std::size_t units, std::vector<unsigned> threads,
                       std::size_t window)
    : next_(first),
      units_(units),
      merged_(first),
      threads_(std::move(threads)),
      window_(window),
      in_hand_(threads_.size()) {
  for (const unsigned count : threads_) all_threads_ += count;
}

std::vector<std::size_t> UnitDealer::deal(std::size_t rank) {
  const std::size_t threads = threads_[rank];
  std::vector<std::size_t> units;
  if (in_hand_[rank] > threads) return units;
  // From here on the queues run empty, so that the ranks end together.
  const bool near_end = units_ - next_ < 2 * all_threads_;
  const std::size_t wanted = (near_end ? threads : 2 * threads) - in_hand_[rank];
  const std::size_t end = std::min({next_ + wanted, units_, merged_ + window_});
  while (next_ < end) units.push_back(next_++);
  in_hand_[rank] += units.size();
  return units;
}

}  // namespace sim
