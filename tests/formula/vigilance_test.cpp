// Vigilance and attention, worked by hand.

#include "models/vigilance.h"

#include <catch2/catch.hpp>
#include <cmath>

TEST_CASE("vigilance: worked by hand", "[formula]") {
  const models::VigilanceParameters p{.base = -2, .reading = 3, .belonging = 0.3f, .cost = 0.15f};
  // -2 + 3*0.4 - 0.3*1 = -1.1
  CHECK(models::watch(0.4f, 1.0f, p) == Approx(1 / (1 + std::exp(1.1))));
  CHECK(models::watch(0.0f, 0.0f, p) == Approx(1 / (1 + std::exp(2.0))));
}

TEST_CASE("attention: what vigilance leaves", "[formula]") {
  const models::VigilanceParameters p{.cost = 0.15f};
  CHECK(models::attention(0.0f, p) == 1.0f);
  CHECK(models::attention(0.5f, p) == Approx(0.925));
  CHECK(models::attention(1.0f, p) == Approx(0.85));
}
