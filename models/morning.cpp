#include <algorithm>

#include "models/day.h"

namespace models {

void take_seats(const Seating& seating, State& state) {
  const auto& sections = seating.timetable.sections;
  state.section_norm.assign(sections.size(), 0.0f);
  state.section_scale.assign(sections.size(), 0.0f);
  for (std::size_t s = 0; s < sections.size(); ++s) {
    if (sections[s].students > 0) {
      state.section_scale[s] = 1.0f / (65535.0f * static_cast<float>(sections[s].students));
    }
  }
}

namespace {

/// Engagement in whole 65535ths: sums of whole numbers are the same in any order.
void count_effort(const Day& day, State& state) {
  const sim::Column<float>& engagement = state.engagement.now();
  const std::uint32_t* id = day.school.id.data();
  const std::size_t rows = day.school.students();
  for (std::size_t k = 0; k < rows; k += sim::kLanes) {
    const auto units = sim::truncate(sim::load(engagement.data() + k) * 65535.0f + 0.5f);
    for (std::size_t lane = 0; lane < sim::kLanes && k + lane < rows; ++lane) {
      state.effort_units[id[k + lane]] = static_cast<std::uint32_t>(units[lane]);
    }
  }
}

/// Members are listed once for a class that meets in several periods.
void class_norms(const Day& day, State& state) {
  const Timetable& t = day.seating.timetable;
  const std::uint32_t* effort = state.effort_units.data();
  for (std::size_t s = 0; s < t.sections.size(); ++s) {
    std::uint32_t sum = 0;
    for (std::uint32_t k = t.first_member[s]; k < t.first_member[s + 1]; ++k) {
      sum += effort[t.members[k]];
    }
    state.section_norm[s] = static_cast<float>(sum) * state.section_scale[s];
  }
}

void friends_mean(const Day& day, State& state) {
  const std::uint32_t* effort = state.effort_units.data();
  const sim::LanesF alone = sim::LanesF{} + day.p.engagement.reference;
  const std::size_t rows = day.school.students();
  for (std::size_t first = 0; first < rows; first += sim::kLanes) {
    alignas(64) std::int32_t sums[sim::kLanes] = {};
    const std::size_t lanes = std::min(sim::kLanes, rows - first);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      // Always ten: a loop whose end can't be predicted would take longer.
      const FriendRow& friends = state.friend_rows[first + lane];
      std::uint32_t sum = 0;
      for (std::size_t k = 0; k < kMaxFriends; ++k) {
        sum += friends.strength[k] * effort[friends.id[k]];
      }
      sums[lane] = static_cast<std::int32_t>(sum);  // at most 10 * 255 * 65535
    }
    const sim::LanesF scale = sim::load(state.friends_scale.data() + first);
    const sim::LanesF mean = sim::to_float(sim::load<sim::LanesI>(sums)) * scale;
    sim::store(state.friends_engagement.data() + first, sim::choose(scale > 0.0f, mean, alone));
  }
}

}  // namespace

void morning(const Day& day, State& state) {
  count_effort(day, state);
  class_norms(day, state);
  friends_mean(day, state);
}

}  // namespace models
