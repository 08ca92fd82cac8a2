#pragma once
// An array as a LabelledFile stores it, packed ahead of time on any thread: the file itself takes
// one variable at a time.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace sim {

/// Bytes of values up to which an array is stored as it is: packing less costs more than it saves.
inline constexpr std::size_t small_array = 4096;

struct PackedArray {
  struct Chunk {
    std::vector<std::size_t> origin;
    std::vector<std::byte> bytes;
  };
  std::vector<std::size_t> shape;
  std::vector<float> values;  ///< of a small array
  std::vector<Chunk> chunks;  ///< of any other, in row-major order
};

/// `values` row-major, as many as `shape` says, each size at least 1. NaN means missing.
PackedArray pack_array(std::vector<float> values, std::vector<std::size_t> shape);

/// The same values with every NaN the same NaN: 0/0 has another sign at compile time than at run
/// time. Copies to `copy` only when there is one.
template <class T>
std::span<const T> same_nan(std::span<const T> values, std::vector<T>& copy) {
  const auto odd = [](T x) { return std::isnan(x); };
  if (std::none_of(values.begin(), values.end(), odd)) return values;
  copy.assign(values.begin(), values.end());
  std::replace_if(copy.begin(), copy.end(), odd, std::numeric_limits<T>::quiet_NaN());
  return copy;
}

}  // namespace sim
