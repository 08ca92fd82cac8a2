#pragma once
// The setting: what a student meets in each class from who is there and what adults do. Rebuilt
// when people or inputs change, so that the day reads plain columns.

#include "models/inputs.h"
#include "models/state.h"

namespace models {

/// Representation and doubt in each class: from who sits there, who teaches, the materials and
/// the stigma of the setting. Writes `represented` and `doubt`.
void rebuild_representation(const School& school, const Seating& seating, const Parameters& p,
                            const Inputs& inputs, State& state);

/// Support and team talk that reach each student. Writes `support` and `talk`.
void rebuild_support(const School& school, const Seating& seating, const Parameters& p,
                     const Inputs& inputs, State& state);

/// Friends in each class, in 0 .. 1: t/(1 + t) for a sum of tie strengths t. Writes `tie`.
void rebuild_ties(const School& school, const Seating& seating, State& state);

/// The part of each cue that stays. Reads the columns above and the students' cue levers.
void rebuild_cues(const Seating& seating, const Parameters& p, const Inputs& inputs, State& state);

/// Friends as rows, for the sweeps.
void rebuild_friends(const School& school, const FriendshipParameters& p, State& state);

}  // namespace models
