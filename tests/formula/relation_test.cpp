// Relation, trust and what a teacher knows of a student, worked by hand.

#include "models/relation.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

const models::RelationParameters kRelation{.approach = 1.6f,
                                           .approach_reading = 1.5f,
                                           .approach_lens = 0.6f,
                                           .pace = 0.1f,
                                           .engagement = 0.3f,
                                           .engagement_reference = 0.6f,
                                           .known = 0.15f,
                                           .trust_pace = 0.01f,
                                           .known_answered = 0.01f,
                                           .known_talk = 0.008f,
                                           .known_fades = 0.006f};

}  // namespace

TEST_CASE("approach: a reading holds a student back, the lens undoes part of it", "[formula]") {
  // 1.6 - 1.5*0.4*(1 - 0.6*0.5) = 1.6 - 0.42 = 1.18
  CHECK(models::approach(0.4f, 0.5f, kRelation) == Approx(1 / (1 + std::exp(-1.18))));
  // With no reading the lens has nothing to undo.
  CHECK(models::approach(0.0f, 0.0f, kRelation) == models::approach(0.0f, 1.0f, kRelation));
}

TEST_CASE("relation: worked by hand, and held within its limits", "[formula]") {
  // 0.2 + 0.1 * (0.5 + 0.3*(0.8 - 0.6) + 0.15*0.4 - 0.2) = 0.2 + 0.1*0.42
  CHECK(models::relate(0.2f, 0.5f, 0.8f, 0.4f, kRelation) == Approx(0.242));
  models::RelationParameters fast = kRelation;
  fast.pace = 1;
  fast.engagement = 2;
  CHECK(models::relate(1.0f, 1.0f, 1.0f, 1.0f, fast) == 1.2f);  // 1 + 0.8 + 0.15
  fast.engagement_reference = 1;
  CHECK(models::relate(-1.2f, 0.0f, 0.0f, 0.0f, fast) == -1.2f);  // -2
}

TEST_CASE("known: answered bids and team talk teach, the rest fades", "[formula]") {
  // 0.5 + 0.5*(0.01*0.6 + 0.008*1) - 0.006*0.5 = 0.5 + 0.007 - 0.003
  CHECK(models::know(0.5f, 0.6f, 1.0f, kRelation) == Approx(0.504));
  CHECK(models::know(0.5f, 0.0f, 0.0f, kRelation) == Approx(0.497));  // a day away
  CHECK(models::know(0.0f, 0.0f, 0.0f, kRelation) == 0.0f);
}

TEST_CASE("trust: a small step to the mean relation", "[formula]") {
  CHECK(models::trust(0.2f, 0.7f, kRelation) == Approx(0.205));
}
