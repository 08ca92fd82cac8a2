// Teacher practice, worked by hand.

#include "models/practice.h"

#include <catch2/catch.hpp>

namespace {

const models::PracticeParameters kPractice{
    .dose = 0.15f, .advisors = 0.04f, .seen = 0.3f, .fades = 0.03f, .lag_weeks = 4, .goal = 0.8f};

}  // namespace

TEST_CASE("practice: a week of learning, advice, a gap seen and fading", "[formula]") {
  // 0.2 + 0.15*0.5*0.8 + 0.04*0.1 + 0.3*0.3*0.8 - 0.03*0.2*0.5 = 0.2 + 0.06 + 0.004 + 0.072 - 0.003
  CHECK(models::practise(0.2f, 0.5f, 0.1f, 0.3f, 0.5f, kPractice) == Approx(0.333));
  CHECK(models::practise(0.2f, 0, 0, 0, 0, kPractice) == Approx(0.194));
  CHECK(models::practise(0.2f, 0, 0, 0, 1, kPractice) == 0.2f);  // follow-up keeps it alive
}

TEST_CASE("practice met: a quarter of the way each week", "[formula]") {
  CHECK(models::met(0.1f, 0.5f, kPractice) == Approx(0.2));
}

TEST_CASE("gap seen: how far the lowest rating lies below the goal", "[formula]") {
  CHECK(models::gap_seen(0.55f, kPractice) == Approx(0.25));
  CHECK(models::gap_seen(0.9f, kPractice) == 0.0f);
  CHECK(models::gap_seen(0.8f, kPractice) == 0.0f);
}
