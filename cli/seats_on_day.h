#pragma once
// Who sits in which class of a school on one day.

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/oneroster.h"

namespace cli {

/// Pairs of user and class.
using Seats = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

inline bool meets(const RosterClass& one, std::int32_t day) {
  return std::any_of(one.terms.begin(), one.terms.end(),
                     [&](const Span& term) { return term.holds(day); });
}

inline bool on_day(const Roster& roster, const RosterSeat& seat, std::int32_t day) {
  return seat.when.holds(day) && meets(roster.classes[seat.of_class], day);
}

/// Students' seats by user, each once; `repeated` counts those that were there again.
inline Seats seats_on_day(const Roster& roster, std::uint32_t school, std::int32_t day,
                          std::size_t& repeated) {
  Seats seats;
  for (const RosterSeat& seat : seats_of(roster, school)) {
    if (!seat.teaches && on_day(roster, seat, day)) {
      seats.push_back({seat.user, seat.of_class});
    }
  }
  std::sort(seats.begin(), seats.end());
  const std::size_t before = seats.size();
  seats.erase(std::unique(seats.begin(), seats.end()), seats.end());
  repeated += before - seats.size();
  return seats;
}

/// Calls `look(first, last)` with each user's stretch of the seats.
template <class Look>
void each_user(Seats& seats, Look look) {
  for (auto from = seats.begin(); from != seats.end();) {
    const auto user = from->first;
    const auto to = std::find_if(from, seats.end(), [&](const auto& s) { return s.first != user; });
    look(from, to);
    from = to;
  }
}

}  // namespace cli
