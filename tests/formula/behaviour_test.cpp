// Incidents, worked by hand.

#include "models/behaviour.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

const models::BehaviourParameters kBehaviour{.base = -5,
                                             .engagement = 1.5f,
                                             .engagement_reference = 0.6f,
                                             .relation = 0.5f,
                                             .trust = 0.3f,
                                             .discipline = 0.25f,
                                             .discipline_days = 30};

}  // namespace

TEST_CASE("incidents: the rate, worked by hand", "[formula]") {
  // -5 + 0.1 + 0.5 - 1.5*(0.8 - 0.6) - 0.3*0.5 = -4.85
  const float today = models::incident_base(0.5f, 0.8f, 0.5f, 0.1f, kBehaviour);
  CHECK(today == Approx(-4.85));
  // -4.85 - 0.5*0.5 + 0.25*1 = -4.85
  CHECK(models::incident_rate(today, 0.5f, 1.0f, kBehaviour) == Approx(std::exp(-4.85)));
}

TEST_CASE("incidents: recent discipline counts up to two", "[formula]") {
  CHECK(models::incident_rate(-4.0f, 0.0f, 2.0f, kBehaviour) == Approx(std::exp(-3.5)));
  CHECK(models::incident_rate(-4.0f, 0.0f, 7.0f, kBehaviour) ==
        models::incident_rate(-4.0f, 0.0f, 2.0f, kBehaviour));
}

TEST_CASE("incidents: the chance of at least one", "[formula]") {
  CHECK(models::incident_chance(0.5f) == Approx(1 - std::exp(-0.5)));
  CHECK(models::incident_chance(0.0f) == 0.0f);
  CHECK(models::incident_chance(80.0f) == 1.0f);
}

TEST_CASE("discipline: an e-th part is left after its days", "[formula]") {
  float left = 1;
  for (int day = 0; day < 30; ++day) left *= models::discipline_kept(kBehaviour);
  CHECK(left == Approx(std::exp(-1.0)));
}
