#pragma once
// Cues: what a class says to a student today. "Are people like me represented here? Do people
// respect me and expect me to succeed?"
//
//   c = setting + a_R*R_ij + (a_G*(G-standard) + warmth)[feedback] + a_P*a_W*(norm_c-E0) + sd*eps
//   setting = mu + a_S*(S_jg - S0) + a_P*tie_ic + a_r*sum_d theta_d*(r_dc - r*) + levers
//
//   c        cue, in cue units               about -3 .. 3, hostile .. welcoming
//   S_jg     teacher's support for the group  [0, 1]      R_ij  relation    [-1.2, 1.2]
//   G        last mark in the course          [0, 4]      S0, E0, r*  references
//   tie      friends in the class: t/(1 + t) for a sum of tie strengths t    [0, 1)
//   warmth   what a wise frame adds (a lever)
//   norm_c   mean engagement of the class     [0, 1]      r_dc  representation in the class [0, 1]
//   theta_d  stigma of the student's membership in dimension d  [0, 0.9]
//   eps      noise of the moment, mean 0, variance 1
//
// Emission is the same for every group; theta and r come from the environment. Work is given back
// once a week, in the class of period p on the week's day p (a sixth period shares the first day,
// and so on; assumed). Murphy, Steele & Gross 2007, doi:10.1111/j.1467-9280.2007.01995.x; Goodenow
// 1993; Allen et al. 2018, doi:10.1007/s10648-016-9389-8. The linear sum and
// t/(1 + t) are assumed.

#include "sim/kernel/lanes.h"
#include "sim/kernel/params.h"

namespace models {

struct CueParameters {
  float level = -0.57f;
  float support = 1.2f;
  float support_reference = 0.55f;
  float relation = 0.8f;
  float feedback = 0.05f;
  float mark_standard = 2.5f;
  float peers = 0.35f;
  float warmth = 0.4f;
  float norm_reference = 0.6f;
  float representation = 1.1f;
  float representation_reference = 0.5f;
  float harassment = 1.5f;
  float noise = 0.6f;

  static constexpr std::string_view section = "cue";
  static constexpr std::string_view title = "Cues";
  static constexpr auto fields() {
    using P = CueParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"level",
                      &P::level,
                      "cue",
                      {-3, 3},
                      "cue of a class in which all else is at its reference (mu); set once so that "
                      "belonging averages 0 in the null fall survey",
                      calibrated,
                      "by hand: null environment, day 20"},
        sim::Field<P>{"support",
                      &P::support,
                      "cue",
                      {0, 4},
                      "cue per unit of teacher support (a_S)",
                      assumed},
        sim::Field<P>{"support_reference",
                      &P::support_reference,
                      "1",
                      {0, 1},
                      "support at which the cue is neutral (S0)",
                      assumed},
        sim::Field<P>{"relation",
                      &P::relation,
                      "cue",
                      {0, 3},
                      "cue per unit of relation with the teacher (a_R)",
                      assumed},
        sim::Field<P>{"feedback",
                      &P::feedback,
                      "cue",
                      {0, 2},
                      "cue per mark above the course standard when work is given back (a_G)",
                      assumed},
        sim::Field<P>{"mark_standard",
                      &P::mark_standard,
                      "mark",
                      {0, 4},
                      "mark that reads as neither praise nor blame",
                      assumed},
        sim::Field<P>{"peers",
                      &P::peers,
                      "cue",
                      {0, 3},
                      "cue per unit of peer warmth in the class (a_P)",
                      assumed},
        sim::Field<P>{"warmth",
                      &P::warmth,
                      "1",
                      {0, 5},
                      "how much class warmth answers the class's effort norm",
                      assumed},
        sim::Field<P>{"norm_reference",
                      &P::norm_reference,
                      "1",
                      {0, 1},
                      "class engagement at which class warmth is neutral (E0)",
                      assumed},
        sim::Field<P>{"representation",
                      &P::representation,
                      "cue",
                      {0, 4},
                      "cue per unit of stigma times representation above its reference (a_r)",
                      calibrated,
                      "by hand: a cue on one day"},
        sim::Field<P>{"representation_reference",
                      &P::representation_reference,
                      "1",
                      {0, 1},
                      "representation at which a setting says nothing about who belongs (r*)",
                      assumed},
        sim::Field<P>{
            "harassment",
            &P::harassment,
            "cue",
            {0, 6},
            "what one identity-based hurtful event takes from the cue of one class of the day",
            assumed},
        sim::Field<P>{"noise",
                      &P::noise,
                      "cue",
                      {0, 3},
                      "standard deviation of the noise of the moment",
                      assumed},
    };
  }
};

/// The part of a cue that stays while people and inputs stay: rebuilt when they change.
/// `represented` is sum over dimensions of theta * (r - r*).
inline float setting_cue(float support, float tie, float represented, const CueParameters& p) {
  return p.level + p.support * (support - p.support_reference) + p.peers * tie +
         p.representation * represented;
}

/// One class event.
template <class V>
inline V cue(V setting, V relation, V norm, V noise, const CueParameters& p) {
  return setting + p.relation * relation + p.peers * p.warmth * (norm - p.norm_reference) +
         p.noise * noise;
}

/// Work given back: what the mark adds to the cue. `warmth` is what a wise frame adds (a lever).
template <class V>
inline V feedback_cue(V mark, V warmth, const CueParameters& p) {
  return p.feedback * (mark - p.mark_standard) + warmth;
}

}  // namespace models
