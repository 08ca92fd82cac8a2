#include "models/friendship.h"

#include <algorithm>
#include <bit>

#include "models/mini_step.h"

namespace models {
namespace {

/// Everyone as the others compare them this week, but for memberships; and who names whom.
void list_peers(const FriendshipView& view, const Friendships& friends, FriendshipRoom& room) {
  const std::size_t n = friends.size();
  const std::size_t all = n + kMaxFriends;  // with nobody's numbers
  room.peer.resize(n);
  room.incoming.resize(all * kIncomingRoom);
  room.named.assign(all, 0);
  room.seen.resize(all);
  for (std::size_t id = 0; id < n; ++id) {
    Peer& peer = room.peer[id];
    peer = {};
    MiniStep::list_ties(friends, id, peer);
    std::memcpy(peer.section, view.timetable->day_of.data() + id * kDayRoom, sizeof peer.section);
    peer.marks = view.marks[id];
    peer.engagement = view.engagement[id];
    // Always ten, so that nothing has to be predicted: an empty place is nobody's.
    for (const std::uint16_t j : peer.tie) {
      const std::uint8_t at = room.named[j];
      room.incoming[j * kIncomingRoom + at] = static_cast<std::uint16_t>(id);
      room.named[j] = static_cast<std::uint8_t>(at + (at + 1u < kIncomingRoom ? 1 : 0));
    }
  }
}

/// Mini-steps of a student in a week: Poisson, at most 7, from one uniform. `none` is the chance of
/// no step.
std::uint32_t steps_this_week(float uniform, float rate, float none) {
  float term = none, below = term;
  std::uint32_t steps = 0;
  while (uniform > below && steps < 7) {
    ++steps;
    term *= rate / static_cast<float>(steps);
    below += term;
  }
  return steps;
}

/// This week's turns in their order: a random key each, then student and step to make it unique.
void draw_turns(sim::Stream s, std::uint32_t day, float rate, std::size_t n, FriendshipRoom& room) {
  const float none = sim::exp(-rate);
  room.order.clear();
  for (std::size_t id = 0; id < n; id += sim::kLanes) {
    const sim::LanesU who = (sim::LanesU)sim::lane_numbers() + static_cast<std::uint32_t>(id);
    const auto words = sim::draw(s, who, 0, day, purpose::friend_steps);
    alignas(64) float u[sim::kLanes];
    alignas(64) std::uint32_t key[sim::kLanes];
    sim::store(u, sim::uniform(words.word[0]));
    sim::store(key, words.word[1]);
    const sim::LanesF uniform = sim::load(u);
    // exp(-rate) >= 1 - rate, but for rounding.
    std::uint32_t some = sim::lane_bits((uniform > none) & (uniform >= 1.0f - rate));
    for (; some != 0; some &= some - 1) {
      const auto lane = static_cast<std::size_t>(std::countr_zero(some));
      if (id + lane >= n) break;
      const std::uint32_t steps = steps_this_week(u[lane], rate, none);
      for (std::uint32_t k = 0; k < steps; ++k) {
        const std::uint32_t mixed = key[lane] * (2 * k + 1);
        room.order.push_back(static_cast<std::uint64_t>(mixed) << 32 | (id + lane) << 8 | k);
      }
    }
  }
  std::sort(room.order.begin(), room.order.end());
}

/// Random words for the samples of classmates, for all turns in their order.
void draw_samples(sim::Stream s, std::uint32_t day, FriendshipRoom& room) {
  const std::size_t turns = room.order.size();
  room.sample.resize((turns + sim::kLanes) * kSampled);
  for (std::size_t first = 0; first < turns; first += sim::kLanes) {
    sim::LanesU who{}, step{};
    for (std::size_t lane = 0; lane < sim::kLanes && first + lane < turns; ++lane) {
      who[lane] = static_cast<std::uint32_t>(room.order[first + lane] >> 8 & 0xffffu);
      step[lane] = static_cast<std::uint32_t>(room.order[first + lane] & 0xffu);
    }
    for (std::uint32_t q = 0; q < kSampled / 4; ++q) {
      const auto words = sim::draw(s, who, step * 8u + q, day, purpose::friend_sample);
      for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
        for (std::size_t w = 0; w < 4; ++w) {
          room.sample[(first + lane) * kSampled + q * 4 + w] =
              static_cast<std::uint32_t>(words.word[w][lane]);
        }
      }
    }
  }
}

}  // namespace

void befriend(sim::Stream s, std::uint32_t day, const sim::Calendar& calendar,
              const FriendshipView& view, const FriendshipParameters& p, Friendships& friends,
              FriendshipRoom& room) {
  const std::size_t n = friends.size();
  list_peers(view, friends, room);
  draw_turns(s, day, p.opportunities / static_cast<float>(calendar.weeks()), n, room);
  draw_samples(s, day, room);
  MiniStep step(s, day, view, p, friends, room);
  const std::uint32_t* sample = room.sample.data();
  for (const std::uint64_t turn : room.order) {
    step.run(static_cast<std::uint16_t>(turn >> 8 & 0xffffu),
             static_cast<std::uint32_t>(turn & 0xffu), sample);
    sample += kSampled;
  }
  for (std::uint8_t& age : friends.weeks)
    age = age < 255 ? static_cast<std::uint8_t>(age + 1) : age;
}

}  // namespace models
