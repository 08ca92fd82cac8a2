// The gain of the feedback loops: worked by hand where everything is linear, and the larger the
// stronger an arrow of the loop.

#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "models/stability.h"

namespace {

using models::LoopGains;
using models::Parameters;
using models::ReferencePoint;

/// Nothing is in doubt, and only the arrows of the loops have weight:
///   B = 2 * (0.5 R + ...)   E = sigma(0.4 B)   referrals = 0.5 * exp(-(E - 1/2))
Parameters linear() {
  Parameters p;
  p.belonging.scale = 2;
  p.belonging.limit = 20;  // far away
  p.cue.relation = 0.5f;
  p.engagement.base = p.engagement.relation = p.engagement.friends = p.engagement.norm = 0;
  p.engagement.marks = p.engagement.vigilance = 0;
  p.engagement.belonging = 0.4f;
  p.engagement.pace = 1;
  p.relation.engagement = 0.3f;
  p.relation.pace = 0.03f;
  p.behaviour.base = p.behaviour.relation = p.behaviour.trust = p.behaviour.discipline = 0;
  p.behaviour.engagement = 1;
  p.behaviour.engagement_reference = 0.5f;
  p.response.base = p.response.severity = p.response.memory = p.response.relation = 0;
  p.response.bias_first = p.response.bias_again = p.response.mindset = 0;
  p.response.cost_relation = 0.03f;
  p.response.cue = 0.5f;
  return p;
}

ReferencePoint nobody_doubts() {
  ReferencePoint at;
  at.belonging = at.doubt = 0;
  at.engagement = 0.5f;
  return at;
}

}  // namespace

TEST_CASE("loop gains: worked by hand", "[formula]") {
  const LoopGains gains = models::loop_gains(linear(), nobody_doubts());
  // dB/dR = 2 * 0.5 = 1; dE/dB = 0.4 / 4 = 0.1; dR/dE = 0.3.
  CHECK(gains.relation == Approx(0.03).epsilon(0.002));
  // A referral costs 0.03 / 0.03 = 1 of relation, so 1 of B, and 0.5 of a cue, so 0.5 * 2 = 1 of B.
  // dE/dB = 0.1; d referrals / dE = -0.5. Together 2 * 0.1 * 0.5.
  CHECK(gains.discipline == Approx(0.1).epsilon(0.002));
}

TEST_CASE("loop gains: recent discipline feeds itself, worked by hand", "[formula]") {
  Parameters p = linear();
  p.engagement.belonging = 0;  // cuts the way through engagement
  p.behaviour.base = -5;
  p.behaviour.discipline = 0.25f;
  p.behaviour.discipline_days = 30;
  const LoopGains gains = models::loop_gains(p, nobody_doubts());
  CHECK(gains.relation == 0.0f);
  // 0.5 * exp(-5) * (exp(0.25 * 0.1) - 1) / 0.1 a class, 6 classes, 30 days.
  const double by_hand = 0.5 * std::exp(-5.0) * (std::exp(0.025) - 1) / 0.1 * 6 * 30;
  CHECK(gains.discipline == Approx(by_hand).epsilon(0.002));
}

TEST_CASE("loop gains: never smaller when an arrow of the loop is stronger", "[law]") {
  struct Arrow {
    std::string name;
    bool relation, discipline;  ///< which loops it is in
    std::function<void(Parameters&, float)> times;
  };
  const std::vector<Arrow> arrows{
      {"engagement in relation", true, false,
       [](Parameters& p, float k) { p.relation.engagement *= k; }},
      {"relation in cue", true, true, [](Parameters& p, float k) { p.cue.relation *= k; }},
      {"belonging in engagement", true, true,
       [](Parameters& p, float k) { p.engagement.belonging *= k; }},
      {"engagement in incidents", false, true,
       [](Parameters& p, float k) { p.behaviour.engagement *= k; }},
      {"what a referral takes from the relation", false, true,
       [](Parameters& p, float k) { p.response.cost_relation *= k; }},
      {"what a referral takes from the cue", false, true,
       [](Parameters& p, float k) { p.response.cue *= k; }},
      {"recent discipline in incidents", false, true,
       [](Parameters& p, float k) { p.behaviour.discipline *= k; }},
      {"how long discipline is recent", false, true,
       [](Parameters& p, float k) { p.behaviour.discipline_days *= k; }},
  };
  for (const Arrow& arrow : arrows) {
    INFO(arrow.name);
    LoopGains last{-1, -1};
    for (const float times : {0.25f, 0.5f, 1.0f, 1.5f, 2.0f}) {
      Parameters p;
      // Engagement at E0 of incidents, so that a stronger protection does not change their number.
      p.behaviour.engagement_reference = ReferencePoint{}.engagement;
      arrow.times(p, times);
      const LoopGains gains = models::loop_gains(p);
      CAPTURE(times, gains.relation, gains.discipline);
      if (arrow.relation) CHECK(gains.relation > last.relation);
      if (arrow.discipline) CHECK(gains.discipline > last.discipline);
      last = gains;
    }
  }
}
