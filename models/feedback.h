#pragma once
// Answer to critical feedback: does a student revise the work?
//
//   y         = appraisal of the comment's cue (cues and appraisal, in that class)
//   P(revise) = sigma(u0 + u1*y + u2*E)
//
//   comment   cue of one critical comment, the same for everyone (< 0)
//   E         engagement [0, 1]
//
// A wise frame adds to the cue and takes doubt away (inputs feedback_warmth, feedback_clarity).
// Yeager et al. 2014, doi:10.1037/a0033906; Cohen, Steele & Ross 1999. The logistic form is
// assumed; the model asks it as a question on a chosen day, and nothing else depends on it.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct FeedbackParameters {
  float comment = -1.5f;
  float revise_base = 13.1f;
  float revise_evidence = 9.0f;
  float revise_engagement = 1.5f;

  static constexpr std::string_view section = "feedback";
  static constexpr std::string_view title = "Answer to critical feedback";
  static constexpr auto fields() {
    using P = FeedbackParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"comment",
                      &P::comment,
                      "cue",
                      {-4, 0},
                      "cue of one critical comment without a frame",
                      assumed},
        sim::Field<P>{"revise_base",
                      &P::revise_base,
                      "logit",
                      {-20, 20},
                      "readiness to revise, all else at zero (u0)",
                      calibrated,
                      "by hand: share who revise without a frame"},
        sim::Field<P>{"revise_evidence",
                      &P::revise_evidence,
                      "logit/cue",
                      {0, 10},
                      "how much what the comment is read to say matters (u1)",
                      calibrated,
                      "by hand: wise feedback"},
        sim::Field<P>{"revise_engagement",
                      &P::revise_engagement,
                      "logit",
                      {0, 10},
                      "how much engagement matters (u2)",
                      assumed},
    };
  }
};

/// `evidence` is the comment as it is read.
inline float revise_chance(float evidence, float engagement, const FeedbackParameters& p) {
  return sim::logistic(p.revise_base + p.revise_evidence * evidence +
                       p.revise_engagement * engagement);
}

}  // namespace models
