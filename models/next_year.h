#pragma once
// From one year to the next: what students leave a year with is what they enter the next one with.
// Relations end with the year. A teacher who is met again in a later year is met as one who is
// known:
//
//   R = T + kept^n*(R_then - T),   k = kept^n*k_then,   h = h_then * exp(-n*summer/discipline_days)
//
//   n       summers since they parted       kept  entry.pair_kept [0, 1]
//   summer  entry.summer_days, in school days
//   R_then, k_then, h_then   relation, individuation and memory of incidents when they parted
//
// Only pairs of the seating in which a year ends are remembered. The form is assumed.

#include "models/year.h"

namespace models {

/// Copies all but friends.
void copy_entry(const Entry& from, std::uint32_t from_id, Entry& to, std::uint32_t to_id);

/// What everyone leaves the year with after a summer, friends included.
void leave_year(const School& school, const Parameters& p, const State& state, Entry& entry);

/// Puts the state of a year that has ended with seating `last` where the next one begins.
void begin_next_year(const School& school, const Seating& last, const School& next,
                     const Scenario& scenario, State& state);

/// At the first bell: pairs who know each other from earlier years.
void meet_again(const School& school, const Seating& seating, const Parameters& p, State& state);

}  // namespace models
