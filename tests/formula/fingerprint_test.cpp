// The fingerprint: XXH3 as its authors give it, and order matters.

#include "sim/kernel/fingerprint.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "sim/run/fingerprint_text.h"

namespace {

std::string hex(const sim::Fingerprint& fingerprint) { return sim::hex_text(fingerprint.value()); }

}  // namespace

TEST_CASE("fingerprint: of nothing, XXH3-128 has a published value", "[formula]") {
  CHECK(hex(sim::Fingerprint()) == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("fingerprint: in pieces or at once, it is XXH3-128 of the bytes", "[formula]") {
  const std::size_t count = GENERATE(1u, 3u, 60u, 61u, 100u, 5000u);
  std::vector<std::uint32_t> values(count);
  for (std::uint32_t k = 0; k < count; ++k) values[k] = k * 0x9e3779b1u;
  const XXH128_hash_t whole = XXH3_128bits(values.data(), values.size() * 4);
  sim::Fingerprint pieces, at_once;
  for (const std::uint32_t value : values) pieces.add(value);
  at_once.add(std::span<const std::uint32_t>(values));
  CHECK(pieces.value() == sim::Fingerprint::Value{whole.high64, whole.low64});
  CHECK(at_once.value() == pieces.value());
}

TEST_CASE("fingerprint: order matters, and so does every bit", "[formula]") {
  const auto of = [](std::uint32_t a, std::uint32_t b) {
    sim::Fingerprint f;
    f.add(a);
    f.add(b);
    return hex(f);
  };
  CHECK(of(1, 2) == of(1, 2));
  CHECK(of(1, 2) != of(2, 1));
  for (std::uint32_t bit = 0; bit < 32; ++bit) CHECK(of(1, 2) != of(1, 2u ^ 1u << bit));
}

TEST_CASE("fingerprint: a plain struct is its numbers, and floats are their bits", "[formula]") {
  struct Plain {
    float x;
    std::uint32_t y;
  };
  sim::Fingerprint as_struct, as_numbers, negative_zero;
  as_struct.add_plain(Plain{0.0f, 5});
  as_numbers.add(0.0f);
  as_numbers.add(std::uint32_t{5});
  negative_zero.add(-0.0f);
  negative_zero.add(std::uint32_t{5});
  CHECK(as_struct.value() == as_numbers.value());
  CHECK_FALSE(as_numbers.value() == negative_zero.value());
}

TEST_CASE("fingerprint: 32 hexadecimal digits, high half first, leading zeros kept", "[formula]") {
  char text[33];
  sim::write_hex({0x0123456789abcdefu, 0x00000000000000ffu}, text);
  CHECK(std::string(text) == "0123456789abcdef00000000000000ff");
}
