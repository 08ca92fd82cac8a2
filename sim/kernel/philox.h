#pragma once
// Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011, doi:10.1145/2063384.2063405): a counter and a
// key in, four random words out. No state, so a draw depends on nothing but what it is for. Held
// against the published vectors and against Random123, in one lane and in many.

#include <array>
#include <cstdint>

#include "sim/kernel/lanes.h"

#if defined(__AVX2__) || defined(__SSE2__)
#include <immintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace sim {

using PhiloxKey = std::array<std::uint32_t, 2>;
using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Four blocks' worth of lanes: word w of lane l is draw w of row l.
struct PhiloxLanes {
  LanesU word[4];
};

namespace philox {

inline constexpr std::uint32_t kMultiply0 = 0xD2511F53, kMultiply1 = 0xCD9E8D57;
inline constexpr std::uint32_t kWeyl0 = 0x9E3779B9, kWeyl1 = 0xBB67AE85;

inline void multiply(std::uint32_t a, std::uint32_t m, std::uint32_t& high, std::uint32_t& low) {
  const std::uint64_t product = static_cast<std::uint64_t>(a) * m;
  high = static_cast<std::uint32_t>(product >> 32);
  low = static_cast<std::uint32_t>(product);
}

/// 32 x 32 -> 64 bit products of all lanes: even and odd lanes apart, then put together again.
inline void multiply(LanesU a, std::uint32_t m, LanesU& high, LanesU& low) {
#if defined(__AVX512F__)
  const __m512i factor = _mm512_set1_epi32(static_cast<int>(m));
  const __m512i even = _mm512_mul_epu32((__m512i)a, factor);
  const __m512i odd = _mm512_mul_epu32(_mm512_srli_epi64((__m512i)a, 32), factor);
  // Each word moves next to its place and is put in there, in one instruction.
  low = (LanesU)_mm512_mask_shuffle_epi32(even, 0xAAAA, odd, _MM_PERM_CCAA);
  high = (LanesU)_mm512_mask_shuffle_epi32(odd, 0x5555, even, _MM_PERM_DDBB);
#elif defined(__AVX2__)
  const __m256i factor = _mm256_set1_epi32(static_cast<int>(m));
  const __m256i even = _mm256_mul_epu32((__m256i)a, factor);
  const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64((__m256i)a, 32), factor);
  low = (LanesU)_mm256_blend_epi32(even, _mm256_slli_epi64(odd, 32), 0xAA);
  high = (LanesU)_mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xAA);
#elif defined(__SSE2__)
  const __m128i factor = _mm_set1_epi32(static_cast<int>(m));
  const __m128i even = _mm_mul_epu32((__m128i)a, factor);
  const __m128i odd = _mm_mul_epu32(_mm_srli_epi64((__m128i)a, 32), factor);
  const __m128i evens = _mm_set_epi32(0, -1, 0, -1);
  low = (LanesU)_mm_or_si128(_mm_and_si128(even, evens), _mm_slli_epi64(odd, 32));
  high = (LanesU)_mm_or_si128(_mm_srli_epi64(even, 32), _mm_andnot_si128(evens, odd));
#elif defined(__wasm_simd128__)
  const v128_t factor = wasm_i32x4_splat(static_cast<std::int32_t>(m));
  const v128_t first = wasm_u64x2_extmul_low_u32x4((v128_t)a, factor);
  const v128_t second = wasm_u64x2_extmul_high_u32x4((v128_t)a, factor);
  low = (LanesU)wasm_i32x4_shuffle(first, second, 0, 2, 4, 6);
  high = (LanesU)wasm_i32x4_shuffle(first, second, 1, 3, 5, 7);
#else
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    std::uint32_t h, l;
    multiply(a[lane], m, h, l);
    high[lane] = h;
    low[lane] = l;
  }
#endif
}

template <class U>
inline void ten_rounds(U (&c)[4], PhiloxKey key) {
  for (int round = 0; round < 10; ++round) {
    U high0, low0, high1, low1;
    multiply(c[0], kMultiply0, high0, low0);
    multiply(c[2], kMultiply1, high1, low1);
    c[0] = high1 ^ c[1] ^ key[0];
    c[1] = low1;
    c[2] = high0 ^ c[3] ^ key[1];
    c[3] = low0;
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
}

}  // namespace philox

inline PhiloxBlock philox4x32(PhiloxBlock counter, PhiloxKey key) {
  std::uint32_t c[4] = {counter[0], counter[1], counter[2], counter[3]};
  philox::ten_rounds(c, key);
  return {c[0], c[1], c[2], c[3]};
}

/// One counter per lane: words 0 and 1 differ from lane to lane, the others are shared.
inline PhiloxLanes philox4x32(LanesU counter0, LanesU counter1, std::uint32_t counter2,
                              std::uint32_t counter3, PhiloxKey key) {
  PhiloxLanes out{{counter0, counter1, LanesU{} + counter2, LanesU{} + counter3}};
  philox::ten_rounds(out.word, key);
  return out;
}
inline PhiloxLanes philox4x32(LanesU counter0, std::uint32_t counter1, std::uint32_t counter2,
                              std::uint32_t counter3, PhiloxKey key) {
  return philox4x32(counter0, LanesU{} + counter1, counter2, counter3, key);
}

}  // namespace sim
