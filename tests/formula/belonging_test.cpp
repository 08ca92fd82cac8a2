// Belonging as Bayesian tracking, worked by hand.

#include "models/belonging.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "models/appraisal.h"

namespace {

const models::BelongingParameters kBelonging{.scale = 6,
                                             .limit = 4,
                                             .drift = 0.01f,
                                             .drift_reading = 1.5f,
                                             .evidence_variance = 1.8f,
                                             .surprise_reading = 2,
                                             .surprise_days = 15};

}  // namespace

TEST_CASE("belonging: a day's evidence, worked by hand", "[formula]") {
  const float weight = models::evidence_weight(0.2f, kBelonging);
  CHECK(weight == Approx(0.1));  // 0.2 / (0.2 + 1.8)
  // outlook 0.3: the day speaks for 6*0.5 + 0.3 + 2*0.4*(-0.5) = 2.9, within 4 for 4*tanh(2.9/4)
  CHECK(models::belong(1.0f, weight, 0.5f, 0.3f, 0.4f, -0.5f, kBelonging) ==
        Approx(1 + 0.1 * (4 * std::tanh(2.9 / 4) - 1)));
  CHECK(models::belong(0.0f, 1.0f, 50.0f, 0.0f, 0.0f, 0.0f, kBelonging) == Approx(4));
  CHECK(models::belong(1.0f, 0.0f, 0.5f, 0.3f, 0.4f, -0.5f, kBelonging) == 1.0f);
}

TEST_CASE("belonging: a report card's surprise counts only where cues may be about the group",
          "[formula]") {
  CHECK(models::belong(1.0f, 0.1f, 0.5f, 0.3f, 0.0f, -2.0f, kBelonging) ==
        models::belong(1.0f, 0.1f, 0.5f, 0.3f, 0.0f, 0.0f, kBelonging));
}

TEST_CASE("uncertainty: a day in school and a day away", "[formula]") {
  // 0.9*0.2 + 0.01*(1 + 1.5*0.4) = 0.18 + 0.016
  CHECK(models::uncertain(0.2f, 0.1f, 0.4f, kBelonging) == Approx(0.196));
  CHECK(models::uncertain(0.2f, 0.0f, 0.0f, kBelonging) == Approx(0.21));
}

TEST_CASE("surprise: an e-th part is left after its days", "[formula]") {
  float left = 1;
  for (int day = 0; day < 15; ++day) left *= models::surprise_kept(kBelonging);
  CHECK(left == Approx(std::exp(-1.0)));
}

TEST_CASE("uncertainty settles where its reference is said to be", "[formula]") {
  const models::BelongingParameters p;
  float u = 1;
  for (int day = 0; day < 2000; ++day) {
    u = models::uncertain(u, models::evidence_weight(u, p), 0.0f, p);
  }
  // w*U = Q0 there, so U = (Q0 + sqrt(Q0^2 + 4*Q0*Rv)) / 2.
  const double q = p.drift;
  CHECK(u == Approx((q + std::sqrt(q * q + 4 * q * p.evidence_variance)) / 2).epsilon(1e-3));
  CHECK(u == Approx(models::AppraisalParameters().uncertainty_reference).epsilon(0.06));
}
