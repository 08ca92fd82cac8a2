#pragma once
// Absence: does a student come to school today?
//
//   P(absent) = sigma(n0 + f_i - n_E*(E - E0) - n_B*B - support + era)
//
//   f_i      frailty: health, transport, care at home; one distribution for every group
//   E, B     engagement [0, 1] and belonging (SD) as of this morning
//   support  what adults do about needs that keep students away (a lever), in logits
//   era      0 before 2020; about 0.35 after 2021 (chronic absence rose to 28 to 30 %)
//
// Levels: Chronic absence of about 15 % in 2018-19 and 28 % in 2021-22 (Dee 2024). The logistic
// form is assumed. A suspended student is counted absent and has no class events.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct AttendanceParameters {
  float base = -3.2f;
  float frailty = 0.9f;
  float engagement = 1.5f;
  float engagement_reference = 0.6f;
  float belonging = 0.15f;
  float era = 0.0f;
  float chronic = 0.1f;

  static constexpr std::string_view section = "attendance";
  static constexpr std::string_view title = "Attendance";
  static constexpr auto fields() {
    using P = AttendanceParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"base",
                      &P::base,
                      "logit",
                      {-8, 2},
                      "absence of a student at all references (n0)",
                      calibrated,
                      "chronic absence before 2020; within what docs/calibration.md leaves open"},
        sim::Field<P>{"frailty",
                      &P::frailty,
                      "logit",
                      {0, 3},
                      "standard deviation between students (f)",
                      assumed},
        sim::Field<P>{"engagement",
                      &P::engagement,
                      "logit",
                      {0, 6},
                      "how much engagement brings students to school (n_E)",
                      assumed},
        sim::Field<P>{"engagement_reference",
                      &P::engagement_reference,
                      "1",
                      {0, 1},
                      "engagement at which it neither adds nor takes (E0)",
                      assumed},
        sim::Field<P>{"belonging",
                      &P::belonging,
                      "logit/SD",
                      {0, 2},
                      "how much belonging brings students to school (n_B)",
                      assumed},
        sim::Field<P>{"era",
                      &P::era,
                      "logit",
                      {-1, 3},
                      "shift for the years: 0 before 2020, about 0.35 after 2021",
                      assumed},
        sim::Field<P>{"chronic",
                      &P::chronic,
                      "1",
                      {0.01f, 1},
                      "share of days missed that counts as chronic absence",
                      cited,
                      "US Department of Education definition, 10 % of days"},
    };
  }
};

template <class V>
inline V absence_chance(V frailty, V engagement, V belonging, V support,
                        const AttendanceParameters& p) {
  return sim::logistic((p.base + p.era) + frailty -
                       p.engagement * (engagement - p.engagement_reference) -
                       p.belonging * belonging - support);
}

}  // namespace models
