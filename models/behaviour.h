#pragma once
// Behaviour: an incident in a class, the same for every group.
//
//   lambda = exp(m0 + m_i - m_E*(E - E0) - m_R*R_ij - m_T*T_i + m_H*min(H, 2) + season)
//   P(incident in this class event) = 1 - exp(-lambda)
//   severity ~ U(0, 1),   ambiguous ~ Bernoulli(phi)
//
//   m_i  temperament, from one distribution for every group (mean 0)
//   E, T  engagement, trust in teachers (as of this morning)    R  relation, as it is at this class
//   H    recent discipline, decays with discipline_days, >= 0
//
// An ambiguous (subjective) incident is one that another adult might not have called one. phi
// 0.4 to 0.8. Engagement and relations as protections: Roorda et al. 2011,
// doi:10.3102/0034654311421793. The exponential rate is assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct BehaviourParameters {
  float base = -5.05f;
  float temperament = 0.8f;
  float engagement = 2.0f;
  float engagement_reference = 0.6f;
  float relation = 0.9f;
  float trust = 0.3f;
  float discipline = 0.25f;
  float discipline_days = 30.0f;
  float ambiguous = 0.78f;

  static constexpr std::string_view section = "behaviour";
  static constexpr std::string_view title = "Behaviour";
  static constexpr auto fields() {
    using P = BehaviourParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"base",
                      &P::base,
                      "log rate",
                      {-10, 0},
                      "log rate of incidents per class event at all references (m0)",
                      calibrated,
                      "year's suspensions; within what docs/calibration.md leaves open"},
        sim::Field<P>{"temperament",
                      &P::temperament,
                      "log rate",
                      {0, 2},
                      "standard deviation between students (m)",
                      assumed},
        sim::Field<P>{"engagement",
                      &P::engagement,
                      "log rate",
                      {0, 5},
                      "protection by engagement (m_E); prior 0.5 to 2.5",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"engagement_reference",
                      &P::engagement_reference,
                      "1",
                      {0, 1},
                      "engagement at which it neither adds nor takes (E0)",
                      assumed},
        sim::Field<P>{"relation",
                      &P::relation,
                      "log rate",
                      {0, 3},
                      "protection by the relation with the teacher (m_R)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"trust",
                      &P::trust,
                      "log rate",
                      {0, 3},
                      "protection by trust in teachers (m_T)",
                      assumed},
        sim::Field<P>{"discipline",
                      &P::discipline,
                      "log rate",
                      {0, 2},
                      "how much recent discipline adds (m_H)",
                      assumed},
        sim::Field<P>{"discipline_days",
                      &P::discipline_days,
                      "days",
                      {1, 180},
                      "e-folding time of recent discipline and of a teacher's memory of incidents",
                      assumed},
        sim::Field<P>{"ambiguous",
                      &P::ambiguous,
                      "1",
                      {0, 1},
                      "share of incidents whose meaning is open (phi); prior 0.4 to 0.8",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
    };
  }
};

/// The part of the log rate that is the same in every class of the day.
template <class V>
inline V incident_base(V temperament, V engagement, V trust, float season,
                       const BehaviourParameters& p) {
  return (p.base + season) + temperament - p.engagement * (engagement - p.engagement_reference) -
         p.trust * trust;
}

/// log lambda of one class event.
template <class V>
inline V log_incident_rate(V base_today, V relation, V discipline, const BehaviourParameters& p) {
  return base_today - p.relation * relation +
         p.discipline * sim::lower(discipline, sim::splat<V>(2.0f));
}
template <class V>
inline V incident_rate(V base_today, V relation, V discipline, const BehaviourParameters& p) {
  return sim::exp(log_incident_rate(base_today, relation, discipline, p));
}

/// Probability of at least one incident at this rate.
template <class V>
inline V incident_chance(V rate) {
  return 1.0f - sim::exp(-rate);
}

inline float discipline_kept(const BehaviourParameters& p) {
  return sim::exp(-1.0f / p.discipline_days);
}

}  // namespace models
