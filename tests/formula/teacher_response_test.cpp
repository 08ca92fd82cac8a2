// The teacher's response, worked by hand: two strikes.

#include "models/teacher_response.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

const models::ResponseParameters kResponse{.base = -3,
                                           .severity = 1.5f,
                                           .memory = 0.4f,
                                           .relation = 0.5f,
                                           .bias_first = 0.15f,
                                           .bias_again = 1.2f,
                                           .mindset = 0.6f,
                                           .staff_talk = 0.3f,
                                           .suspend_base = -3.2f,
                                           .suspend_severity = 2,
                                           .suspend_prior = 0.3f,
                                           .suspend_longer = 0.5f};

const models::Incident kIncident{.severity = 0.5f,
                                 .ambiguous = true,
                                 .memory = 1,
                                 .discipline = 2,
                                 .relation = 0.4f,
                                 .known = 0.25f,
                                 .propensity = 0.3f,
                                 .bias = 0.8f,
                                 .workload = 0.5f,
                                 .mindset = 0.2f};

/// An ambiguous incident with nothing known and nothing else that matters.
models::Incident ambiguous(float memory, float bias) {
  models::Incident x{};
  x.ambiguous = true;
  x.memory = memory;
  x.bias = bias;
  return x;
}

/// What a bias of 1 adds to the logit at so many remembered incidents.
float bias_acts(float memory) {
  return models::referral_logit(ambiguous(memory, 1), kResponse) -
         models::referral_logit(ambiguous(memory, 0), kResponse);
}

}  // namespace

TEST_CASE("referral: worked by hand", "[formula]") {
  // Strikes: 1 + 0.3*2 = 1.6. Alike for all: -3 + 0.3 + 1.5*0.5 + 0.4*1.6 - 0.5*0.4 = -1.51.
  models::Incident x = kIncident;
  x.ambiguous = false;
  CHECK(models::referral_logit(x, kResponse) == Approx(-1.51));
  // Bias: 0.8 * (0.15 + 1.2*1.6) * 0.75 * 1.5 * 0.8 = 1.4904; mindset: -0.6*0.2 = -0.12.
  CHECK(models::referral_logit(kIncident, kResponse) == Approx(-1.51 + 1.4904 - 0.12));
  CHECK(models::referral_chance(kIncident, kResponse) == Approx(1 / (1 + std::exp(0.1396))));
}

TEST_CASE("two strikes: bias acts little at a first incident and grows with memory", "[formula]") {
  CHECK(bias_acts(0) == Approx(0.15).epsilon(1e-4));
  CHECK(bias_acts(1) == Approx(1.35).epsilon(1e-4));
  CHECK(bias_acts(2) == Approx(2.55).epsilon(1e-4));
  CHECK(bias_acts(5) == bias_acts(2));  // two strikes are all that count
}

TEST_CASE("two strikes: without bias every group meets the same response", "[formula]") {
  models::Incident clear = ambiguous(1.5f, 0), open = clear;
  clear.ambiguous = false;
  CHECK(models::referral_logit(open, kResponse) == models::referral_logit(clear, kResponse));
}

TEST_CASE("bias acts only where an incident is ambiguous", "[formula]") {
  models::Incident clear = kIncident, unbiased = kIncident;
  clear.ambiguous = unbiased.ambiguous = false;
  unbiased.bias = 0;
  CHECK(models::referral_logit(clear, kResponse) == models::referral_logit(unbiased, kResponse));
}

TEST_CASE("a student who is fully known, and a fully empathic teacher: no bias", "[formula]") {
  models::Incident known = ambiguous(2, 1), empathic = ambiguous(2, 1);
  known.known = 1;
  empathic.mindset = 1;
  const float none = models::referral_logit(ambiguous(2, 0), kResponse);
  CHECK(models::referral_logit(known, kResponse) == none);
  CHECK(models::referral_logit(empathic, kResponse) == Approx(none - 0.6));
}

TEST_CASE("suspension: worked by hand, from severity and earlier referrals alone", "[formula]") {
  // -3.2 + 2*0.5 + 0.3*1 = -1.9
  CHECK(models::suspension_chance(0.5f, 1, kResponse) == Approx(1 / (1 + std::exp(1.9))));
}

TEST_CASE("suspension: one to five days, each further day at half the chance", "[formula]") {
  const auto days = [](float u) { return models::suspension_days(u, kResponse); };
  CHECK(days(0.99f) == 1);
  CHECK(days(0.5f) == 1);
  CHECK(days(0.49f) == 2);
  CHECK(days(0.24f) == 3);
  CHECK(days(0.12f) == 4);
  CHECK(days(0.06f) == 5);
  CHECK(days(0.0001f) == 5);
}
