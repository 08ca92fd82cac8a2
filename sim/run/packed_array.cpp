#include "sim/run/packed_array.h"

#include <utility>

#include "sim/run/chunk_compression.h"

namespace sim {

PackedArray pack_array(std::vector<float> values, std::vector<std::size_t> shape) {
  const auto odd = [](float x) { return std::isnan(x); };
  std::replace_if(values.begin(), values.end(), odd, std::numeric_limits<float>::quiet_NaN());
  PackedArray array;
  array.shape = std::move(shape);
  if (values.size() * sizeof(float) <= small_array) {
    array.values = std::move(values);
    return array;
  }
  pack_chunks(
      std::as_bytes(std::span<const float>(values)), sizeof(float), array.shape,
      [&](std::span<const std::size_t> origin, std::span<const std::byte> packed) {
        array.chunks.push_back({{origin.begin(), origin.end()}, {packed.begin(), packed.end()}});
      });
  return array;
}

}  // namespace sim
