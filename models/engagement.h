#pragma once
// Engagement moves towards what belonging, teachers, friends and the class make worth while.
//
//   E += tau * (sigma(e0 + e_B*B + e_R*Rbar + e_F*(Ef - E0) + e_C*(Ebar_c - E0) + e_G*G - e_V*V
//               + season) - E)
//
//   E      engagement [0, 1]            Rbar  mean relation over the day's classes
//   Ef     friends' mean, weighted by strength of tie [0, 1]; E0 for a student without friends
//   Ebar_c mean of the class norms [0, 1]   G  mean of the last marks [0, 4]   V  vigilance [0, 1]
//
// Skinner et al. 2008, doi:10.1037/a0012840; Roorda et al. 2017, doi:10.17105/SPR-2017-0035.V46-3;
// Shin & Ryan 2014 (friends). The logistic form is assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct EngagementParameters {
  float base = 0.25f;
  float pace = 0.06f;
  float reference = 0.6f;
  float belonging = 0.16f;
  float relation = 0.45f;
  float friends = 0.8f;
  float norm = 0.6f;
  float marks = 0.2f;
  float vigilance = 0.4f;

  static constexpr std::string_view section = "engagement";
  static constexpr std::string_view title = "Engagement";
  static constexpr auto fields() {
    using P = EngagementParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{
            "base", &P::base, "logit", {-4, 4}, "engagement where all else is zero (e0)", assumed},
        sim::Field<P>{"pace",
                      &P::pace,
                      "1/day",
                      {0.001f, 1},
                      "share of the way that engagement moves in a day (tau)",
                      assumed},
        sim::Field<P>{"reference",
                      &P::reference,
                      "1",
                      {0, 1},
                      "engagement that neither pulls up nor down (E0)",
                      assumed},
        sim::Field<P>{"belonging",
                      &P::belonging,
                      "logit/SD",
                      {0, 1},
                      "pull of belonging (e_B); prior 0.1 to 0.6",
                      calibrated,
                      "belonging with engagement and marks; prior 0.1 to 0.6; within what "
                      "docs/calibration.md leaves open"},
        sim::Field<P>{"relation",
                      &P::relation,
                      "logit",
                      {0, 3},
                      "pull of relations with teachers (e_R)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"friends",
                      &P::friends,
                      "logit",
                      {0, 3},
                      "pull of friends' engagement (e_F); prior of e_F + e_C 0.5 to 3",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"norm",
                      &P::norm,
                      "logit",
                      {0, 3},
                      "pull of the class norm (e_C)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{
            "marks", &P::marks, "logit/mark", {0, 1}, "pull of the last marks (e_G)", assumed},
        sim::Field<P>{
            "vigilance", &P::vigilance, "logit", {0, 3}, "how much vigilance takes (e_V)", assumed},
    };
  }
};

template <class V>
inline V engage(V engagement, V belonging, V relation, V friends, V norm, V marks, V vigilance,
                float season, const EngagementParameters& p) {
  const V pull = (p.base + season) + p.belonging * belonging + p.relation * relation +
                 p.friends * (friends - p.reference) + p.norm * (norm - p.reference) +
                 p.marks * marks - p.vigilance * vigilance;
  return engagement + p.pace * (sim::logistic(pull) - engagement);
}

}  // namespace models
