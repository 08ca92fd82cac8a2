#include "analysis/steps.h"

#include <stdexcept>

namespace analysis {

std::vector<std::uint32_t> steps_to_nearest(const sim::NetworkView& network,
                                            std::span<const std::uint8_t> marked) {
  const std::size_t n = network.rows();
  if (marked.size() != n) throw std::invalid_argument("one mark for each row is needed");
  std::vector<std::vector<sim::Row>> either(n);
  for (std::size_t row = 0; row < n; ++row) {
    for (const sim::Row target : network.of(row)) {
      either[row].push_back(target);
      either[target].push_back(static_cast<sim::Row>(row));
    }
  }
  std::vector<std::uint32_t> steps(n, kNoPath);
  std::vector<std::size_t> now, next;
  for (std::size_t row = 0; row < n; ++row) {
    if (marked[row] == 0) continue;
    steps[row] = 0;
    now.push_back(row);
  }
  for (std::uint32_t step = 1; !now.empty(); ++step) {
    next.clear();
    for (const std::size_t row : now) {
      for (const sim::Row other : either[row]) {
        if (steps[other] != kNoPath) continue;
        steps[other] = step;
        next.push_back(other);
      }
    }
    now.swap(next);
  }
  return steps;
}

}  // namespace analysis
