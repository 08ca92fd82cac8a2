// Appraisal, worked by hand.

#include "models/appraisal.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

double sigma(double x) { return 1 / (1 + std::exp(-x)); }

const models::AppraisalParameters kAppraisal{.base = 0.3f,
                                             .belonging = 0.7f,
                                             .relation = 0.8f,
                                             .lens = 1.0f,
                                             .individuation = 0.8f,
                                             .uncertainty = 2.0f,
                                             .uncertainty_reference = 0.1f,
                                             .representation_offset = 0.2f,
                                             .sting = 0.5f,
                                             .discount = 0.25f};

}  // namespace

TEST_CASE("doubt: what representation leaves open, clipped at both ends", "[formula]") {
  CHECK(models::open_doubt(0.6f, 0.5f, kAppraisal) == Approx(0.42));  // 0.6 * (1 - 0.5 + 0.2)
  CHECK(models::open_doubt(0.6f, 1.0f, kAppraisal) == Approx(0.12));
  CHECK(models::open_doubt(0.6f, 0.0f, kAppraisal) == Approx(0.6));  // 1.2 is clipped to 1
  CHECK(models::open_doubt(0.6f, 1.3f, kAppraisal) == 0.0f);
  CHECK(models::open_doubt(0.0f, 0.5f, kAppraisal) == 0.0f);
}

TEST_CASE("doubt: a newcomer has some more of it, and it fades", "[formula]") {
  CHECK(models::doubt_of_newcomer(0.0f, 0.3f) == 0.3f);
  CHECK(models::doubt_of_newcomer(0.4f, 0.3f) == Approx(0.58));  // 1 - 0.6 * 0.7
  CHECK(models::doubt_of_newcomer(0.4f, 0.0f) == 0.4f);
  const models::AppraisalParameters p{.newcomer_days = 90};
  CHECK(models::newness_kept(p) == Approx(std::exp(-1.0 / 90)));
}

TEST_CASE("reading: worked by hand", "[formula]") {
  // 0.3 - 0.7*1 - 1*0.5 + 2*(0.15 - 0.1) = -0.8
  const float ready = models::readiness(1.0f, 0.15f, 0.5f, kAppraisal);
  CHECK(ready == Approx(-0.8));
  // -0.8 - 0.8*0.5 - 0.8*0.25 = -1.4
  CHECK(models::identity_reading(0.42f, ready, 0.5f, 0.25f, kAppraisal) ==
        Approx(0.42 * sigma(-1.4)));
  CHECK(models::identity_reading(0.42f, 0.0f, 0.0f, 0.0f, kAppraisal) == Approx(0.21));
}

TEST_CASE("evidence: an unwelcoming cue stings more, a welcoming one counts less", "[formula]") {
  CHECK(models::appraise(-1.0f, 0.4f, kAppraisal) == Approx(-1.2));  // * (1 + 0.5*0.4)
  CHECK(models::appraise(2.0f, 0.4f, kAppraisal) == Approx(1.8));    // * (1 - 0.25*0.4)
  CHECK(models::appraise(0.0f, 0.4f, kAppraisal) == 0.0f);
}
