// Cues and representation, worked by hand.

#include "models/cues.h"

#include <catch2/catch.hpp>

#include "models/representation.h"

namespace {

const models::CueParameters kCue{.level = -0.6f,
                                 .support = 1.2f,
                                 .support_reference = 0.55f,
                                 .relation = 0.8f,
                                 .feedback = 0.12f,
                                 .mark_standard = 2.5f,
                                 .peers = 0.5f,
                                 .warmth = 0.4f,
                                 .norm_reference = 0.6f,
                                 .representation = 0.5f,
                                 .noise = 0.6f};

}  // namespace

TEST_CASE("cue: what stays of it, worked by hand", "[formula]") {
  // -0.6 + 1.2*(0.75 - 0.55) + 0.5*0.4 + 0.5*(-0.1) = -0.6 + 0.24 + 0.2 - 0.05
  CHECK(models::setting_cue(0.75f, 0.4f, -0.1f, kCue) == Approx(-0.21));
  CHECK(models::setting_cue(0.55f, 0, 0, kCue) == Approx(-0.6));
}

TEST_CASE("cue: one class event, worked by hand", "[formula]") {
  // 0.1 + 0.8*0.5 + 0.5*0.4*(0.7 - 0.6) + 0.6*(-1) = 0.1 + 0.4 + 0.02 - 0.6
  CHECK(models::cue(0.1f, 0.5f, 0.7f, -1.0f, kCue) == Approx(-0.08));
  CHECK(models::cue(0.25f, 0.0f, 0.6f, 0.0f, kCue) == Approx(0.25));
}

TEST_CASE("cue: work given back counts from the course's standard", "[formula]") {
  CHECK(models::feedback_cue(3.5f, 0.0f, kCue) == Approx(0.12));
  CHECK(models::feedback_cue(1.5f, 0.0f, kCue) == Approx(-0.12));
  CHECK(models::feedback_cue(1.5f, 0.3f, kCue) == Approx(0.18));  // a wise frame adds warmth
  CHECK(models::feedback_cue(2.5f, 0.0f, kCue) == 0.0f);
}

TEST_CASE("representation: peers, teacher and materials by their weights", "[formula]") {
  const models::RepresentationParameters p{.peers = 0.5f, .teacher = 0.25f, .materials = 0.25f};
  // 0.5*0.4 + 0.25*1 + 0.25*0.8 = 0.65
  CHECK(models::representation(0.4f, true, 0.8f, p) == Approx(0.65));
  CHECK(models::representation(0.4f, false, 0.8f, p) == Approx(0.40));
  CHECK(models::representation(1, true, 1, p) == 1.0f);
  CHECK(models::representation(0, false, 0, p) == 0.0f);
}

TEST_CASE("representation: only the weights' proportions count", "[formula]") {
  const models::RepresentationParameters whole{.peers = 1, .teacher = 0.5f, .materials = 0.5f};
  CHECK(models::representation(0.4f, true, 0.8f, whole) == Approx(0.65));
  const models::RepresentationParameters none{.peers = 0, .teacher = 0, .materials = 0};
  CHECK(models::representation(0.4f, true, 0.8f, none) == 0.5f);
}
