#pragma once
// A week of friendship in plain loops: one candidate at a time, lists searched from end to end, no
// room kept from week to week. The model's own week must give the same ties to the bit.

#include <algorithm>
#include <limits>

#include "models/friendship.h"

namespace plain {

struct Candidate {
  std::uint16_t id;
  bool own;      ///< a tie that could end
  bool sampled;  ///< a classmate met by chance, not known otherwise
  float value = 0;
};

struct Turn {
  std::uint64_t key;  ///< place in the week
  std::uint16_t id;
  std::uint32_t step;
};

struct Week {
  sim::Stream stream;
  std::uint32_t day;
  const sim::Calendar& calendar;
  const models::FriendshipView& view;
  const models::FriendshipParameters& p;
  models::Friendships& friends;
  std::vector<std::vector<std::uint16_t>> incoming;  ///< who names a student as the week begins

  std::vector<std::uint16_t> friends_of(std::size_t id) const {
    const std::uint16_t* ties = friends.of(id);
    return {ties, ties + friends.degree[id]};
  }

  std::vector<Turn> turns() const {
    std::vector<Turn> all;
    const float rate = p.opportunities / static_cast<float>(calendar.weeks());
    for (std::uint32_t id = 0; id < friends.size(); ++id) {
      const auto words = sim::draw(stream, id, 0, day, models::purpose::friend_steps);
      float chance = sim::exp(-rate), below = chance;
      std::uint32_t steps = 0;
      while (sim::uniform(words[0]) > below && steps < 7) {
        ++steps;
        chance *= rate / static_cast<float>(steps);
        below += chance;
      }
      for (std::uint32_t k = 0; k < steps; ++k) {
        const std::uint64_t mixed = static_cast<std::uint64_t>(words[1]) * (2 * k + 1);
        all.push_back(
            {(mixed & 0xffffffffu) << 32 | id << 8 | k, static_cast<std::uint16_t>(id), k});
      }
    }
    std::sort(all.begin(), all.end(), [](const Turn& a, const Turn& b) { return a.key < b.key; });
    return all;
  }

  /// Friends, then others known, at most 23 in all; then a sample of eight classmates.
  std::vector<Candidate> candidates(const Turn& turn) const {
    std::vector<Candidate> found;
    const auto add = [&](std::uint16_t j, bool own, bool sampled, std::size_t most) {
      const bool known =
          std::any_of(found.begin(), found.end(), [&](const Candidate& c) { return c.id == j; });
      if (!known && j != turn.id && found.size() < most) found.push_back({j, own, sampled});
    };
    for (const std::uint16_t j : friends_of(turn.id)) add(j, true, false, 31);
    for (const std::uint16_t j : incoming[turn.id]) add(j, false, false, 23);
    for (const std::uint16_t k : friends_of(turn.id)) {
      for (const std::uint16_t j : friends_of(k)) add(j, false, false, 23);
    }
    const models::Timetable& t = *view.timetable;
    for (std::uint32_t q = 0; q < 2; ++q) {
      for (const std::uint32_t word :
           sim::draw(stream, turn.id, turn.step * 8 + q, day, models::purpose::friend_sample)) {
        const std::uint16_t s = t.section[(word >> 24) % t.periods][turn.id];
        const std::uint64_t size = t.first_member[s + 1u] - t.first_member[s];
        add(t.members[t.first_member[s] + ((word & 0xffffffu) * size >> 24)], false, true, 31);
      }
    }
    return found;
  }

  float correction(std::uint16_t i, const std::vector<Candidate>& found) const {
    const models::Timetable& t = *view.timetable;
    std::uint32_t pool = 0;
    for (std::uint32_t p_ = 0; p_ < t.periods; ++p_) {
      const models::Section& section = t.sections[t.section[p_][i]];
      if (section.period == p_) pool += section.students - 1u;
    }
    const auto sampled = static_cast<std::size_t>(
        std::count_if(found.begin(), found.end(), [](const Candidate& c) { return c.sampled; }));
    if (sampled == 0 || pool <= sampled) return 0;
    return sim::log(static_cast<float>(pool) / static_cast<float>(sampled));
  }

  /// Utility of a tie to j, as friendship.h has it.
  float utility(std::uint16_t i, std::uint16_t j) const {
    std::uint32_t paths = 0;
    for (const std::uint16_t k : friends_of(i)) paths += friends.has(k, j) ? 1 : 0;
    const models::Timetable& t = *view.timetable;
    int shared = 0;
    for (std::uint32_t q = 0; q < t.periods; ++q) shared += t.section[q][i] == t.section[q][j];
    float same = 0, centre = 0;
    std::vector<float> like;
    for (std::uint32_t d = 0; d < view.identity->dimensions; ++d) {
      const models::Dimension& dimension = view.identity->dimension[d];
      if (dimension.same_tie == 0.0f && dimension.own_group == 0.0f) continue;
      const auto& membership = view.people->membership[d];
      std::size_t alike = 0;
      for (std::size_t k = 0; k < friends.size(); ++k) alike += membership[k] == membership[i];
      const float share = static_cast<float>(alike) / static_cast<float>(friends.size());
      const float worth =
          dimension.same_tie + dimension.own_group * models::own_group_utility(share, p);
      centre += models::preference_centre(worth, share);
      like.push_back(membership[i] == membership[j] ? worth : 0.0f);
    }
    same -= centre;
    for (const float worth : like) same += worth;
    const auto apart = [&](const float* of) {
      return of[j] > of[i] ? of[j] - of[i] : of[i] - of[j];
    };
    return (p.density + p.marks + p.engagement) + p.closure * models::closure_weight(paths) +
           p.reciprocity * (friends.has(j, i) ? 1.0f : 0.0f) +
           p.classes * static_cast<float>(shared) + same - p.marks * 0.25f * apart(view.marks) -
           p.engagement * apart(view.engagement);
  }

  void reconsider(const Turn& turn) {
    std::vector<Candidate> found = candidates(turn);
    const bool full = friends.degree[turn.id] == models::kMaxFriends;
    const float sampled = correction(turn.id, found);
    const auto race = [&](std::uint32_t id, float value) {
      const auto word =
          sim::draw(stream, id, turn.id, day, models::purpose::friend_choice + turn.step)[0];
      return sim::exponential(word) * sim::exp(-value);
    };
    for (Candidate& c : found) {
      const float corrected = (c.sampled ? sampled : 0.0f) + (full && !c.own ? -1000.0f : 0.0f);
      const float u = utility(turn.id, c.id) + corrected;
      c.value = c.own ? -u : u;
    }
    float least = std::numeric_limits<float>::infinity();
    const Candidate* first = nullptr;
    for (const Candidate& c : found) {
      const float time = race(c.id, c.value);
      if (time < least) {
        least = time;
        first = &c;
      }
    }
    if (first == nullptr || race(0xffff0000u, 0) < least) return;
    if (first->own) {
      friends.end(turn.id, first->id);
    } else {
      friends.make(turn.id, first->id, 0);
    }
  }

  void live() {
    incoming.assign(friends.size(), {});
    for (std::size_t id = 0; id < friends.size(); ++id) {
      for (const std::uint16_t j : friends_of(id))
        incoming[j].push_back(static_cast<std::uint16_t>(id));
    }
    for (const Turn& turn : turns()) reconsider(turn);
    for (std::uint8_t& age : friends.weeks)
      age = age < 255 ? static_cast<std::uint8_t>(age + 1) : age;
  }
};

}  // namespace plain
