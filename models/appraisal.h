#pragma once
// Appraisal under uncertainty: how a student reads a cue whose meaning is open.
//
//   pi = doubt * sigma(b_0 - b_B*B - b_R*R_ij - b_l*lambda - b_k*k_ij + b_U*(U - U0))
//   doubt = 1 - (1 - nu) * prod_d (1 - theta_d * clip(1 - r_dc + r1, 0, 1))
//   nu = nu_0 * exp(-(day + 1)/nu_days) in the first year at a school, 0 for everyone else
//   y = c * (1 + d1*pi) if c < 0,  c * (1 - d2*pi) if c > 0
//   while a values affirmation is open: b_U and d1 times (1 - beta)
//
//   pi      weight given to "this is about whether people like me belong here"   [0, 1]
//   nu      doubt that every newcomer has                 [0, 1]
//   B, U    belonging and its uncertainty (variance)
//   R, k    relation and individuating knowledge of this pair   [-1.2, 1.2], [0, 1]
//   lambda  lens "adversity is normal and passes"         [0, 1]
//   y       evidence about belonging, in cue units;  c  the cue, U0  reference of U
//   theta_d stigma, r_dc  representation in the class, r1  offset
//   beta    the lever `affirmation`                       [0, 1]
//
// Settled and with no stigma pi = 0: the same event has its ordinary meaning. Identity enters here
// only through theta and counted representation; a new place leaves open for everyone whether they
// will belong (Walton & Cohen 2011, doi:10.1126/science.1198364; Borman et al. 2019,
// PMC6697885: the message helped every group of sixth graders). Steele 1997,
// doi:10.1037/0003-066X.52.6.613; Crocker & Major 1989; Walton & Cohen 2007,
// doi:10.1037/0022-3514.92.1.82; Yeager et al. 2014, doi:10.1037/a0033906. Affirmation: Cohen,
// Garcia, Apfel & Master 2006, doi:10.1126/science.1128317; that it acts on b_U and d1 in
// proportion is assumed. Combining dimensions as independent threats, and size and fading of nu,
// are assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct AppraisalParameters {
  float base = 0.4f;
  float belonging = 0.7f;
  float relation = 0.8f;
  float lens = 1.8f;
  float individuation = 0.8f;
  float uncertainty = 1.0f;
  float uncertainty_reference = 0.0954f;
  float representation_offset = 0.2f;
  float newcomer = 0.4f;
  float newcomer_days = 120.0f;
  float sting = 0.8f;
  float discount = 0.25f;

  static constexpr std::string_view section = "appraisal";
  static constexpr std::string_view title = "Appraisal";
  static constexpr auto fields() {
    using P = AppraisalParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"base",
                      &P::base,
                      "logit",
                      {-4, 4},
                      "readiness to read a cue as being about the group, all else at zero (b_0)",
                      assumed},
        sim::Field<P>{"belonging",
                      &P::belonging,
                      "logit/SD",
                      {0, 4},
                      "how much belonging quiets that reading (b_B); prior 0.5 to 2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"relation",
                      &P::relation,
                      "logit",
                      {0, 4},
                      "how much a good relation quiets it (b_R); prior 0.5 to 2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{
            "lens",
            &P::lens,
            "logit",
            {0, 4},
            "how much the lens 'adversity is normal and passes' quiets it (b_l); prior 0.5 to 2",
            calibrated,
            "within what docs/calibration.md leaves open"},
        sim::Field<P>{"individuation",
                      &P::individuation,
                      "logit",
                      {0, 4},
                      "how much being known as a person quiets it (b_k); prior 0.5 to 2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"uncertainty",
                      &P::uncertainty,
                      "logit/SD^2",
                      {0, 4},
                      "how much uncertain belonging raises it (b_U); prior 0.5 to 2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"uncertainty_reference",
                      &P::uncertainty_reference,
                      "SD^2",
                      {0, 2},
                      "variance of belonging in the middle of a settled year (U0)",
                      derived,
                      "steady state of belonging.drift and belonging.evidence_variance"},
        sim::Field<P>{"representation_offset",
                      &P::representation_offset,
                      "1",
                      {0, 1},
                      "part of the doubt that full representation leaves (r1)",
                      assumed},
        sim::Field<P>{"newcomer",
                      &P::newcomer,
                      "1",
                      {0, 1},
                      "doubt that a new school leaves open for everyone on the first day (nu_0)",
                      assumed},
        sim::Field<P>{"newcomer_days",
                      &P::newcomer_days,
                      "days",
                      {1, 2000},
                      "e-folding time of that doubt",
                      assumed},
        sim::Field<P>{"sting",
                      &P::sting,
                      "1",
                      {0, 2},
                      "how much worse an unwelcoming cue weighs when it may be about the group "
                      "(d1); prior 0.2 to 1.2",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"discount",
                      &P::discount,
                      "1",
                      {0, 1},
                      "how much less a welcoming cue weighs then (d2); prior 0 to 0.5",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
    };
  }
};

/// theta * clip(1 - r + r1, 0, 1) for one dimension: the doubt that the setting leaves open.
inline float open_doubt(float stigma, float representation, const AppraisalParameters& p) {
  return stigma * sim::clamp(1.0f - representation + p.representation_offset, 0.0f, 1.0f);
}

/// The doubt of a class for someone who is also new to the school.
template <class V>
inline V doubt_of_newcomer(V doubt, V newness) {
  return doubt + newness * (1.0f - doubt);
}

/// What of a newcomer's doubt is left a day later.
inline float newness_kept(const AppraisalParameters& p) {
  return sim::exp(-1.0f / p.newcomer_days);
}

/// The part of the reading that is the same in every class of the day.
template <class V>
inline V readiness(V belonging, V uncertainty, V lens, const AppraisalParameters& p,
                   V affirmed = V{}) {
  return p.base - p.belonging * belonging - p.lens * lens +
         p.uncertainty * (1.0f - affirmed) * (uncertainty - p.uncertainty_reference);
}

/// pi, in [0, 1].
template <class V>
inline V identity_reading(V doubt, V readiness_today, V relation, V individuation,
                          const AppraisalParameters& p) {
  return doubt *
         sim::logistic(readiness_today - p.relation * relation - p.individuation * individuation);
}

/// Evidence y from cue c; `affirmed` is beta.
template <class V>
inline V appraise(V c, V reading, const AppraisalParameters& p, V affirmed = V{}) {
  return c * sim::choose(c < 0.0f, 1.0f + p.sting * (1.0f - affirmed) * reading,
                         1.0f - p.discount * reading);
}

}  // namespace models
