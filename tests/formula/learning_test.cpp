// Learning and marks, worked by hand.

#include "models/learning.h"

#include <catch2/catch.hpp>

namespace {

const models::LearningParameters kLearning{.effort_reference = 0.55f,
                                           .mark_base = 2.6f,
                                           .preparation = 1.2f,
                                           .knowledge = 2.5f,
                                           .vigilance = 0.25f,
                                           .noise = 0.5f,
                                           .advanced_standard = -0.25f};

}  // namespace

TEST_CASE("learning: a year at the reference effort is a year", "[formula]") {
  CHECK(models::effort(0.6f, 0.9f) == Approx(0.54));
  CHECK(models::learned(0.55f * 180, 1.0f, 180, kLearning) == Approx(1.0));
  // 60 * 1.1 / (0.55 * 180) = 66/99
  CHECK(models::learned(60.0f, 1.1f, 180, kLearning) == Approx(2.0 / 3));
  CHECK(models::learned(0.0f, 1.1f, 180, kLearning) == 0.0f);
}

TEST_CASE("mark: worked by hand", "[formula]") {
  // 2.6 - 0.25 + 1.2*0.5 + 2.5*(0.6 - 0.5) - 0.25*0.2 + 0.5*1 = 3.65
  CHECK(models::mark(0.5f, 0.6f, 0.5f, 0.2f, true, 1, kLearning) == Approx(3.65));
  CHECK(models::mark(0, 0.5f, 0.5f, 0, false, 0, kLearning) == Approx(2.6));
}

TEST_CASE("mark: the level's standard moves it by just that much", "[formula]") {
  const float open = models::mark(0.3f, 0.5f, 0.5f, 0.1f, false, -0.2f, kLearning);
  const float advanced = models::mark(0.3f, 0.5f, 0.5f, 0.1f, true, -0.2f, kLearning);
  CHECK(advanced - open == Approx(-0.25).epsilon(1e-5));
}

TEST_CASE("mark: within 0 and 4", "[formula]") {
  CHECK(models::mark(3, 0.5f, 0.5f, 0, false, 0, kLearning) == 4.0f);
  CHECK(models::mark(-3, 0.5f, 0.5f, 0, false, 0, kLearning) == 0.0f);
}
