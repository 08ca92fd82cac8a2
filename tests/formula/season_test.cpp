// The season, worked by hand on a calendar with one break, before day 58.

#include "models/season.h"

#include <catch2/catch.hpp>

namespace {

sim::Calendar one_break() {
  sim::Calendar calendar;
  calendar.break_count = 1;
  calendar.breaks = {58};
  return calendar;
}

}  // namespace

TEST_CASE("strain: grows for 40 school days and starts anew after a break", "[formula]") {
  const auto c = one_break();
  CHECK(models::strain(c, 0) == 0.0f);
  CHECK(models::strain(c, 20) == Approx(0.5));
  CHECK(models::strain(c, 40) == 1.0f);
  CHECK(models::strain(c, 57) == 1.0f);
  CHECK(models::strain(c, 58) == 0.0f);
  CHECK(models::strain(c, 68) == Approx(0.25));
}

TEST_CASE("anticipation: the last five school days before a break or the year's end", "[formula]") {
  const auto c = one_break();
  CHECK(models::anticipation(c, 52) == 0.0f);
  CHECK(models::anticipation(c, 53) == 1.0f);
  CHECK(models::anticipation(c, 57) == 1.0f);
  CHECK(models::anticipation(c, 58) == 0.0f);
  CHECK(models::anticipation(c, 174) == 0.0f);
  CHECK(models::anticipation(c, 175) == 1.0f);
}

TEST_CASE("season: strain takes engagement and adds incidents, a coming break the other way",
          "[formula]") {
  const auto c = one_break();
  const models::SeasonParameters p{.engagement_strain = 0.25f,
                                   .engagement_anticipation = 0.1f,
                                   .incident_strain = 0.2f,
                                   .incident_anticipation = 0.25f};
  CHECK(models::season_engagement(c, 20, p) == Approx(-0.125));
  CHECK(models::season_incidents(c, 20, p) == Approx(0.1));
  CHECK(models::season_engagement(c, 55, p) == Approx(-0.15));  // 0.1 - 0.25
  CHECK(models::season_incidents(c, 55, p) == Approx(-0.05));   // 0.2 - 0.25
}
