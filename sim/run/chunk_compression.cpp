#include "sim/run/chunk_compression.h"

#include <libdeflate.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <new>

#include "sim/run/handover.h"

namespace sim {
namespace {

using Bytes = std::vector<std::byte>;

std::size_t divide_up(std::size_t a, std::size_t b) { return (a + b - 1) / b; }

Handover started, ended;  // of a batch of chunks

/// First bytes of all values, then second bytes of all, ... (HDF5 filter 2). Alike bytes come
/// together, which deflate likes.
template <std::size_t value_size>
void shuffle(const std::byte* values, std::size_t count, std::byte* shuffled) {
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t b = 0; b < value_size; ++b) {
      shuffled[b * count + i] = values[i * value_size + b];
    }
  }
}

void shuffle_any(const Bytes& values, std::size_t value_size, Bytes& shuffled) {
  const std::size_t count = values.size() / value_size;
  switch (value_size) {
    case 2:
      return shuffle<2>(values.data(), count, shuffled.data());
    case 4:
      return shuffle<4>(values.data(), count, shuffled.data());
    case 8:
      return shuffle<8>(values.data(), count, shuffled.data());
    default:
      shuffled = values;
  }
}

/// A zlib stream (HDF5 filter 1).
Bytes deflate(const Bytes& bytes) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(deflate_level), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  Bytes packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()));
  packed.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(),
                                         packed.data(), packed.size()));
  return packed;
}

/// The chunks of one array, numbered in row-major order.
struct Chunks {
  std::vector<std::size_t> shape;   ///< of the array
  std::vector<std::size_t> extent;  ///< of one chunk
  std::size_t split = 0;            ///< the dimension that is cut
  std::size_t pieces = 1;           ///< into how many
  std::size_t inner = 1;            ///< values in one step along `split`
  std::size_t count = 1;            ///< chunks in all

  Chunks(std::span<const std::size_t> array, std::size_t value_size)
      : shape(array.begin(), array.end()), extent(chunk_shape(array, value_size)) {
    while (split + 1 < shape.size() && extent[split] == 1) ++split;
    for (std::size_t d = split + 1; d < shape.size(); ++d) inner *= shape[d];
    for (std::size_t d = 0; d < split; ++d) count *= shape[d];
    pieces = divide_up(shape[split], extent[split]);
    count *= pieces;
  }

  std::vector<std::size_t> origin(std::size_t chunk) const {
    std::vector<std::size_t> index(shape.size(), 0);
    index[split] = chunk % pieces * extent[split];
    chunk /= pieces;
    for (std::size_t d = split; d-- > 0; chunk /= shape[d]) index[d] = chunk % shape[d];
    return index;
  }

  /// Position of the first value, and how many values of the array are in the chunk.
  std::pair<std::size_t, std::size_t> stretch(std::size_t chunk) const {
    const std::size_t along = chunk % pieces * extent[split];
    const std::size_t steps = std::min(extent[split], shape[split] - along);
    return {(chunk / pieces * shape[split] + along) * inner, steps * inner};
  }
};

Bytes pack(std::span<const std::byte> values, std::size_t value_size, const Chunks& chunks,
           std::size_t chunk) {
  const auto [first, count] = chunks.stretch(chunk);
  Bytes plain(chunks.extent[chunks.split] * chunks.inner * value_size);
  std::memcpy(plain.data(), values.data() + first * value_size, count * value_size);
  Bytes shuffled(plain.size());
  shuffle_any(plain, value_size, shuffled);
  return deflate(shuffled);
}

}  // namespace

std::vector<std::size_t> chunk_shape(std::span<const std::size_t> shape, std::size_t value_size) {
  std::vector<std::size_t> extent(shape.begin(), shape.end());
  std::size_t room = std::max<std::size_t>(1, largest_chunk / value_size);  // values
  for (std::size_t d = extent.size(); d-- > 0;) {
    if (extent[d] <= room) {
      room /= extent[d];
      continue;
    }
    extent[d] = divide_up(extent[d], divide_up(extent[d], room));
    room = 1;
  }
  return extent;
}

void pack_chunks(std::span<const std::byte> values, std::size_t value_size,
                 std::span<const std::size_t> shape, const WriteChunk& write) {
  const Chunks chunks(shape, value_size);
  constexpr std::size_t batch = 64;  // bounds the packed bytes that wait for the writer
  std::vector<Bytes> packed(std::min(batch, chunks.count));
  for (std::size_t first = 0; first < chunks.count; first += batch) {
    const std::size_t last = std::min(first + batch, chunks.count);
    const auto pack_one = [&](std::size_t chunk) {
      const Turn turn(started, ended);
      packed[chunk - first] = pack(values, value_size, chunks, chunk);
    };
    started.give();
    tbb::parallel_for(first, last, pack_one);
    ended.take();
    for (std::size_t chunk = first; chunk < last; ++chunk) {
      write(chunks.origin(chunk), packed[chunk - first]);
    }
  }
}

}  // namespace sim
