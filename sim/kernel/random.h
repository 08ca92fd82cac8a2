#pragma once
// Random numbers are a function of what they are for: the stream (seed, school, replicate), who
// draws, about whom or which slot, on which day, for which purpose. The same decision of the same
// student so meets the same draw in every scenario, on any number of threads, in any row order.

#include <cstdint>

#include "sim/kernel/philox.h"
#include "sim/kernel/transcendental.h"

namespace sim {

/// A family of draws.
struct Stream {
  PhiloxKey key;
};

/// `seed` is the experiment's; `school` and `replicate` keep units apart. Mixed by Philox itself,
/// so that neighbouring numbers give unrelated keys.
inline Stream stream(std::uint64_t seed, std::uint32_t school, std::uint32_t replicate) {
  const PhiloxBlock block =
      philox4x32({school, replicate, 0x42656c6fu, 0x6e67u},
                 {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
  return {{block[0], block[1]}};
}

/// Four words for: `who` (a student's or teacher's stable id), `what` (counterpart, slot or draw
/// number), `day`, `purpose` (the model's list of decisions).
inline PhiloxBlock draw(Stream s, std::uint32_t who, std::uint32_t what, std::uint32_t day,
                        std::uint32_t purpose) {
  return philox4x32({who, what, day, purpose}, s.key);
}
inline PhiloxLanes draw(Stream s, LanesU who, LanesU what, std::uint32_t day,
                        std::uint32_t purpose) {
  return philox4x32(who, what, day, purpose, s.key);
}
inline PhiloxLanes draw(Stream s, LanesU who, std::uint32_t what, std::uint32_t day,
                        std::uint32_t purpose) {
  return philox4x32(who, what, day, purpose, s.key);
}

/// The same for two groups of lanes.
inline void draw(Stream s, const LanesU (&who)[2], std::uint32_t what, std::uint32_t day,
                 std::uint32_t purpose, PhiloxLanes (&out)[2]) {
  philox4x32(who, what, day, purpose, s.key, out);
}
/// Draws number 0 .. Blocks - 1 of each of `who` at once.
template <std::size_t Blocks>
inline void draw_blocks(Stream s, LanesU who, std::uint32_t day, std::uint32_t purpose,
                        PhiloxLanes (&out)[Blocks]) {
  philox_blocks(who, day, purpose, s.key, out);
}

/// Uniform in (0, 1): 23 random bits, centred between 2^-24 and 1 - 2^-24.
inline float uniform(std::uint32_t word) {
  return static_cast<float>(word >> 9) * 0x1p-23f + 0x1p-24f;
}
inline LanesF uniform(LanesU word) { return to_float((LanesI)(word >> 9)) * 0x1p-23f + 0x1p-24f; }

/// The sum of a word's four bytes.
template <class U>
inline U byte_sum(U word) {
  const U pairs = (word & 0x00ff00ffu) + ((word >> 8) & 0x00ff00ffu);
  return (pairs & 0xffffu) + (pairs >> 16);
}
// In two instructions, which compilers do not find: bytes in pairs, then pairs in pairs.
#if defined(__AVX512BW__)
inline LanesU byte_sum(LanesU word) {
  const __m512i pairs = _mm512_maddubs_epi16((__m512i)word, _mm512_set1_epi8(1));
  return (LanesU)_mm512_madd_epi16(pairs, _mm512_set1_epi16(1));
}
#elif defined(__AVX2__)
inline LanesU byte_sum(LanesU word) {
  const __m256i pairs = _mm256_maddubs_epi16((__m256i)word, _mm256_set1_epi8(1));
  return (LanesU)_mm256_madd_epi16(pairs, _mm256_set1_epi16(1));
}
#elif defined(__wasm_simd128__)
inline LanesU byte_sum(LanesU word) {
  return (LanesU)wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16((v128_t)word));
}
#endif

/// Mean 0, variance 1, within +-3.45: the sum of a word's four bytes (Irwin-Hall of order 4,
/// kurtosis 2.7). For noise that is drawn for every class of every day.
inline float byte_noise(std::uint32_t word) {
  return (to_float(static_cast<std::int32_t>(byte_sum(word))) - 510.0f) * 6.7658800e-3f;
}
inline LanesF byte_noise(LanesU word) {
  return (to_float((LanesI)byte_sum(word)) - 510.0f) * 6.7658800e-3f;
}

/// Standard normal.
inline float normal(std::uint32_t word) { return normal_quantile(uniform(word)); }

/// Exponential with mean 1. A choice among alternatives with weights w is the alternative whose
/// exponential / w is least: it stays paired when the sets of alternatives differ.
inline float exponential(std::uint32_t word) { return -log(uniform(word)); }

}  // namespace sim
