#pragma once
// A network layer as compressed rows: the ties of row i are targets[offsets[i] .. offsets[i+1]).
// One array of targets, one of strengths, both sorted by row, so that a sweep reads memory in
// order. Rows of one school only: at most 65,535.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sim {

using Row = std::uint16_t;

/// A layer as others see it. `offsets` has rows + 1 entries; `targets` and `strength` one per tie.
/// `strength` may be empty (an unweighted layer); else 0..255, where 255 is the strongest.
struct NetworkView {
  std::span<const std::uint32_t> offsets;
  std::span<const Row> targets;
  std::span<const std::uint8_t> strength;

  std::size_t rows() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  std::size_t ties() const { return targets.size(); }
  std::span<const Row> of(std::size_t row) const {
    return targets.subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }
  std::span<const std::uint8_t> strength_of(std::size_t row) const {
    return strength.subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

/// A layer that owns its rows.
struct Network {
  std::vector<std::uint32_t> offsets{0};
  std::vector<Row> targets;
  std::vector<std::uint8_t> strength;

  NetworkView view() const { return {offsets, targets, strength}; }
  void clear() {
    offsets.assign(1, 0);
    targets.clear();
    strength.clear();
  }
  /// Rows are appended in order: any number of add(), then one end_row().
  void add(Row target, std::uint8_t tie_strength) {
    targets.push_back(target);
    strength.push_back(tie_strength);
  }
  void end_row() { offsets.push_back(static_cast<std::uint32_t>(targets.size())); }
};

}  // namespace sim
