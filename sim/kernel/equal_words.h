#pragma once
// Thirty-two small numbers compared in one step: what two rows of a table have in common.

#include <cstddef>
#include <cstdint>

#if defined(__AVX2__) || defined(__SSE2__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace sim {

inline constexpr std::size_t kWords = 32;

/// Bit k is set where a[k] == b[k], k in 0..31. Both begin at a multiple of 64 bytes.
inline std::uint32_t equal_words(const std::uint16_t* a, const std::uint16_t* b) {
#if defined(__AVX512BW__)
  return _mm512_cmpeq_epi16_mask(_mm512_load_si512(a), _mm512_load_si512(b));
#elif defined(__AVX2__)
  const auto equal = [&](std::size_t at) {
    return _mm256_cmpeq_epi16(_mm256_load_si256(reinterpret_cast<const __m256i*>(a + at)),
                              _mm256_load_si256(reinterpret_cast<const __m256i*>(b + at)));
  };
  // A byte for each word; packing takes both halves' quarters in turn, so they are put in order.
  const __m256i bytes = _mm256_packs_epi16(equal(0), equal(16));
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_permute4x64_epi64(bytes, 0xD8)));
#elif defined(__SSE2__)
  const auto equal = [&](std::size_t at) {
    return _mm_cmpeq_epi16(_mm_load_si128(reinterpret_cast<const __m128i*>(a + at)),
                           _mm_load_si128(reinterpret_cast<const __m128i*>(b + at)));
  };
  const auto bits = [&](std::size_t at) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(equal(at), equal(at + 8))));
  };
  return bits(0) | bits(16) << 16;
#elif defined(__wasm_simd128__)
  const auto equal = [&](std::size_t at) {
    return wasm_i16x8_eq(wasm_v128_load(a + at), wasm_v128_load(b + at));
  };
  const auto bits = [&](std::size_t at) {
    return static_cast<std::uint32_t>(
        wasm_i8x16_bitmask(wasm_i8x16_narrow_i16x8(equal(at), equal(at + 8))));
  };
  return bits(0) | bits(16) << 16;
#else
  std::uint32_t bits = 0;
  for (std::size_t k = 0; k < kWords; ++k) bits |= (a[k] == b[k] ? 1u : 0u) << k;
  return bits;
#endif
}

}  // namespace sim
