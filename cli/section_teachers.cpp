#include "cli/section_teachers.h"

#include <tuple>

#include "cli/seats_on_day.h"

namespace cli {

SectionTeachers teachers_on_day(const Roster& roster, std::uint32_t school, std::int32_t day) {
  SectionTeachers teachers;
  using Rank = std::tuple<bool, std::uint64_t, std::uint32_t>;
  std::unordered_map<std::uint32_t, Rank> best;
  for (const RosterSeat& seat : seats_of(roster, school)) {
    if (!seat.teaches || !on_day(roster, seat, day)) continue;
    const Rank rank{!seat.primary, roster.users[seat.user].key, seat.user};
    const auto [at, fresh] = best.try_emplace(seat.of_class, rank);
    if (fresh) continue;
    if (std::get<2>(at->second) != seat.user) teachers.several.insert(seat.of_class);
    at->second = std::min(at->second, rank);
  }
  for (const auto& [number, rank] : best) teachers.user[number] = std::get<2>(rank);
  return teachers;
}

}  // namespace cli
