#pragma once
// Teacher practice: what a teacher has made her own of a better way, weekly.
//
//   p += k1*dose*(1 - p) + k2*mean over advisors of (p_other - p) + k3*gap_seen*(1 - p)
//        - k4*p*(1 - follow_up)
//   m += (p - m) / lag_weeks                          practice as students meet it
//   S <- S + g_S*m*(1 - S),  gap <- gap*(1 - g_gap*m),  M <- M + g_M*m*(1 - M)
//
//   p, m  practice adopted and practice met [0, 1]    dose  professional learning this week [0, 1]
//   gap_seen  how far the lowest-rated group's rating lies below the goal in the last data cycle,
//             as the teacher saw it: with survey noise and non-response [0, 1]
//   follow_up  coaching that keeps a practice alive [0, 1]
//
// Advisors spread practice: Frank, Zhao & Borman 2004, doi:10.1177/003804070407700203; Frank et
// al. 2013. (1 - p) keeps p within [0, 1]; the rates are assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct PracticeParameters {
  float dose = 0.15f;
  float advisors = 0.04f;
  float seen = 0.3f;
  float fades = 0.03f;
  float lag_weeks = 3.0f;
  float support = 0.15f;
  float gap = 0.5f;
  float mindset = 0.2f;
  float goal = 0.8f;
  float survey_noise = 0.25f;
  float survey_response = 0.8f;

  static constexpr std::string_view section = "practice";
  static constexpr std::string_view title = "Teacher practice";
  static constexpr auto fields() {
    using P = PracticeParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"dose",
                      &P::dose,
                      "1/week",
                      {0, 1},
                      "what a week of full professional learning adds (k1)",
                      assumed},
        sim::Field<P>{
            "advisors", &P::advisors, "1/week", {0, 1}, "pull of advisors' practice (k2)", assumed},
        sim::Field<P>{
            "seen", &P::seen, "1", {0, 3}, "what a gap seen in a data cycle adds (k3)", assumed},
        sim::Field<P>{"fades",
                      &P::fades,
                      "1/week",
                      {0, 1},
                      "how fast practice fades without follow-up (k4)",
                      assumed},
        sim::Field<P>{"lag_weeks",
                      &P::lag_weeks,
                      "weeks",
                      {1, 40},
                      "e-folding time from adopting a practice to students meeting it",
                      assumed},
        sim::Field<P>{"support",
                      &P::support,
                      "1",
                      {0, 1},
                      "share of the missing support that full practice gives (g_S)",
                      assumed},
        sim::Field<P>{"gap",
                      &P::gap,
                      "1",
                      {0, 1},
                      "share of a support gap that full practice closes (g_gap)",
                      assumed},
        sim::Field<P>{"mindset",
                      &P::mindset,
                      "1",
                      {0, 1},
                      "share of the missing empathic mindset that full practice gives (g_M)",
                      assumed},
        sim::Field<P>{
            "goal", &P::goal, "1", {0, 1}, "rating that teachers aim at in a data cycle", assumed},
        sim::Field<P>{"survey_noise",
                      &P::survey_noise,
                      "1",
                      {0, 1},
                      "standard deviation of one student's rating around the support met",
                      assumed},
        sim::Field<P>{"survey_response",
                      &P::survey_response,
                      "1",
                      {0.05f, 1},
                      "share of students who answer a classroom survey",
                      assumed},
    };
  }
};

/// Practice at the week's bell.
inline float practise(float practice, float dose, float advisors_minus_own, float gap_seen,
                      float follow_up, const PracticeParameters& p) {
  const float missing = 1.0f - practice;
  return sim::clamp(practice + p.dose * dose * missing + p.advisors * advisors_minus_own +
                        p.seen * gap_seen * missing - p.fades * practice * (1.0f - follow_up),
                    0.0f, 1.0f);
}

/// Practice as students meet it, a week later.
inline float met(float practice_met, float practice, const PracticeParameters& p) {
  return practice_met + (practice - practice_met) * (1.0f / p.lag_weeks);
}

/// The gap a teacher sees: `lowest` is the lowest group's mean rating, noise included.
inline float gap_seen(float lowest, const PracticeParameters& p) {
  return sim::clamp(p.goal - lowest, 0.0f, 1.0f);
}

}  // namespace models
