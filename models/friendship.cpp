#include "models/friendship.h"

#include <algorithm>

#include "models/mini_step.h"

namespace models {
namespace {

void list_incoming(const Friendships& friends, FriendshipRoom& room) {
  const std::size_t n = friends.size();
  room.in_first.assign(n + 1, 0);
  for (std::size_t id = 0; id < n; ++id) {
    for (std::size_t k = 0; k < friends.degree[id]; ++k) ++room.in_first[friends.of(id)[k] + 1u];
  }
  for (std::size_t id = 0; id < n; ++id) room.in_first[id + 1] += room.in_first[id];
  room.in_ties.resize(room.in_first[n]);
  // Fill backwards from each row's end, so that no second array of positions is needed.
  for (std::size_t id = n; id-- > 0;) {
    for (std::size_t k = 0; k < friends.degree[id]; ++k) {
      room.in_ties[--room.in_first[friends.of(id)[k] + 1u]] = static_cast<std::uint16_t>(id);
    }
  }
  for (std::size_t id = 0; id < n; ++id) room.in_first[id] = room.in_first[id + 1];
  room.in_first[n] = static_cast<std::uint32_t>(room.in_ties.size());
}

/// Mini-steps of a student in a week: Poisson, at most 7, from one uniform.
std::uint32_t steps_this_week(float uniform, float rate) {
  float term = sim::exp(-rate), below = term;
  std::uint32_t steps = 0;
  while (uniform > below && steps < 7) {
    ++steps;
    term *= rate / static_cast<float>(steps);
    below += term;
  }
  return steps;
}

}  // namespace

void befriend(sim::Stream s, std::uint32_t day, const sim::Calendar& calendar,
              const FriendshipView& view, const FriendshipParameters& p, Friendships& friends,
              FriendshipRoom& room) {
  const std::size_t n = friends.size();
  list_incoming(friends, room);
  const float rate = p.opportunities / static_cast<float>(calendar.weeks());
  room.order.clear();
  for (std::size_t id = 0; id < n; id += sim::kLanes) {
    sim::LanesU who;
    for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
      who[lane] = static_cast<std::uint32_t>(id + lane);
    }
    const auto words = sim::draw(s, who, 0, day, purpose::friend_steps);
    for (std::size_t lane = 0; lane < sim::kLanes && id + lane < n; ++lane) {
      const float u = sim::uniform(static_cast<std::uint32_t>(words.word[0][lane]));
      if (u < 1.0f - rate) continue;  // exp(-rate) >= 1 - rate: surely no step
      const std::uint32_t steps = steps_this_week(u, rate);
      // Each step's place in the week: a random key, then id and step to make it unique.
      const std::uint64_t key = static_cast<std::uint32_t>(words.word[1][lane]);
      for (std::uint32_t k = 0; k < steps; ++k) {
        const std::uint64_t mixed = (key * (2 * k + 1)) & 0xffffffffu;
        room.order.push_back(mixed << 32 | static_cast<std::uint64_t>(id + lane) << 8 | k);
      }
    }
  }
  std::sort(room.order.begin(), room.order.end());
  MiniStep step(s, day, view, p, friends, room);
  for (const std::uint64_t turn : room.order) {
    step.run(static_cast<std::uint16_t>(turn >> 8 & 0xffffu),
             static_cast<std::uint32_t>(turn & 0xffu));
  }
  for (std::uint8_t& age : friends.weeks)
    age = age < 255 ? static_cast<std::uint8_t>(age + 1) : age;
}

}  // namespace models
