// Comparisons in lanes, and of thirty-two small numbers at once, against one at a time.

#include "sim/kernel/lanes.h"

#include <rapidcheck/catch.h>

#include <limits>

#include "sim/kernel/equal_words.h"

TEST_CASE("lanes: the lower and the higher of two are those of plain floats, to the bit",
          "[formula]") {
  constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
  constexpr float kMost = std::numeric_limits<float>::infinity();
  const float values[] = {0.0f, -0.0f, 1.0f, -1.0f, 1e-40f, kMost, -kMost, kNone};
  for (const float a : values) {
    for (const float b : values) {
      INFO(a << " and " << b);
      sim::LanesF first{}, second{};
      for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
        first[lane] = a;  // adding to 0 would lose the sign of -0
        second[lane] = b;
      }
      const sim::LanesF low = sim::lower(first, second), high = sim::higher(first, second);
      const float least = low[0], most = high[0];
      CHECK(sim::bits_of(least) == sim::bits_of(sim::lower(a, b)));
      CHECK(sim::bits_of(most) == sim::bits_of(sim::higher(a, b)));
    }
  }
}

TEST_CASE("lanes: a bit for each lane that is set", "[formula]") {
  rc::prop("bits", [](std::uint32_t wanted) {
    wanted &= (1u << (sim::kLanes - 1) << 1) - 1u;
    sim::LanesI mask;
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      mask[lane] = (wanted >> lane & 1u) != 0 ? -1 : 0;
    }
    RC_ASSERT(sim::lane_bits(mask) == wanted);
    RC_ASSERT(sim::any(mask) == (wanted != 0));
  });
}

TEST_CASE("equal words: a bit for each place that two rows share", "[formula]") {
  rc::prop("bits", [](std::uint32_t wanted, std::uint16_t seed) {
    alignas(64) std::uint16_t a[sim::kWords], b[sim::kWords];
    for (std::size_t k = 0; k < sim::kWords; ++k) {
      a[k] = static_cast<std::uint16_t>(seed * (k + 1));
      // Different in one bit, a high or a low one: both bytes of a word count.
      const auto other = static_cast<std::uint16_t>(a[k] ^ 1u << (seed + 5 * k) % 16);
      b[k] = (wanted >> k & 1u) != 0 ? a[k] : other;
    }
    RC_ASSERT(sim::equal_words(a, b) == wanted);
  });
}
