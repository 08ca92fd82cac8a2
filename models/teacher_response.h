#pragma once
// The teacher's response to an incident ("two strikes").
//
//   h_eff = min(h_ij + omega*H_i, 2)
//   logit P(refer) = l0 + rho_j + l_s*severity + l_h*h_eff - l_R*R_ij
//                    + ambiguous*(b*(l3 + l4*h_eff)*(1 - k_ij)*(1 + W_j)*(1 - M_j) - l_M*M_j)
//   P(suspend | refer) = sigma(s0 + s1*severity + s2*referrals earlier in this year)   no identity
//   term
//                        * (1 + a_suspension) * (1 - ambiguous*a_defiance)
//   days suspended 1-5: geometric, cut off
//
//   h_ij  this teacher's memory of incidents with this student, decays, >= 0
//   H_i   recent discipline (staff talk)     rho_j  referral propensity, heavy-tailed
//   b     bias of this teacher towards the student's memberships >= 0, from the environment table;
//         where the teacher shares the membership, bias_shared of it
//   k_ij  individuating knowledge [0,1]  W_j workload [0,1]  M_j empathic mindset [0,1]
//
//   a_suspension [-1, 1], a_defiance [0, 1], a_repair [0, 1]  the levers of these names
//
// A referral costs the relation, adds to H and h and is a negative cue; an incident met without a
// referral is remembered less; an empathic answer gives the relation a little. A repairing
// conversation undoes the share a_repair of what a referral takes from R and adds to H and h; that
// it acts on all three alike is assumed. Okonofua &
// Eberhardt 2015, doi:10.1177/0956797615570365; Okonofua, Paunesku & Walton 2016,
// doi:10.1073/pnas.1523698113; Liu, Hayes & Gershenson 2023 (few teachers make most referrals).

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct ResponseParameters {
  float base = -3.25f;
  float severity = 1.5f;
  float memory = 0.4f;
  float relation = 0.5f;
  float bias_first = 0.06f;
  float bias_again = 1.7f;
  float bias_shared = 0.8f;
  float mindset = 1.2f;
  float staff_talk = 0.9f;
  float remembered = 0.5f;
  float cost_relation = 0.15f;
  float repair_relation = 0.04f;
  float cue = 2.0f;
  float suspend_base = -3.2f;
  float suspend_severity = 2.0f;
  float suspend_prior = 0.3f;
  float suspend_longer = 0.5f;

  static constexpr std::string_view section = "response";
  static constexpr std::string_view title = "Teacher response";
  static constexpr auto fields() {
    using P = ResponseParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{
            "base",
            &P::base,
            "logit",
            {-10, 2},
            "readiness to refer at all references (l0); the mean chance stays below about 0.1",
            calibrated,
            "by hand: year's suspensions"},
        sim::Field<P>{
            "severity", &P::severity, "logit", {0, 5}, "how much severity adds (l_s)", assumed},
        sim::Field<P>{"memory",
                      &P::memory,
                      "logit",
                      {0, 2},
                      "how much earlier incidents add for every student (l_h)",
                      assumed},
        sim::Field<P>{"relation",
                      &P::relation,
                      "logit",
                      {0, 3},
                      "how much a good relation takes (l_R)",
                      assumed},
        sim::Field<P>{
            "bias_first",
            &P::bias_first,
            "1",
            {0, 1},
            "how much of a teacher's bias acts at a first ambiguous incident (l3); prior 0 to 0.3",
            calibrated,
            "within what docs/calibration.md leaves open"},
        sim::Field<P>{"bias_again",
                      &P::bias_again,
                      "1",
                      {0, 3},
                      "how much more acts per remembered incident (l4); prior 0.3 to 2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"bias_shared",
                      &P::bias_shared,
                      "1",
                      {0, 1},
                      "share of a setting's bias that teachers of the same membership show too: "
                      "norms and shared records of the staff",
                      calibrated,
                      "by hand: referrals with a same-identity teacher"},
        sim::Field<P>{
            "mindset",
            &P::mindset,
            "logit",
            {0, 3},
            "how much a full empathic mindset lowers referrals of ambiguous incidents (l_M)",
            calibrated,
            "by hand: empathic discipline"},
        sim::Field<P>{"staff_talk",
                      &P::staff_talk,
                      "1",
                      {0, 1},
                      "share of a student's recent discipline that other teachers hear of (omega); "
                      "prior 0 to 1",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"remembered",
                      &P::remembered,
                      "1",
                      {0, 1},
                      "what an incident met without a referral adds to the teacher's memory; a "
                      "referral adds 1",
                      assumed},
        sim::Field<P>{"cost_relation",
                      &P::cost_relation,
                      "1",
                      {0, 1},
                      "what a referral takes from the relation",
                      assumed},
        sim::Field<P>{"repair_relation",
                      &P::repair_relation,
                      "1",
                      {0, 1},
                      "what an answer with full empathic mindset gives to the relation",
                      assumed},
        sim::Field<P>{"cue",
                      &P::cue,
                      "cue",
                      {0, 6},
                      "how far a referral lowers the cue of that class",
                      assumed},
        sim::Field<P>{"suspend_base",
                      &P::suspend_base,
                      "logit",
                      {-10, 4},
                      "readiness to suspend for a referral (s0), a school policy",
                      calibrated,
                      "year's suspensions; within what docs/calibration.md leaves open"},
        sim::Field<P>{"suspend_severity",
                      &P::suspend_severity,
                      "logit",
                      {0, 6},
                      "how much severity adds (s1)",
                      assumed},
        sim::Field<P>{"suspend_prior",
                      &P::suspend_prior,
                      "logit",
                      {0, 2},
                      "how much each earlier referral of the year adds (s2)",
                      assumed},
        sim::Field<P>{"suspend_longer",
                      &P::suspend_longer,
                      "1",
                      {0, 0.95f},
                      "chance that a suspension lasts one more day, up to 5",
                      assumed},
    };
  }
};

