#pragma once
// Relation between a student and a teacher, what the teacher knows of the student, and trust.
//
//   approach = sigma(z0 - z1*pi*(1 - z2*lambda))                    the student's bid
//   R += kap * (approach*S_jg + z3*(E - E0) + z4*k_ij - R)          the answer, within [-1.2, 1.2]
//   T += kT * (mean_j R_ij - T)                                     slow
//   k += k1*(1 - k)*answered + k2*(1 - k)*team_talk - k3*k,  answered = approach * S_jg
//
//   R  relation [-1.2, 1.2]    T  trust in teachers    k  individuating knowledge [0, 1]
//   pi reading of the pair's classes today [0, 1]      lambda  lens [0, 1]
//   S_jg support [0, 1]        team_talk  adults who speak about each student (a lever) [0, 1]
//
// Means over the pair's class events of the day; absent students keep R and lose a little k.
// Hughes & Kwok 2007; Roorda et al. 2011, doi:10.3102/0034654311421793; Gehlbach et al. 2016,
// doi:10.1037/edu0000042 (knowing each other). Form and paces are assumed.

#include "sim/kernel/params.h"
#include "sim/kernel/transcendental.h"

namespace models {

struct RelationParameters {
  float approach = 1.4f;
  float approach_reading = 3.0f;
  float approach_lens = 0.6f;
  float pace = 0.03f;
  float engagement = 0.25f;
  float engagement_reference = 0.6f;
  float known = 0.05f;
  float trust_pace = 0.01f;
  float known_answered = 0.01f;
  float known_talk = 0.008f;
  float known_fades = 0.006f;

  static constexpr std::string_view section = "relation";
  static constexpr std::string_view title = "Relation, knowledge of the student, trust";
  static constexpr auto fields() {
    using P = RelationParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"approach",
                      &P::approach,
                      "logit",
                      {-4, 6},
                      "readiness to turn to a teacher where nothing is in doubt (z0)",
                      assumed},
        sim::Field<P>{"approach_reading",
                      &P::approach_reading,
                      "logit",
                      {0, 8},
                      "how much a reading of cues as being about the group holds back (z1)",
                      calibrated,
                      "within what docs/calibration.md leaves open"},
        sim::Field<P>{"approach_lens",
                      &P::approach_lens,
                      "1",
                      {0, 1},
                      "how much of that the lens undoes (z2)",
                      assumed},
        sim::Field<P>{"pace",
                      &P::pace,
                      "1/day",
                      {0.001f, 1},
                      "share of the way that a relation moves in a day (kap)",
                      assumed},
        sim::Field<P>{"engagement",
                      &P::engagement,
                      "1",
                      {0, 2},
                      "how much engagement adds to a relation (z3)",
                      assumed},
        sim::Field<P>{"engagement_reference",
                      &P::engagement_reference,
                      "1",
                      {0, 1},
                      "engagement at which it neither adds nor takes (E0)",
                      assumed},
        sim::Field<P>{"known",
                      &P::known,
                      "1",
                      {0, 2},
                      "how much being known adds to a relation (z4)",
                      assumed},
        sim::Field<P>{"trust_pace",
                      &P::trust_pace,
                      "1/day",
                      {0.0001f, 0.5f},
                      "share of the way that trust moves to the mean relation in a day (kT)",
                      assumed},
        sim::Field<P>{"known_answered",
                      &P::known_answered,
                      "1/day",
                      {0, 0.5f},
                      "what an answered bid teaches the teacher about the student (k1)",
                      assumed},
        sim::Field<P>{"known_talk",
                      &P::known_talk,
                      "1/day",
                      {0, 0.5f},
                      "what a full team talk teaches (k2)",
                      assumed},
        sim::Field<P>{"known_fades",
                      &P::known_fades,
                      "1/day",
                      {0, 0.5f},
                      "how fast such knowledge fades (k3)",
                      assumed},
    };
  }
};

inline constexpr float kRelationLimit = 1.2f;

/// The student's bid, in [0, 1].
template <class V>
inline V approach(V reading, V lens, const RelationParameters& p) {
  return sim::logistic(p.approach - p.approach_reading * reading * (1.0f - p.approach_lens * lens));
}

/// Relation at the end of a day in class.
template <class V>
inline V relate(V relation, V answered, V engagement, V known, const RelationParameters& p) {
  const V pull = answered + p.engagement * (engagement - p.engagement_reference) + p.known * known;
  return sim::clamp(relation + p.pace * (pull - relation), -kRelationLimit, kRelationLimit);
}

/// Individuating knowledge at the end of a day; `answered` = 0 for an absent student.
template <class V>
inline V know(V known, V answered, V team_talk, const RelationParameters& p) {
  return sim::clamp(known +
                        (1.0f - known) * (p.known_answered * answered + p.known_talk * team_talk) -
                        p.known_fades * known,
                    0.0f, 1.0f);
}

template <class V>
inline V trust(V trusted, V mean_relation, const RelationParameters& p) {
  return trusted + p.trust_pace * (mean_relation - trusted);
}

}  // namespace models
