#pragma once
// Surveys as instruments: what students answer when they are asked. Truth is one thing, what a
// survey shows another.
//
//   latent   = sqrt(1 - t)*(x - centre)/spread + sqrt(t)*trait_i
//   answer_k = clip(round(middle + width*(sqrt(rho)*latent + sqrt(1 - rho)*eps_ik)), 1, points)
//   score    = mean of the answers          favourable = share of answers >= favourable
//   rho      = alpha / (items - alpha*(items - 1))        (Spearman-Brown, solved for one item)
//   P(answers | in school that day) = response*(1 - response_absence*absent share so far)
//
//   x      the construct: a state of the model, in its own unit
//   trait  how this student uses this scale: fixed, the same distribution for every group
//   t      share of a score's systematic variance that is trait     alpha  reliability of a score
//
// Cronbach 1951, doi:10.1007/BF02310555 (reliability). Rounding to few points costs a little of
// it. The linear form is assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

inline constexpr std::size_t kMaxItems = 8;

struct Instrument {
  float items = 5;
  float points = 5;
  float centre = 0;
  float spread = 1;
  float reliability = 0.85f;
  float trait = 0.2f;
  float middle = 3.2f;
  float width = 1.1f;
  float favourable = 4;
  float response = 0.9f;
  float response_absence = 0.5f;
  float key = 0;  ///< stable number of its name. Not read from a file.
  float trait_key =
      0;  ///< of the scale whose trait it shares: its own, unless asked of another time

  static constexpr std::string_view section = "instrument";
  static constexpr std::string_view title = "Survey instruments";
  static constexpr auto fields() {
    using P = Instrument;
    using enum sim::Evidence;
    using enum sim::Kind;
    return std::array{
        sim::Field<P>{"items",
                      &P::items,
                      "items",
                      {1, static_cast<float>(kMaxItems)},
                      "questions of the scale",
                      assumed,
                      "",
                      whole},
        sim::Field<P>{
            "points", &P::points, "points", {2, 11}, "points of an answer", assumed, "", whole},
        sim::Field<P>{"centre",
                      &P::centre,
                      "construct",
                      {-10, 100},
                      "value of the construct at which answers are at the middle",
                      assumed},
        sim::Field<P>{"spread",
                      &P::spread,
                      "construct",
                      {1e-4f, 100},
                      "change of the construct that counts as one standard deviation",
                      assumed},
        sim::Field<P>{"reliability",
                      &P::reliability,
                      "1",
                      {0.3f, 0.99f},
                      "reliability of a score (alpha) before rounding; usually .80 to .88",
                      assumed},
        sim::Field<P>{"trait",
                      &P::trait,
                      "1",
                      {0, 0.3f},
                      "share of a score's systematic variance that is how a student uses the scale",
                      assumed},
        sim::Field<P>{
            "middle", &P::middle, "points", {1, 11}, "mean answer at the centre", assumed},
        sim::Field<P>{"width",
                      &P::width,
                      "points",
                      {0.1f, 5},
                      "standard deviation of one answer before rounding",
                      assumed},
        sim::Field<P>{"favourable",
                      &P::favourable,
                      "points",
                      {1, 11},
                      "lowest answer that counts as favourable",
                      assumed},
        sim::Field<P>{"response",
                      &P::response,
                      "1",
                      {0.01f, 1},
                      "share of those in school on the day who answer",
                      assumed},
        sim::Field<P>{"response_absence",
                      &P::response_absence,
                      "1",
                      {0, 1},
                      "how much less likely those are who have missed many days",
                      assumed},
    };
  }
};

/// Share of one item's variance that is systematic.
inline float item_share(const Instrument& s) {
  return s.reliability / (s.items - s.reliability * (s.items - 1.0f));
}

/// What all items of a student's scale share. `trait` is standard normal.
inline float latent(float construct, float trait, const Instrument& s) {
  return __builtin_sqrtf(1.0f - s.trait) * (construct - s.centre) / s.spread +
         __builtin_sqrtf(s.trait) * trait;
}

/// One answer, 1 .. points. `noise` is standard normal.
inline float answer(float latent_value, float noise, const Instrument& s) {
  const float rho = item_share(s);
  const float felt = s.middle + s.width * (__builtin_sqrtf(rho) * latent_value +
                                           __builtin_sqrtf(1.0f - rho) * noise);
  const float bounded = sim::clamp(felt + 0.5f, 1.0f, s.points + 0.5f);
  return static_cast<float>(static_cast<std::int32_t>(sim::lower(bounded, s.points)));
}

/// Does a student who is in school answer at all?
inline float response_chance(float absent_share, const Instrument& s) {
  return s.response * (1.0f - s.response_absence * absent_share);
}

}  // namespace models