/// One incident as its teacher meets it.
struct Incident {
  float severity;    ///< [0, 1]
  bool ambiguous;    ///< could be read in more than one way
  float memory;      ///< h_ij >= 0
  float discipline;  ///< H_i >= 0
  float relation;    ///< R_ij [-1.2, 1.2]
  float known;       ///< k_ij [0, 1]
  float propensity;  ///< rho_j
  float bias;        ///< b >= 0 towards this student
  float workload;    ///< W_j [0, 1]
  float mindset;     ///< M_j [0, 1]
};

/// logit P(refer).
inline float referral_logit(const Incident& x, const ResponseParameters& p) {
  const float strikes = sim::lower(x.memory + p.staff_talk * x.discipline, 2.0f);
  float logit = p.base + x.propensity + p.severity * x.severity + p.memory * strikes -
                p.relation * x.relation;
  if (x.ambiguous) {
    logit += x.bias * (p.bias_first + p.bias_again * strikes) * (1.0f - x.known) *
                 (1.0f + x.workload) * (1.0f - x.mindset) -
             p.mindset * x.mindset;
  }
  return logit;
}

inline float referral_chance(const Incident& x, const ResponseParameters& p) {
  return sim::logistic(referral_logit(x, p));
}

inline float suspension_chance(float severity, float referrals_before,
                               const ResponseParameters& p) {
  return sim::logistic(p.suspend_base + p.suspend_severity * severity +
                       p.suspend_prior * referrals_before);
}

/// What school policy leaves of that chance, >= 0: `suspension` [-1, 1] changes it for every
/// referral, `defiance` [0, 1] takes its share where the incident was ambiguous.
inline float suspension_policy(bool ambiguous, float suspension, float defiance) {
  return (1.0f + suspension) * (ambiguous ? 1.0f - defiance : 1.0f);
}

/// What a referral leaves behind after a conversation that repairs the share `repair` [0, 1].
inline float unrepaired(float repair) { return 1.0f - repair; }

/// Days of a suspension, 1 to 5, from a uniform draw.
inline float suspension_days(float uniform, const ResponseParameters& p) {
  float days = 1.0f, still = p.suspend_longer;
  while (days < 5.0f && uniform < still) {
    days += 1.0f;
    still *= p.suspend_longer;
  }
  return days;
}

}  // namespace models
