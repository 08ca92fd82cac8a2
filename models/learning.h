#pragma once
// Learning and marks.
//
//   dK = E*Z*[in school]*teaching_j*(1 + teaching)*(1 + help) / (effort_reference*days in the year)
//                                                   each day, each course; teaching, help: levers
//   G  = clip(g0 + g_level + g_a*a_i + g_K*(K - Kref) - g_V*V + eps, 0, 4)   each marking period
//
//   K     what has been learned in a course, in years of the null environment
//   Kref  the same in the null environment on that day: its share of the year, so that marks do
//         not drift while learning accumulates
//   a_i   preparation, from one distribution for every group (mean 0, SD 1)
//   G     mark [0, 4]    V vigilance on the last day in school [0, 1]   g_level the level's
//   standard
//
// A course's final is the mean of its marks in the term; below learning.pass the course is failed
// and counts 0 in the GPA. Learning by time on task: Carroll 1963; the linear form is assumed. In a
// prior year at a feeder school g0 is higher by feeder_standard.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct LearningParameters {
  float effort_reference = 0.65f;
  float mark_base = 2.72f;
  float preparation = 1.2f;
  float knowledge = 2.1f;
  float vigilance = 0.25f;
  float noise = 0.45f;
  float advanced_standard = -0.25f;
  float feeder_standard = 0.4f;
  float pass = 1.0f;

  static constexpr std::string_view section = "learning";
  static constexpr std::string_view title = "Learning and marks";
  static constexpr auto fields() {
    using P = LearningParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"effort_reference",
                      &P::effort_reference,
                      "1",
                      {0.05f, 1},
                      "mean of engagement x attention x attendance in the null environment: a year "
                      "of it is one year of learning (1/l)",
                      calibrated,
                      "by hand: null environment"},
        sim::Field<P>{
            "mark_base",
            &P::mark_base,
            "mark",
            {0, 4},
            "mark of a student of average preparation who learns at the reference pace (g0)",
            calibrated,
            "level of ninth-grade marks; within what docs/calibration.md leaves open"},
        sim::Field<P>{"preparation",
                      &P::preparation,
                      "mark",
                      {0, 3},
                      "marks per SD of preparation (g_a)",
                      calibrated,
                      "by hand: spread of ninth-grade marks"},
        sim::Field<P>{"knowledge",
                      &P::knowledge,
                      "mark/year",
                      {0, 10},
                      "marks per year of learning ahead (g_K)",
                      calibrated,
                      "belonging with marks; within what docs/calibration.md leaves open"},
        sim::Field<P>{"vigilance",
                      &P::vigilance,
                      "mark",
                      {0, 2},
                      "what full vigilance costs on an evaluation (g_V)",
                      assumed},
        sim::Field<P>{"noise",
                      &P::noise,
                      "mark",
                      {0, 2},
                      "standard deviation of one mark around what was learned",
                      assumed},
        sim::Field<P>{"advanced_standard",
                      &P::advanced_standard,
                      "mark",
                      {-2, 2},
                      "grading standard of advanced courses, an adult policy",
                      assumed},
        sim::Field<P>{"feeder_standard",
                      &P::feeder_standard,
                      "mark",
                      {-2, 2},
                      "how much more generous marks are in the schools that students come from",
                      calibrated,
                      "by hand: fall of marks at the transition to high school"},
        sim::Field<P>{"pass",
                      &P::pass,
                      "mark",
                      {0, 4},
                      "lowest course final that passes",
                      cited,
                      "D or 1.0 on the four-point scale"},
    };
  }
};

/// Effort of one day, of which a course learns `effort * teaching / (reference * days)`.
template <class V>
inline V effort(V engagement, V attention_left) {
  return engagement * attention_left;
}

/// Years learned from `efforts` (a sum of daily efforts) under a teacher of this teaching.
template <class V>
inline V learned(V efforts, V teaching, float days_in_year, const LearningParameters& p) {
  return efforts * teaching * (1.0f / (p.effort_reference * days_in_year));
}

/// A mark. `year_gone` is the share of the year that has passed (Kref); `noise` standard normal.
inline float mark(float preparation, float knowledge, float year_gone, float vigilance,
                  bool advanced, float noise, const LearningParameters& p) {
  const float standard = advanced ? p.advanced_standard : 0.0f;
  return sim::clamp(p.mark_base + standard + p.preparation * preparation +
                        p.knowledge * (knowledge - year_gone) - p.vigilance * vigilance +
                        p.noise * noise,
                    0.0f, 4.0f);
}

}  // namespace models
