// Uniforms, noise, normals and exponentials made from words.

#include "sim/kernel/random.h"

#include <rapidcheck/catch.h>

#include <cmath>

TEST_CASE("uniform: 23 bits of the word, centred, never 0 or 1", "[formula]") {
  CHECK(sim::uniform(0u) == 0x1p-24f);
  CHECK(sim::uniform(0x80000000u) == 0.5f + 0x1p-24f);
  CHECK(sim::uniform(0xffffffffu) == 1.0f - 0x1p-24f);
  CHECK(sim::uniform(0x1ffu) == sim::uniform(0u));  // the lowest nine bits do not count
  CHECK(sim::uniform(0x200u) == 3 * 0x1p-24f);
}

TEST_CASE("byte noise: the sum of four bytes, mean 0 and variance 1", "[formula]") {
  CHECK(sim::byte_noise(0x00000000u) == Approx(-3.4506).epsilon(1e-4));
  CHECK(sim::byte_noise(0xffffffffu) == Approx(3.4506).epsilon(1e-4));
  CHECK(sim::byte_noise(0xff00ff00u) == 0.0f);
  CHECK(sim::byte_noise(0x0000ff01u) == sim::byte_noise(0x01ff0000u));  // which byte is no matter
  // One byte is uniform on 0..255: variance (256^2 - 1)/12 = 5461.25, four of them 21845.
  const double unit = sim::byte_noise(0x01ff00ffu) - sim::byte_noise(0x00ff00ffu);
  CHECK(unit * unit * 21845 == Approx(1.0).epsilon(1e-5));
}

TEST_CASE("byte noise: mean 0 and variance 1 of drawn words", "[formula]") {
  const sim::Stream stream = sim::stream(1, 2, 3);
  double sum = 0, squares = 0;
  constexpr std::uint32_t blocks = 50000;
  for (std::uint32_t k = 0; k < blocks; ++k) {
    for (const std::uint32_t word : sim::draw(stream, k, 0, 0, 0)) {
      const double x = sim::byte_noise(word);
      sum += x;
      squares += x * x;
    }
  }
  // 200,000 draws: standard errors 0.0022 and 0.0029.
  CHECK(sum / (4 * blocks) == Approx(0).margin(0.011));
  CHECK(squares / (4 * blocks) == Approx(1).margin(0.015));
}

TEST_CASE("normal and exponential: moments of drawn words", "[formula]") {
  const sim::Stream stream = sim::stream(4, 5, 6);
  double normals = 0, squares = 0, times = 0;
  constexpr std::uint32_t draws = 50000;
  for (std::uint32_t k = 0; k < draws; ++k) {
    const auto words = sim::draw(stream, k, 1, 2, 3);
    const double x = sim::normal(words[0]);
    normals += x;
    squares += x * x;
    times += sim::exponential(words[1]);
  }
  CHECK(normals / draws == Approx(0).margin(0.025));  // five standard errors each
  CHECK(squares / draws == Approx(1).margin(0.035));
  CHECK(times / draws == Approx(1).margin(0.025));
}

TEST_CASE("draws in lanes are the draws of one at a time", "[law]") {
  rc::prop("uniform and byte noise", [](std::uint32_t word) {
    sim::LanesU words;
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      words[lane] = (word + static_cast<std::uint32_t>(lane)) * 0x9e3779b1u;
    }
    const sim::LanesF u = sim::uniform(words), noise = sim::byte_noise(words);
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      const std::uint32_t one = words[lane];
      RC_ASSERT(u[lane] == sim::uniform(one));
      RC_ASSERT(noise[lane] == sim::byte_noise(one));
    }
  });
  rc::prop("a row's draw", [](std::uint32_t who, std::uint32_t what, std::uint32_t day) {
    const sim::Stream stream = sim::stream(9, 1, 2);
    const sim::PhiloxLanes lanes = sim::draw(stream, sim::LanesU{} + who, what, day, 7);
    const sim::PhiloxBlock one = sim::draw(stream, who, what, day, 7);
    for (std::size_t w = 0; w < 4; ++w) RC_ASSERT(lanes.word[w][0] == one[w]);
  });
}

TEST_CASE("streams: another seed, school or replicate is another stream", "[formula]") {
  const auto key = [](std::uint64_t seed, std::uint32_t school, std::uint32_t replicate) {
    return sim::stream(seed, school, replicate).key;
  };
  CHECK(key(1, 2, 3) == key(1, 2, 3));
  CHECK(key(1, 2, 3) != key(2, 2, 3));
  CHECK(key(1, 2, 3) != key(1, 3, 3));
  CHECK(key(1, 2, 3) != key(1, 2, 4));
  CHECK(key(1, 2, 3) != key(1, 3, 2));
  CHECK(key(1ull << 32, 0, 0) != key(0, 0, 0));  // the seed's upper half counts
}
