#pragma once
// The week's bell and the marking period: what happens when the bell rings on the last day of a
// week, and on the last day of a marking period.

#include "models/day.h"

namespace models {

/// Learning of the days since the last settlement goes to the courses. Call before marks.
void settle_learning(const Day& day, State& state);

/// A week of friendship, then its columns.
void befriend_week(const Day& day, State& state);

/// A week of teacher practice: learning, advice, what a data cycle showed.
void practise_week(const Day& day, State& state);

/// Marks and report cards; at a term's end, course finals.
void mark_period(const Day& day, State& state);

}  // namespace models
