#pragma once
// How an array is cut into chunks and packed: the byte shuffle and zlib stream that HDF5's own
// filters (shuffle, then deflate) undo, made by libdeflate in parallel. Knows bytes, not HDF5.
//
// A chunk is a run of whole trailing dimensions, so it is one unbroken stretch of memory.

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace sim {

/// Level given to deflate, 1 .. 12: on random walks, 4 saves 1 % more and 6 takes a third longer.
inline constexpr int deflate_level = 2;

/// Size of a chunk before packing that `chunk_shape` does not exceed, in bytes.
inline constexpr std::size_t largest_chunk = 256 * 1024;

/// Shape of the chunks of an array of `shape` (each at least 1) whose values have `value_size`
/// bytes: trailing dimensions whole, the one that does not fit cut in nearly equal pieces, 1
/// before it.
std::vector<std::size_t> chunk_shape(std::span<const std::size_t> shape, std::size_t value_size);

/// Takes one packed chunk and the index of its first value in each dimension.
using WriteChunk =
    std::function<void(std::span<const std::size_t> origin, std::span<const std::byte> packed)>;

/// Pack every chunk of the row-major array `values` and pass it to `write`, in row-major order, on
/// the calling thread. Chunks that stick out are filled up with zero bytes. The bytes do not depend
/// on the number of threads. Values of one byte are not shuffled.
void pack_chunks(std::span<const std::byte> values, std::size_t value_size,
                 std::span<const std::size_t> shape, const WriteChunk& write);

}  // namespace sim
