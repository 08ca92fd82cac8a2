// Philox4x32-10: the published vectors (kat_vectors of Random123), Random123 itself for any
// counter and key, and lanes against one at a time.

#include "sim/kernel/philox.h"

#include <Random123/philox.h>
#include <rapidcheck/catch.h>

#undef philox4x32  // Random123's macro

namespace {

sim::PhiloxBlock random123(sim::PhiloxBlock c, sim::PhiloxKey k) {
  const philox4x32_ctr_t out = philox4x32_R(10, {{c[0], c[1], c[2], c[3]}}, {{k[0], k[1]}});
  return {out.v[0], out.v[1], out.v[2], out.v[3]};
}

}  // namespace

TEST_CASE("philox: the published vectors", "[formula]") {
  CHECK(sim::philox4x32({0, 0, 0, 0}, {0, 0}) ==
        sim::PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  CHECK(
      sim::philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}) ==
      sim::PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  // The digits of pi.
  CHECK(
      sim::philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
      sim::PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("philox: what Random123 gives, for any counter and key", "[law]") {
  rc::prop("one at a time", [](std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                               std::uint32_t k, std::uint32_t l) {
    // Generated numbers begin small; multiplied by an odd number they fill all bits.
    const sim::PhiloxBlock counter{a * 0x9e3779b1u, b * 0x85ebca77u, c * 0xc2b2ae3du,
                                   d * 0x27d4eb2fu};
    const sim::PhiloxKey key{k * 0x165667b1u, l * 0x9e3779b1u};
    RC_ASSERT(sim::philox4x32(counter, key) == random123(counter, key));
  });
}

TEST_CASE("philox: every lane is the block of its own counter", "[law]") {
  rc::prop("lanes", [](std::uint32_t first, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                       std::uint32_t k, std::uint32_t l) {
    sim::LanesU who;
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      who[lane] = first + static_cast<std::uint32_t>(lane) * 0x9e3779b1u;
    }
    const sim::PhiloxLanes out = sim::philox4x32(who, b, c, d, {k, l});
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      const sim::PhiloxBlock one = sim::philox4x32({who[lane], b, c, d}, {k, l});
      for (std::size_t w = 0; w < 4; ++w) RC_ASSERT(out.word[w][lane] == one[w]);
    }
    const sim::PhiloxLanes both = sim::philox4x32(who, who ^ b, c, d, {k, l});
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      const sim::PhiloxBlock one = sim::philox4x32({who[lane], who[lane] ^ b, c, d}, {k, l});
      for (std::size_t w = 0; w < 4; ++w) RC_ASSERT(both.word[w][lane] == one[w]);
    }
    sim::PhiloxLanes four[4];
    sim::philox_blocks(who, c, d, {k * 0x165667b1u, l * 0x9e3779b1u}, four);
    for (std::uint32_t block = 0; block < 4; ++block) {
      const auto one = sim::philox4x32(who, block, c, d, {k * 0x165667b1u, l * 0x9e3779b1u});
      for (std::size_t w = 0; w < 4; ++w) {
        for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
          RC_ASSERT(four[block].word[w][lane] == one.word[w][lane]);
        }
      }
    }
  });
}
