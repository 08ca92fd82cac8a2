// Values affirmation: what it takes from the reading of cues, from their sting and from what a
// report card says about belonging.

#include <catch2/catch.hpp>
#include <cmath>

#include "models/appraisal.h"
#include "models/belonging.h"

namespace {
const models::AppraisalParameters kAppraisal{.base = 0.3f,
                                             .belonging = 0.7f,
                                             .lens = 1,
                                             .uncertainty = 1,
                                             .uncertainty_reference = 0.0954f,
                                             .sting = 0.5f,
                                             .discount = 0.25f};
const models::BelongingParameters kBelonging{
    .scale = 7.5f, .limit = 4, .drift = 0.0038f, .drift_reading = 1, .surprise_reading = 1};
}  // namespace

TEST_CASE("affirmation: an uncertain student is less ready to read a cue as being about the group",
          "[formula]") {
  // b_0 0.3, b_B 0.7, b_l 1, b_U 1, U0 0.0954: B 0.5, U 0.4954, lens 0.2, beta 0.25
  // 0.3 - 0.35 - 0.2 + 1 * 0.75 * 0.4 = 0.05
  CHECK(models::readiness(0.5f, 0.4954f, 0.2f, kAppraisal, 0.25f) == Approx(0.05).margin(1e-6));
  CHECK(models::readiness(0.5f, 0.4954f, 0.2f, kAppraisal, 1.0f) == Approx(-0.25).margin(1e-6));
}

TEST_CASE("affirmation: an unwelcoming cue stings less, a welcoming one weighs as before",
          "[formula]") {
  // d1 0.5, d2 0.25, reading 0.4: -1 * (1 + 0.5 * 0.75 * 0.4) = -1.15;  1 * (1 - 0.1) = 0.9
  CHECK(models::appraise(-1.0f, 0.4f, kAppraisal, 0.25f) == Approx(-1.15));
  CHECK(models::appraise(1.0f, 0.4f, kAppraisal, 0.25f) == Approx(0.9));
  CHECK(models::appraise(-1.0f, 0.4f, kAppraisal, 1.0f) == -1.0f);
}

TEST_CASE("affirmation: a report card says less about belonging, and doubt adds less uncertainty",
          "[formula]") {
  // s 7.5, outlook 0.1, chi 1: 0.75 + 0.1 + 1 * 0.5 * 0.4 * -1 = 0.65, within 4 for 4*tanh(0.65/4)
  CHECK(models::belong(0.2f, 0.1f, 0.1f, 0.1f, 0.4f, -1.0f, kBelonging, 0.5f) ==
        Approx(0.2 + 0.1 * (4 * std::tanh(0.65 / 4) - 0.2)));
  // Q0 0.0038, b_Q 1: 0.9 * 0.1 + 0.0038 * (1 + 0.5 * 0.4) = 0.09456
  CHECK(models::uncertain(0.1f, 0.1f, 0.4f, kBelonging, 0.5f) == Approx(0.09456));
}

TEST_CASE("affirmation: none of it changes nothing, and where nothing is in doubt all of it does",
          "[law]") {
  const float x = GENERATE(-1.3f, -0.2f, 0.0f, 0.7f);
  const float beta = GENERATE(0.0f, 0.3f, 1.0f);
  // Without an amount: the formula without a lever, to the bit.
  CHECK(models::readiness(x, 0.3f, 0.4f, kAppraisal, 0.0f) ==
        models::readiness(x, 0.3f, 0.4f, kAppraisal));
  CHECK(models::appraise(x, 0.3f, kAppraisal, 0.0f) == models::appraise(x, 0.3f, kAppraisal));
  // Without doubt the reading is 0 whatever the readiness, and 0 takes the rest with it.
  const float ready = models::readiness(x, 0.3f, 0.4f, kAppraisal, beta);
  const float reading = models::identity_reading(0.0f, ready, 0.5f, 0.5f, kAppraisal);
  CHECK(reading == 0.0f);
  CHECK(models::appraise(x, reading, kAppraisal, beta) == x);
  CHECK(models::belong(x, 0.1f, 0.2f, 0.1f, reading, -0.5f, kBelonging, beta) ==
        models::belong(x, 0.1f, 0.2f, 0.1f, reading, -0.5f, kBelonging));
  CHECK(models::uncertain(0.2f, 0.1f, reading, kBelonging, beta) ==
        models::uncertain(0.2f, 0.1f, reading, kBelonging));
}
