#pragma once
// Lanes: a few rows at a time, in the compilers' own vector types. One source serves SSE2, AVX2,
// AVX-512 and WebAssembly SIMD; every operation is element by element and rounds as IEEE 754 says,
// so the number of lanes never changes a bit of the result.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__AVX2__) || defined(__SSE2__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

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
#if defined(__AVX512F__)
inline LanesF gather(const float* table, const std::uint16_t* index) {
  const __m512i at = _mm512_cvtepu16_epi32(_mm256_loadu_si256((const __m256i_u*)index));
  return (LanesF)_mm512_i32gather_ps(at, table, 4);
}
#endif
template <class Index>
inline LanesF gather(const float* table, const Index* index) {
#if defined(__wasm_simd128__)  // in a loop every lane would go through memory
  return LanesF{table[index[0]], table[index[1]], table[index[2]], table[index[3]]};
#else
  LanesF v;
  for (std::size_t lane = 0; lane < kLanes; ++lane) v[lane] = table[index[lane]];
  return v;
#endif
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

// One instruction each, with the meaning of the templates to the bit (for zeros of both signs and
// for what is no number, b): compilers do not find them.
#if defined(__AVX512F__)
inline LanesF lower(LanesF a, LanesF b) { return (LanesF)_mm512_min_ps((__m512)a, (__m512)b); }
inline LanesF higher(LanesF a, LanesF b) { return (LanesF)_mm512_max_ps((__m512)a, (__m512)b); }
#elif defined(__AVX2__)
inline LanesF lower(LanesF a, LanesF b) { return (LanesF)_mm256_min_ps((__m256)a, (__m256)b); }
inline LanesF higher(LanesF a, LanesF b) { return (LanesF)_mm256_max_ps((__m256)a, (__m256)b); }
#elif defined(__SSE2__)
inline LanesF lower(LanesF a, LanesF b) { return (LanesF)_mm_min_ps((__m128)a, (__m128)b); }
inline LanesF higher(LanesF a, LanesF b) { return (LanesF)_mm_max_ps((__m128)a, (__m128)b); }
#elif defined(__wasm_simd128__)
inline LanesF lower(LanesF a, LanesF b) { return (LanesF)wasm_f32x4_pmin((v128_t)b, (v128_t)a); }
inline LanesF higher(LanesF a, LanesF b) { return (LanesF)wasm_f32x4_pmax((v128_t)b, (v128_t)a); }
#endif
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

/// Bit k is set where lane k of a comparison is.
inline std::uint32_t lane_bits(LanesI mask) {
#if defined(__AVX512DQ__)
  return _mm512_movepi32_mask((__m512i)mask);
#elif defined(__AVX2__)
  return static_cast<std::uint32_t>(_mm256_movemask_ps((__m256)mask));
#elif defined(__SSE2__)
  return static_cast<std::uint32_t>(_mm_movemask_ps((__m128)mask));
#elif defined(__wasm_simd128__)
  return wasm_i32x4_bitmask((v128_t)mask);
#else
  std::uint32_t bits = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) bits |= (mask[lane] != 0 ? 1u : 0u) << lane;
  return bits;
#endif
}

/// True if any lane of a comparison is set.
inline bool any(LanesI mask) { return lane_bits(mask) != 0; }

/// True if any lane of `a` is below that of `b`.
inline bool any_below(LanesF a, LanesF b) {
#if defined(__AVX512F__)
  return _mm512_cmp_ps_mask((__m512)a, (__m512)b, _CMP_LT_OQ) != 0;  // not by way of a vector
#else
  return any(a < b);
#endif
}

/// The least of all lanes.
inline std::int32_t least_of(LanesI v) {
#if defined(__AVX512F__)
  return _mm512_reduce_min_epi32((__m512i)v);
#elif defined(__AVX2__)
  const __m256i all = (__m256i)v;
  __m128i least = _mm_min_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
  least = _mm_min_epi32(least, _mm_shuffle_epi32(least, 0x4E));
  least = _mm_min_epi32(least, _mm_shuffle_epi32(least, 0xB1));
  return _mm_cvtsi128_si32(least);
#else
  std::int32_t least = v[0];
  for (std::size_t lane = 1; lane < kLanes; ++lane) least = v[lane] < least ? v[lane] : least;
  return least;
#endif
}

/// 0, 1, 2 and so on.
inline LanesI lane_numbers() {
  LanesI number;
  for (std::size_t lane = 0; lane < kLanes; ++lane) number[lane] = static_cast<std::int32_t>(lane);
  return number;
}

}  // namespace sim
