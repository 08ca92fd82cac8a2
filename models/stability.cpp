#include "models/stability.h"

namespace models {
namespace {

constexpr float kStep = 0.05f;

/// Slope of f at x.
template <class F>
float slope(F f, float x) {
  return (f(x + kStep) - f(x - kStep)) / (2 * kStep);
}

class Loops {
 public:
  Loops(const Parameters& p, const ReferencePoint& at) : p_(p), at_(at) {}

  float reading(float belonging, float relation) const {
    const float ready =
        readiness(belonging, p_.appraisal.uncertainty_reference, at_.lens, p_.appraisal);
    return identity_reading(at_.doubt, ready, relation, at_.known, p_.appraisal);
  }

  /// Where engagement settles for this belonging and relation.
  float engagement(float belonging, float relation) const {
    const float vigilance = watch(reading(belonging, relation), belonging, p_.vigilance);
    // Friends and norm follow the student's own engagement in steady state: iterate to rest.
    float e = at_.engagement;
    for (int k = 0; k < 400; ++k) {
      e = engage(e, belonging, relation, e, e, at_.mark, vigilance, 0.0f, p_.engagement);
    }
    return e;
  }

  /// Where belonging settles, given what a day's classes say.
  float belonging(float relation, float extra_evidence) const {
    float b = at_.belonging;
    for (int k = 0; k < 60; ++k) {
      const float pi = reading(b, relation);
      const float setting = setting_cue(at_.support, 0.3f, -0.05f, p_.cue);
      const float c = cue(setting, relation, at_.norm, 0.0f, p_.cue);
      const float evidence = appraise(c, pi, p_.appraisal) + extra_evidence;
      b = settles_at(p_.belonging.scale * evidence, p_.belonging);
    }
    return b;
  }

  /// Referrals in one class event.
  float referrals(float engagement_now, float discipline) const {
    const float base = incident_base(0.0f, engagement_now, at_.trust, 0.0f, p_.behaviour);
    const float rate = incident_rate(base, at_.relation, discipline, p_.behaviour);
    float chance = 0;
    for (const bool ambiguous : {false, true}) {
      Incident incident{0.5f,      ambiguous,      discipline, discipline,   at_.relation,
                        at_.known, at_.propensity, at_.bias,   at_.workload, at_.mindset};
      const float share = ambiguous ? p_.behaviour.ambiguous : 1.0f - p_.behaviour.ambiguous;
      chance += share * referral_chance(incident, p_.response);
    }
    return rate * chance;
  }

  float relation_per_engagement() const { return p_.relation.engagement; }

 private:
  const Parameters& p_;
  const ReferencePoint& at_;
};

}  // namespace

LoopGains loop_gains(const Parameters& p, const ReferencePoint& at) {
  const Loops loops(p, at);
  const float e_of_b =
      slope([&](float b) { return loops.engagement(b, at.relation); }, at.belonging);
  const float b_of_r = slope([&](float r) { return loops.belonging(r, 0.0f); }, at.relation);
  const float b_of_evidence = slope([&](float y) { return loops.belonging(at.relation, y); }, 0.0f);

  // A referral lowers the pair's relation until it recovers, and is one class's cue; recent
  // discipline raises incidents until it fades.
  const float referrals_of_e =
      slope([&](float e) { return loops.referrals(e, 0.0f); }, at.engagement);
  const float relation_lost = p.response.cost_relation / p.relation.pace;
  const float own_feedback =
      slope([&](float h) { return loops.referrals(at.engagement, h); }, kStep) * at.classes_a_day *
      p.behaviour.discipline_days;
  const float per_referral = -relation_lost * b_of_r - p.response.cue * b_of_evidence;
  LoopGains gains;
  gains.discipline = e_of_b * referrals_of_e * per_referral + own_feedback;
  gains.relation = b_of_r * e_of_b * loops.relation_per_engagement();
  return gains;
}

}  // namespace models
