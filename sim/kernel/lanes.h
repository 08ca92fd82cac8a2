#pragma once
// Lanes: a few rows at a time, in the compilers' own vector types. One source serves SSE2, AVX2,
// AVX-512 and WebAssembly SIMD; every operation is element by element and rounds as IEEE 754 says,
// so the number of lanes never changes a bit of the result.

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sim {

#if defined(__AVX512F__)
inline constexpr std::size_t kLanes = 16;
#elif defined(__AVX2__)
inline constexpr std::size_t kLanes = 8;
#else
inline constexpr std::size_t kLanes = 4;
#endif

/// Columns are padded to a multiple of this many rows, the widest number of lanes there is, so
/// that every instruction level sweeps the same rows. Padding rows are inert.
inline constexpr std::size_t kBlock = 16;
constexpr std::size_t padded(std::size_t rows) { return (rows + kBlock - 1) / kBlock * kBlock; }

using LanesF = float __attribute__((vector_size(kLanes * 4)));
using LanesI = std::int32_t __attribute__((vector_size(kLanes * 4)));
using LanesU = std::uint32_t __attribute__((vector_size(kLanes * 4)));

template <class V, class T>
inline V load(const T* from) {
  static_assert(sizeof(V) == kLanes * sizeof(T));
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
inline LanesF load(const float* from) { return load<LanesF>(from); }
template <class V, class T>
inline void store(T* to, V v) {
  static_assert(sizeof(V) == kLanes * sizeof(T));
  std::memcpy(to, &v, sizeof v);
}

/// The same value in every lane; for a plain float, the value itself.
template <class V>
inline V splat(float x) {
  return V{} + x;
}
template <>
inline float splat<float>(float x) {
  return x;
}

/// `table[index[lane]]` for each lane.
template <class Index>
inline LanesF gather(const float* table, const Index* index) {
  LanesF v;
  for (std::size_t lane = 0; lane < kLanes; ++lane) v[lane] = table[index[lane]];
  return v;
}

// Formulas are written once, for a plain float and for lanes. These are the few operations for
// which the two differ.

inline float choose(bool yes, float a, float b) { return yes ? a : b; }
inline LanesF choose(LanesI yes, LanesF a, LanesF b) { return yes ? a : b; }
inline LanesI choose(LanesI yes, LanesI a, LanesI b) { return yes ? a : b; }

template <class V>
inline V lower(V a, V b) {
  return choose(a < b, a, b);
}
template <class V>
inline V higher(V a, V b) {
  return choose(a > b, a, b);
}
template <class V>
inline V clamp(V x, float lo, float hi) {
  return lower(higher(x, splat<V>(lo)), splat<V>(hi));
}

inline std::int32_t truncate(float x) { return static_cast<std::int32_t>(x); }
inline LanesI truncate(LanesF x) { return __builtin_convertvector(x, LanesI); }
inline float to_float(std::int32_t x) { return static_cast<float>(x); }
inline LanesF to_float(LanesI x) { return __builtin_convertvector(x, LanesF); }

inline std::int32_t bits_of(float x) { return __builtin_bit_cast(std::int32_t, x); }
inline LanesI bits_of(LanesF x) { return (LanesI)x; }
inline float from_bits(std::int32_t x) { return __builtin_bit_cast(float, x); }
inline LanesF from_bits(LanesI x) { return (LanesF)x; }

/// True if any lane is set.
inline bool any(LanesI mask) {
  std::uint64_t words[kLanes / 2];
  std::memcpy(words, &mask, sizeof words);
  std::uint64_t all = 0;
  for (const std::uint64_t word : words) all |= word;
  return all != 0;
}

}  // namespace sim
