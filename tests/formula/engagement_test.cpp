// Engagement, worked by hand.

#include "models/engagement.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

const models::EngagementParameters kEngagement{.base = -0.1f,
                                               .pace = 0.1f,
                                               .reference = 0.6f,
                                               .belonging = 0.3f,
                                               .relation = 0.6f,
                                               .friends = 0.8f,
                                               .norm = 0.5f,
                                               .marks = 0.1f,
                                               .vigilance = 0.4f};

}  // namespace

TEST_CASE("engagement: worked by hand", "[formula]") {
  // base -0.1, season 0.1, belonging 0.3*1, relation 0.6*0.5, friends 0.8*(0.8 - 0.6),
  // class 0.5*(0.4 - 0.6), marks 0.1*3, vigilance -0.4*0.5: together 0.76
  const double pull = 1 / (1 + std::exp(-0.76));
  CHECK(models::engage(0.5f, 1.0f, 0.5f, 0.8f, 0.4f, 3.0f, 0.5f, 0.1f, kEngagement) ==
        Approx(0.5 + 0.1 * (pull - 0.5)));
}

TEST_CASE("engagement: friends and classes at the reference pull neither way", "[formula]") {
  // Only the base is left: sigma(-0.1).
  const double rest = 1 / (1 + std::exp(0.1));
  CHECK(models::engage(0.5f, 0.0f, 0.0f, 0.6f, 0.6f, 0.0f, 0.0f, 0.0f, kEngagement) ==
        Approx(0.5 + 0.1 * (rest - 0.5)));
}

TEST_CASE("engagement: it comes to rest where it is pulled", "[formula]") {
  float engagement = 0.2f;
  for (int day = 0; day < 300; ++day) {
    engagement = models::engage(engagement, 0.0f, 0.0f, 0.6f, 0.6f, 0.0f, 0.0f, 0.5f, kEngagement);
  }
  CHECK(engagement == Approx(1 / (1 + std::exp(-0.4))));
}
