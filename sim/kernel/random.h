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

/// Uniform in (0, 1): 23 random bits, centred between 2^-24 and 1 - 2^-24.
inline float uniform(std::uint32_t word) {
  return static_cast<float>(word >> 9) * 0x1p-23f + 0x1p-24f;
}
inline LanesF uniform(LanesU word) { return to_float((LanesI)(word >> 9)) * 0x1p-23f + 0x1p-24f; }

/// Mean 0, variance 1, within +-3.45: the sum of a word's four bytes (Irwin-Hall of order 4,
/// kurtosis 2.7). For noise that is drawn for every class of every day.
template <class U>
inline auto byte_noise(U word) {
  const U pairs = (word & 0x00ff00ffu) + ((word >> 8) & 0x00ff00ffu);
  const U sum = (pairs & 0xffffu) + (pairs >> 16);
  if constexpr (sizeof(U) == sizeof(std::uint32_t)) {
    return (to_float(static_cast<std::int32_t>(sum)) - 510.0f) * 6.7658800e-3f;
  } else {
    return (to_float((LanesI)sum) - 510.0f) * 6.7658800e-3f;
  }
}

/// Standard normal.
inline float normal(std::uint32_t word) { return normal_quantile(uniform(word)); }

/// Exponential with mean 1. A choice among alternatives with weights w is the alternative whose
/// exponential / w is least: it stays paired when the sets of alternatives differ.
inline float exponential(std::uint32_t word) { return -log(uniform(word)); }

}  // namespace sim
