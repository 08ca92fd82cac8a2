#pragma once
// The lens "adversity is normal and passes": raised by a message from adults, retained by
// experience, never made by it.
//
//   lambda += dose*(1 - lambda)                       on days with a message
//   lambda += pace * (lambda_0 - lambda),  pace slow while x > x*, fast otherwise
//   x += (experience - x) / x_days,   experience = ybar + mean answered bids
//
//   lambda, lambda_0  lens and where it started [0, 1]      x  smoothed experience, in cue units
//   x*  40th percentile of x in the null environment
//
// Walton & Yeager 2020, doi:10.1177/0963721420904453 (a message takes root where the setting
// bears it out). The two paces are assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct LensParameters {
  float start = 0.3f;
  float start_spread = 0.15f;
  float slow_days = 400.0f;
  float fast_days = 20.0f;
  float experience_days = 15.0f;
  float bears_out = 0.36f;

  static constexpr std::string_view section = "lens";
  static constexpr std::string_view title = "Lens";
  static constexpr auto fields() {
    using P = LensParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"start", &P::start, "1", {0, 1}, "mean starting lens (lambda_0)", assumed},
        sim::Field<P>{"start_spread",
                      &P::start_spread,
                      "1",
                      {0, 0.5f},
                      "its standard deviation between students",
                      assumed},
        sim::Field<P>{"slow_days",
                      &P::slow_days,
                      "days",
                      {1, 2000},
                      "e-folding time of a raised lens while experience bears it out",
                      assumed},
        sim::Field<P>{"fast_days",
                      &P::fast_days,
                      "days",
                      {1, 2000},
                      "e-folding time while it does not",
                      assumed},
        sim::Field<P>{"experience_days",
                      &P::experience_days,
                      "days",
                      {5, 40},
                      "e-folding time of smoothed experience; prior 5 to 40",
                      assumed},
        sim::Field<P>{"bears_out",
                      &P::bears_out,
                      "cue",
                      {-5, 5},
                      "experience above which a raised lens is borne out (x*), the 40th percentile "
                      "of the null environment",
                      calibrated,
                      "by hand: null environment"},
    };
  }
};

/// Smoothed experience after a day in school.
template <class V>
inline V experience(V smoothed, V evidence, V answered, const LensParameters& p) {
  return smoothed + (evidence + answered - smoothed) * (1.0f / p.experience_days);
}

/// Lens at the end of a day with a message of this dose (0: none).
template <class V>
inline V hold(V lens, V start, V smoothed, V dose, const LensParameters& p) {
  const V told = lens + dose * (1.0f - lens);
  const V pace = sim::choose(smoothed > p.bears_out, sim::splat<V>(1.0f / p.slow_days),
                             sim::splat<V>(1.0f / p.fast_days));
  return sim::clamp(told + pace * (start - told), 0.0f, 1.0f);
}

}  // namespace models
