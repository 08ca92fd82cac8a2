// Absence, worked by hand.

#include "models/attendance.h"

#include <catch2/catch.hpp>
#include <cmath>

TEST_CASE("absence: worked by hand", "[formula]") {
  const models::AttendanceParameters p{.base = -3,
                                       .engagement = 1.5f,
                                       .engagement_reference = 0.6f,
                                       .belonging = 0.15f,
                                       .era = 0.8f};
  // -3 + 0.8 + 0.5 - 1.5*(0.8 - 0.6) - 0.15*1 - 0.3 = -2.45
  CHECK(models::absence_chance(0.5f, 0.8f, 1.0f, 0.3f, p) == Approx(1 / (1 + std::exp(2.45))));
  // At all references: base and era only.
  CHECK(models::absence_chance(0.0f, 0.6f, 0.0f, 0.0f, p) == Approx(1 / (1 + std::exp(2.2))));
}
