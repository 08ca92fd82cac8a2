// The lens, worked by hand.

#include "models/lens.h"

#include <catch2/catch.hpp>

namespace {

const models::LensParameters kLens{
    .slow_days = 100, .fast_days = 20, .experience_days = 10, .bears_out = 0.35f};

}  // namespace

TEST_CASE("experience: evidence and answered bids, smoothed", "[formula]") {
  // 0.3 + (0.2 + 0.5 - 0.3)/10
  CHECK(models::experience(0.3f, 0.2f, 0.5f, kLens) == Approx(0.34));
}

TEST_CASE("lens: a message raises it, and it returns slowly where experience bears it out",
          "[formula]") {
  // Told: 0.4 + 0.5*0.6 = 0.7. Back towards 0.3: 0.7 - 0.4/100 or, not borne out, 0.7 - 0.4/20.
  CHECK(models::hold(0.4f, 0.3f, 0.5f, 0.5f, kLens) == Approx(0.696));
  CHECK(models::hold(0.4f, 0.3f, 0.2f, 0.5f, kLens) == Approx(0.68));
  CHECK(models::hold(0.4f, 0.3f, 0.35f, 0.5f, kLens) == Approx(0.68));  // just at the threshold
}

TEST_CASE("lens: experience retains it and never makes it", "[formula]") {
  CHECK(models::hold(0.3f, 0.3f, 5.0f, 0.0f, kLens) == 0.3f);
}
