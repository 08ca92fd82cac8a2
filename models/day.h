#pragma once
// A school day, in the order of a methods section.
//
//   arrive      who is here today (absence; suspended students stay away)
//   morning     class norms and friends' engagement, as of this morning
//   class p     for each period: cue -> appraisal -> incident and the teacher's response
//               -> relation, knowledge of the student
//   harm        identity-based hurtful events, at the environment's rate
//   day's end   belonging -> vigilance -> engagement -> effort for learning; lens, trust
//   bell        what was written becomes what is read
//
// Students are taken as many at a time as there are lanes, and live their whole day, so that what
// they carry from class to class stays in registers. Within the day a student's row depends on no
// other row but through the morning's norms; incident memories updated in a period are read by later
// periods of that day.

#include "models/inputs.h"
#include "models/state.h"

namespace models {

/// What one day needs besides the state.
struct Day {
  const School& school;
  const Seating& seating;
  const Parameters& p;
  const Inputs& inputs;
  sim::Stream stream;
  std::uint32_t number;  ///< school day, from 0
};

/// Class norms and friends' mean engagement from this morning's engagement.
void morning(const Day& day, State& state);

/// One school day for everyone, up to the bell.
void live_day(const Day& day, State& state);

/// An incident in period p: what the teacher does and what follows. Scalar: incidents are rare.
/// `reading` is the student's reading of this class today.
void respond(const Day& day, State& state, std::size_t row, std::uint32_t period, float reading);

/// Bias of this teacher towards this student: the environment's (in a dimension that both share,
/// bias_shared of it), times the teacher's factor.
float bias_towards(const Day& day, std::size_t teacher, std::size_t row);

/// Sections of this seating: room for their norms.
void take_seats(const Seating& seating, State& state);

}  // namespace models
