#pragma once
// Belonging as Bayesian tracking: the day's evidence moves it the more, the less certain it is.
//
//   w  = U / (U + Rv)
//   B += w * (L*tanh((s*ybar + o_i + chi*pibar*q) / L) - B)
//   U <- (1 - w)*U + Q0*(1 + b_Q*pibar)          absent: B stays, U <- U + Q0
//   q += G_new - G_old at a report card, q *= exp(-1/surprise_days) each day
//   while a values affirmation is open: chi and b_Q times (1 - beta)
//
//   B     belonging, in SD of the null fall population       about -4 .. 4
//   U     its variance           > 0        w   weight of today  (0, 1)
//   ybar  mean evidence of the attended classes, in cue units
//   pibar mean reading of them   [0, 1]     q   report-card surprise, in marks
//   o_i   personal outlook, from one distribution for every group, in SD (mean 0)
//   L     how far from 0 belonging can settle, in SD
//   beta  the lever `affirmation` [0, 1]
//
// Cook, Purdie-Vaughns, Garcia & Cohen 2012, doi:10.1037/a0026312 (belonging tracks experience
// and is less stable where it is in doubt). Personal characteristics go with belonging as closely
// as teacher support does (Allen et al. 2018, doi:10.1007/s10648-016-9389-8). The Kalman form,
// the limit, and that an outlook adds to the day's evidence are assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct BelongingParameters {
  float scale = 6.6f;
  float outlook = 0.7f;
  float limit = 4.0f;
  float drift = 0.0038f;
  float drift_reading = 1.0f;
  float evidence_variance = 2.3f;
  float surprise_reading = 1.0f;
  float surprise_days = 15.0f;

  static constexpr std::string_view section = "belonging";
  static constexpr std::string_view title = "Belonging";
  static constexpr auto fields() {
    using P = BelongingParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"scale",
                      &P::scale,
                      "SD/cue",
                      {0.1f, 20},
                      "belonging per unit of evidence (s); set once so that belonging has standard "
                      "deviation 1 in the null fall survey",
                      calibrated,
                      "by hand: null environment, day 20"},
        sim::Field<P>{"outlook",
                      &P::outlook,
                      "SD",
                      {0, 1},
                      "standard deviation between students of a personal outlook on school, which "
                      "is drawn alike for every group (o)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"limit",
                      &P::limit,
                      "SD",
                      {1, 20},
                      "how far from 0 belonging can settle: nobody can belong more than fully (L)",
                      assumed},
        sim::Field<P>{"drift",
                      &P::drift,
                      "SD^2/day",
                      {1e-6f, 0.1f},
                      "how much uncertainty a day adds (Q0)",
                      assumed},
        sim::Field<P>{"drift_reading",
                      &P::drift_reading,
                      "1",
                      {0, 5},
                      "how much more it adds when cues may be about the group (b_Q)",
                      assumed},
        sim::Field<P>{"evidence_variance",
                      &P::evidence_variance,
                      "SD^2",
                      {0.01f, 20},
                      "variance of one day's evidence (Rv)",
                      assumed},
        sim::Field<P>{"surprise_reading",
                      &P::surprise_reading,
                      "SD/mark",
                      {0, 5},
                      "how much a report-card surprise speaks about belonging when cues may be "
                      "about the group (chi)",
                      assumed},
        sim::Field<P>{"surprise_days",
                      &P::surprise_days,
                      "days",
                      {1, 90},
                      "e-folding time of a report-card surprise",
                      assumed},
    };
  }
};

/// Weight of the day's evidence.
template <class V>
inline V evidence_weight(V uncertainty, const BelongingParameters& p) {
  return uncertainty / (uncertainty + p.evidence_variance);
}

/// Where belonging would settle if every day spoke for this much, within the limit.
template <class V>
inline V settles_at(V speaks_for, const BelongingParameters& p) {
  return p.limit * (2.0f * sim::logistic(speaks_for * (2.0f / p.limit)) - 1.0f);
}

/// Belonging after a day in school; `affirmed` is beta.
template <class V>
inline V belong(V belonging, V weight, V evidence, V outlook, V reading, V surprise,
                const BelongingParameters& p, V affirmed = V{}) {
  const V surprised = p.surprise_reading * (1.0f - affirmed) * reading * surprise;
  return belonging + weight * (settles_at(p.scale * evidence + outlook + surprised, p) - belonging);
}

/// Its variance after a day in school; with weight = reading = 0, after a day away.
template <class V>
inline V uncertain(V uncertainty, V weight, V reading, const BelongingParameters& p,
                   V affirmed = V{}) {
  return (1.0f - weight) * uncertainty +
         p.drift * (1.0f + p.drift_reading * (1.0f - affirmed) * reading);
}

/// What of a surprise is left a day later.
inline float surprise_kept(const BelongingParameters& p) {
  return sim::exp(-1.0f / p.surprise_days);
}

}  // namespace models
