#include "models/next_year.h"

#include <algorithm>

namespace models {
namespace {

/// Ties among those who stay are kept; entrants have those who came along.
void keep_friends(const Friendships& before, const School& next, Friendships& friends) {
  friends.resize(next.people.size());
  for (std::uint32_t id = 0; id < next.people.size(); ++id) {
    const Friendships& from = next.entered(id) ? next.entry.friends : before;
    for (std::size_t k = 0; k < from.degree[id]; ++k) {
      const std::uint16_t other = from.of(id)[k];
      if (next.entered(other) != next.entered(id)) continue;
      friends.make(id, other, from.weeks[id * kFriendRoom + k]);
    }
  }
}

/// Every pair of the year, as it parts.
void remember_pairs(const School& school, const Seating& last, State& state) {
  state.past.resize(school.students());
  for (std::size_t row = 0; row < school.students(); ++row) {
    auto& past = state.past[school.id[row]];
    for (std::uint32_t period = 0; period < school.periods(); ++period) {
      if (last.slot[period][row] != period) continue;
      const PastPair pair{school.staff.id[last.teacher[period][row]], school.year,
                          state.relation[period][row], state.memory[period][row],
                          state.known[period][row]};
      const auto met = std::find_if(past.begin(), past.end(),
                                    [&](const auto& p) { return p.teacher == pair.teacher; });
      if (met != past.end()) {
        *met = pair;
      } else {
        past.push_back(pair);
      }
    }
  }
}

/// Practice goes with the teacher.
void keep_practice(const School& school, const School& next, const State& before, State& state) {
  for (std::size_t j = 0; j < next.staff.size(); ++j) {
    for (std::size_t k = 0; k < school.staff.size(); ++k) {
      if (school.staff.id[k] != next.staff.id[j]) continue;
      state.practice[j] = before.practice[k];
      state.practice_met[j] = before.practice_met[k];
    }
  }
}

}  // namespace

void copy_entry(const Entry& from, std::uint32_t from_id, Entry& to, std::uint32_t to_id) {
  for (const auto column : Entry::columns) (to.*column)[to_id] = (from.*column)[from_id];
}

void leave_year(const School& school, const Parameters& p, const State& state, Entry& entry) {
  const float summer = sim::exp(-p.entry.summer_days / p.behaviour.discipline_days);
  for (std::size_t row = 0; row < school.students(); ++row) {
    const std::uint32_t id = school.id[row];
    entry.marks[id] = state.mean_mark[row];
    entry.gpa[id] =
        state.terms_counted[row] > 0 ? state.points[row] / state.terms_counted[row] : 0.0f;
    entry.trust[id] = state.trust[row];
    entry.discipline[id] = summer * state.discipline[row];
    entry.belonging[id] = state.belonging.now()[row];
    entry.uncertainty[id] = state.uncertainty.now()[row];
    entry.engagement[id] = state.engagement.now()[row];
    entry.lens[id] = state.lens[row];
  }
  entry.friends = state.friends;
}

void begin_next_year(const School& school, const Seating& last, const School& next,
                     const Scenario& scenario, State& state) {
  remember_pairs(school, last, state);
  Entry entry;
  entry.resize(next.people.size());
  leave_year(school, scenario.parameters, state, entry);
  keep_friends(state.friends, next, entry.friends);
  for (std::uint32_t id = 0; id < next.people.size(); ++id) {
    if (!next.entered(id)) continue;
    copy_entry(next.entry, id, entry, id);
    state.past[id].clear();
  }
  State begun;
  begun.past = std::move(state.past);
  start_year(next, entry, scenario, begun);
  keep_practice(school, next, state, begun);
  state = std::move(begun);
}

void meet_again(const School& school, const Seating& seating, const Parameters& p, State& state) {
  for (std::size_t row = 0; row < school.students(); ++row) {
    for (const PastPair& past : state.past[school.id[row]]) {
      const std::uint32_t summers = school.year - past.year;
      float kept = 1;
      for (std::uint32_t n = 0; n < summers; ++n) kept *= p.entry.pair_kept;
      const float forgotten = sim::exp(-static_cast<float>(summers) * p.entry.summer_days /
                                       p.behaviour.discipline_days);
      for (std::uint32_t period = 0; period < school.periods(); ++period) {
        if (school.staff.id[seating.teacher[period][row]] != past.teacher) continue;
        const std::uint8_t slot = seating.slot[period][row];
        state.relation[slot][row] = state.trust[row] + kept * (past.relation - state.trust[row]);
        state.known[slot][row] = kept * past.known;
        state.memory[slot][row] = forgotten * past.memory;
      }
    }
  }
}

}  // namespace models
