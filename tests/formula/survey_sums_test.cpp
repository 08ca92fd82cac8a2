// Sums of answers, worked by hand.

#include <catch2/catch.hpp>
#include <cmath>

#include "cli/survey_tallies.h"

TEST_CASE("two students answer four questions", "[formula]") {
  // 4 4 5 3 and 2 2 4 2: 16 and 10 points, 3 and 1 favourable answers; a third gives none.
  const cli::SurveySums first{1, 1, 16, 256, 3}, second{1, 1, 10, 100, 1}, third{1, 0, 0, 0, 0};
  cli::SurveySums all;
  for (const auto& one : {first, second, third}) all += one;
  CHECK(all.share_answered() == Approx(2.0 / 3));
  CHECK(all.score(4) == Approx(3.25));     // (4 + 2.5)/2
  CHECK(all.score_sd(4) == Approx(0.75));  // both are 0.75 from it
  CHECK(all.share_favourable(4) == Approx(0.5));
}

TEST_CASE("where nobody answers there is no score", "[formula]") {
  const cli::SurveySums silent{5, 0, 0, 0, 0};
  CHECK(silent.share_answered() == 0.0);
  CHECK(std::isnan(silent.score(4)));
  CHECK(std::isnan(silent.score_sd(4)));
  CHECK(std::isnan(silent.share_favourable(4)));
}
