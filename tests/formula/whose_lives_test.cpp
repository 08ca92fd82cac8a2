// Whose lives are shown when nobody is named, by hand.

#include "models/whose_lives.h"

#include <catch2/catch.hpp>

using models::one_of, models::Whose;

TEST_CASE("the one who differs most differs most in either direction", "[formula]") {
  const std::vector<float> before{1, 1, 1, 1}, after{1.5f, 0.25f, 1.25f, 1};
  const auto most = one_of(before, after, Whose::most);
  CHECK(most.student == 1);
  CHECK(most.apart == -0.75f);
}

TEST_CASE("the one in the middle has as many on either side", "[formula]") {
  const std::vector<float> before{0, 0, 0, 0, 0}, after{0.5f, -1, 0.125f, 0.25f, 2};
  const auto middle = one_of(before, after, Whose::middle);  // -1 .125 .25 .5 2
  CHECK(middle.student == 3);
  CHECK(middle.apart == 0.25f);
  const std::vector<float> four{0, 0, 0, 0}, later{4, 3, 2, 1};
  CHECK(one_of(four, later, Whose::middle).student == 2);  // of two in the middle the lower
}

TEST_CASE("of equals the lowest number is shown", "[formula]") {
  const std::vector<float> before(5, 0.0f), same(5, 0.0f), both{0, 1, 0, -1, 1};
  CHECK(one_of(before, same, Whose::most).student == 0);
  CHECK(one_of(before, same, Whose::middle).student == 2);  // 0 1 2 3 4
  CHECK(one_of(before, both, Whose::most).student == 1);
  CHECK(one_of(before, both, Whose::middle).student == 2);  // -1 0 0 1 1
  const std::vector<float> alone{0.5f};
  CHECK(one_of(alone, alone, Whose::middle).student == 0);
}
