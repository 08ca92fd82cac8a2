#pragma once
// What a day brought one student, worked out after its last bell from what the state still holds.
// Who is absent met no class that day: NaN.

#include "models/day.h"

namespace models {

/// Mean over the day's classes of a column that the day summed over them.
float todays_mean(const sim::Column<float>& sum, const Day& day, const State& state,
                  std::size_t row);

/// Mean cue of the day's classes, in cue units, before it is read. As the day lived it, but that
/// work given back on a marking period's last day counts with the mark of that day's report card.
float todays_cue(const Day& day, const State& state, std::size_t row);

/// Did the student meet an identity-based hurtful event? The same draw as the day's.
bool hurt_today(const Day& day, const State& state, std::size_t row);

}  // namespace models
