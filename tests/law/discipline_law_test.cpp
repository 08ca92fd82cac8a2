// Laws of incidents and of the teacher's response, for any legal parameters.

#include <rapidcheck/catch.h>

#include "models/behaviour.h"
#include "models/lever.h"
#include "models/teacher_response.h"
#include "tests/law/any_value.h"

namespace {

using any_value::pair;
using any_value::parameters;
using any_value::real;

models::Incident any_incident() {
  models::Incident x;
  x.severity = real(0, 1);
  x.ambiguous = *rc::gen::arbitrary<bool>();
  x.memory = real(0, 5);
  x.discipline = real(0, 5);
  x.relation = real(-1.2f, 1.2f);
  x.known = real(0, 1);
  x.propensity = real(-2, 4);
  x.bias = real(0, 5);
  x.workload = real(0, 1);
  x.mindset = real(0, 1);
  return x;
}

}  // namespace

TEST_CASE("incidents: engagement, relation and trust never raise their rate", "[law]") {
  rc::prop("a class event", [] {
    const auto p = parameters<models::BehaviourParameters>();
    const auto engagement = pair(0, 1), relation = pair(-1.2f, 1.2f), trust = pair(-1.2f, 1.2f);
    const float temperament = real(-3, 3), season = real(-1, 1), discipline = real(0, 5);
    const float often = models::incident_rate(
        models::incident_base(temperament, engagement.less, trust.less, season, p), relation.less,
        discipline, p);
    const float seldom = models::incident_rate(
        models::incident_base(temperament, engagement.more, trust.more, season, p), relation.more,
        discipline, p);
    RC_ASSERT(seldom > 0.0f);
    RC_ASSERT(seldom <= often * (1 + 1e-6f));
    RC_ASSERT(models::incident_chance(often) >= 0.0f);
    RC_ASSERT(models::incident_chance(often) <= 1.0f);
  });
}

// The day's sweep looks for incidents only in groups of rows in which some draw lies below its
// rate. Draws are odd multiples of 2^-24 and chances are multiples of it, so a chance may exceed
// its rate by rounding, but not by as much as 2^-24.
TEST_CASE("incidents: a draw that is not below the rate is not below the chance", "[law]") {
  bool holds = true;
  for (float rate = 1e-8f; rate < 2; rate *= 1.00005f) {
    holds = holds && models::incident_chance(rate) - rate < 0x1p-24f;
  }
  CHECK(holds);
}

TEST_CASE("referral: relation, being known and an empathic mindset never make it likelier",
          "[law]") {
  const auto never_raises = [](float models::Incident::*member, float lo, float hi) {
    const auto p = parameters<models::ResponseParameters>();
    const auto [less, more] = pair(lo, hi);
    models::Incident a = any_incident(), b = a;
    a.*member = less;
    b.*member = more;
    RC_ASSERT(models::referral_logit(b, p) <= models::referral_logit(a, p));
  };
  rc::prop("relation", [&] { never_raises(&models::Incident::relation, -1.2f, 1.2f); });
  rc::prop("known", [&] { never_raises(&models::Incident::known, 0, 1); });
  rc::prop("mindset", [&] { never_raises(&models::Incident::mindset, 0, 1); });
}

TEST_CASE("referral: severity, memory, talk, bias and workload never make it less likely",
          "[law]") {
  const auto never_lowers = [](float models::Incident::*member, float lo, float hi) {
    const auto p = parameters<models::ResponseParameters>();
    const auto [less, more] = pair(lo, hi);
    models::Incident a = any_incident(), b = a;
    a.*member = less;
    b.*member = more;
    RC_ASSERT(models::referral_logit(a, p) <= models::referral_logit(b, p));
  };
  rc::prop("severity", [&] { never_lowers(&models::Incident::severity, 0, 1); });
  rc::prop("memory", [&] { never_lowers(&models::Incident::memory, 0, 5); });
  rc::prop("discipline", [&] { never_lowers(&models::Incident::discipline, 0, 5); });
  rc::prop("bias", [&] { never_lowers(&models::Incident::bias, 0, 5); });
  rc::prop("workload", [&] { never_lowers(&models::Incident::workload, 0, 1); });
}

TEST_CASE("referral: without bias, who the student is makes no difference", "[law]") {
  rc::prop("known and workload act through bias alone", [] {
    const auto p = parameters<models::ResponseParameters>();
    models::Incident a = any_incident(), b = a;
    a.bias = b.bias = 0;
    b.known = real(0, 1);
    b.workload = real(0, 1);
    RC_ASSERT(models::referral_logit(a, p) == models::referral_logit(b, p));
  });
}

TEST_CASE("suspension: a chance, and one to five whole days", "[law]") {
  rc::prop("a referral", [] {
    const auto p = parameters<models::ResponseParameters>();
    const float chance = models::suspension_chance(real(0, 1), real(0, 50), p);
    RC_ASSERT(chance >= 0.0f);
    RC_ASSERT(chance <= 1.0f);
    const auto u = pair(0x1p-24f, 1 - 0x1p-24f);
    const float longer = models::suspension_days(u.less, p);
    const float shorter = models::suspension_days(u.more, p);
    RC_ASSERT(shorter >= 1.0f);
    RC_ASSERT(longer <= 5.0f);
    RC_ASSERT(shorter <= longer);
    RC_ASSERT(static_cast<float>(static_cast<int>(longer)) == longer);
  });
}

TEST_CASE("lever: its dose is a share, 1 on open days, and only fades after them", "[law]") {
  rc::prop("a schedule", [](std::uint8_t start, std::uint8_t days, std::uint8_t booster) {
    models::Schedule schedule;
    schedule.start = start;
    schedule.days = days;
    schedule.every = *rc::gen::inRange(0u, 20u);
    schedule.open_for = *rc::gen::inRange(0u, 20u);
    schedule.boosters = *rc::gen::inRange(0u, 2u);
    schedule.booster[0] = booster;
    schedule.decay_days = real(0, 40);
    float before = 0;
    for (std::uint32_t day = 0; day < 250; ++day) {
      const float dose = models::dose(schedule, day);
      RC_ASSERT(dose >= 0.0f);
      RC_ASSERT(dose <= 1.0f);
      if (models::open(schedule, day)) {
        RC_ASSERT(dose == 1.0f);
      } else {
        RC_ASSERT(dose <= before);
      }
      before = dose;
    }
  });
}
