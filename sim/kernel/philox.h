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

#if defined(__SSE2__)
/// Lanes taken apart for the rounds: even and odd ones, each in the low half of 64 bits, as the
/// machine multiplies them. What stands in the high half is no matter.
using Wide = std::uint64_t __attribute__((vector_size(kLanes * 4)));
struct Lanes {
  Wide even, odd;
};
inline Lanes apart(LanesU lanes) { return {(Wide)lanes, (Wide)lanes >> 32}; }
inline LanesU together(Lanes lanes) {
#if defined(__AVX512F__)
  return (LanesU)_mm512_mask_shuffle_epi32((__m512i)lanes.even, 0xAAAA, (__m512i)lanes.odd,
                                           _MM_PERM_CCAA);
#else
  return (LanesU)((lanes.even & 0xffffffffu) | lanes.odd << 32);
#endif
}
inline Lanes operator^(Lanes a, Lanes b) { return {a.even ^ b.even, a.odd ^ b.odd}; }
inline Lanes operator^(Lanes a, std::uint32_t b) { return {a.even ^ b, a.odd ^ b}; }

/// 32 x 32 -> 64 bits, of the low halves.
inline Wide product(Wide a, std::uint32_t m) {
#if defined(__AVX512F__)
  return (Wide)_mm512_mul_epu32((__m512i)a, _mm512_set1_epi32(static_cast<int>(m)));
#elif defined(__AVX2__)
  return (Wide)_mm256_mul_epu32((__m256i)a, _mm256_set1_epi32(static_cast<int>(m)));
#else
  return (Wide)_mm_mul_epu32((__m128i)a, _mm_set1_epi32(static_cast<int>(m)));
#endif
}
inline void multiply(Lanes a, std::uint32_t m, Lanes& high, Lanes& low) {
  low = {product(a.even, m), product(a.odd, m)};
  high = {low.even >> 32, low.odd >> 32};
}
#else
using Lanes = LanesU;
inline Lanes apart(LanesU lanes) { return lanes; }
inline LanesU together(Lanes lanes) { return lanes; }
inline void multiply(Lanes a, std::uint32_t m, Lanes& high, Lanes& low) {
#if defined(__wasm_simd128__)
  v128_t factor = wasm_i32x4_splat(static_cast<std::int32_t>(m));
  __asm__ volatile("" : "+r"(factor));  // else clang 14 hoists a part of it, and multiplies 64 bits
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
#endif

template <class U>
inline void one_round(U (&c)[4], PhiloxKey key) {
  U high0, low0, high1, low1;
  multiply(c[0], kMultiply0, high0, low0);
  multiply(c[2], kMultiply1, high1, low1);
  c[0] = high1 ^ c[1] ^ key[0];
  c[1] = low1;
  c[2] = high0 ^ c[3] ^ key[1];
  c[3] = low0;
}

template <class U>
inline void ten_rounds(U (&c)[4], PhiloxKey key) {
  for (int round = 0; round < 10; ++round) {
    one_round(c, key);
    key[0] += kWeyl0;
    key[1] += kWeyl1;
  }
}

/// From round `first` on, two side by side; `key` is that round's.
inline void finish_two(Lanes (&c)[2][4], int first, PhiloxKey key, PhiloxLanes (&out)[2]) {
  for (int round = first; round <= 10; ++round) {
    one_round(c[0], key);
    one_round(c[1], key);
    key = {key[0] + kWeyl0, key[1] + kWeyl1};
  }
  for (std::size_t k = 0; k < 2; ++k) {
    for (std::size_t w = 0; w < 4; ++w) out[k].word[w] = together(c[k][w]);
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
  using philox::apart, philox::together;
  philox::Lanes c[4] = {apart(counter0), apart(counter1), apart(LanesU{} + counter2),
                        apart(LanesU{} + counter3)};
  philox::ten_rounds(c, key);
  return {{together(c[0]), together(c[1]), together(c[2]), together(c[3])}};
}

/// The same for two groups of lanes side by side, as each waits for itself in every round. Lanes
/// differ in word 0 only: in the first two rounds half of the words are plain numbers.
inline void philox4x32(const LanesU (&counter0)[2], std::uint32_t counter1, std::uint32_t counter2,
                       std::uint32_t counter3, PhiloxKey key, PhiloxLanes (&out)[2]) {
  using namespace philox;
  const PhiloxKey second{key[0] + kWeyl0, key[1] + kWeyl1};
  std::uint32_t high_2, low_2, high_0, low_0;
  multiply(counter2, kMultiply1, high_2, low_2);
  multiply(high_2 ^ counter1 ^ key[0], kMultiply0, high_0, low_0);
  Lanes c[2][4];
  for (std::size_t k = 0; k < 2; ++k) {
    Lanes high1, low1, high2, low2;
    multiply(apart(counter0[k]), kMultiply0, high1, low1);
    multiply(high1 ^ (counter3 ^ key[1]), kMultiply1, high2, low2);
    c[k][0] = high2 ^ (low_2 ^ second[0]);
    c[k][1] = low2;
    c[k][2] = low1 ^ (high_0 ^ second[1]);
    c[k][3] = apart(LanesU{} + low_0);
  }
  finish_two(c, 3, {second[0] + kWeyl0, second[1] + kWeyl1}, out);
}
inline PhiloxLanes philox4x32(LanesU counter0, std::uint32_t counter1, std::uint32_t counter2,
                              std::uint32_t counter3, PhiloxKey key) {
  return philox4x32(counter0, LanesU{} + counter1, counter2, counter3, key);
}

/// The blocks of which word 1 of the counter is 0 .. Blocks - 1. What they have in common in the
/// first three rounds is worked out once.
template <std::size_t Blocks>
inline void philox_blocks(LanesU counter0, std::uint32_t counter2, std::uint32_t counter3,
                          PhiloxKey key, PhiloxLanes (&out)[Blocks]) {
  static_assert(Blocks % 2 == 0);
  using namespace philox;
  const PhiloxKey second{key[0] + kWeyl0, key[1] + kWeyl1};
  const PhiloxKey third{second[0] + kWeyl0, second[1] + kWeyl1};
  // Words 0 and 1 are plain numbers after the first round, word 3 after the second.
  std::uint32_t high_2, low_2;
  multiply(counter2, kMultiply1, high_2, low_2);
  Lanes high1, low1, high2, low2, high3, low3;
  multiply(apart(counter0), kMultiply0, high1, low1);
  multiply(high1 ^ (counter3 ^ key[1]), kMultiply1, high2, low2);
  multiply(high2 ^ (low_2 ^ second[0]), kMultiply0, high3, low3);
  for (std::uint32_t block = 0; block < Blocks; block += 2) {
    Lanes c[2][4];
    for (std::uint32_t k = 0; k < 2; ++k) {
      std::uint32_t high_0, low_0;
      Lanes high, low;
      multiply(high_2 ^ (block + k) ^ key[0], kMultiply0, high_0, low_0);
      multiply(low1 ^ (high_0 ^ second[1]), kMultiply1, high, low);
      c[k][0] = high ^ low2 ^ third[0];
      c[k][1] = low;
      c[k][2] = high3 ^ (low_0 ^ third[1]);
      c[k][3] = low3;
    }
    PhiloxLanes two[2];
    finish_two(c, 4, {third[0] + kWeyl0, third[1] + kWeyl1}, two);
    out[block] = two[0];
    out[block + 1] = two[1];
  }
}

}  // namespace sim
