#include <algorithm>
#include <bit>

#include "models/friendship.h"

namespace models {
namespace {

constexpr std::size_t kNeighbourhood = 120;  // nobody looks for first friends much further

/// Splits the school by feeder and grade, and large parts into neighbourhoods, in a keyed order.
std::vector<std::vector<std::uint32_t>> neighbourhoods(sim::Stream s, const People& people) {
  std::vector<std::vector<std::uint32_t>> parts;
  std::vector<std::uint32_t> part_of(21 * 13, ~0u);  // the part that is being filled
  for (const std::uint32_t id : shuffled(s, people.size(), 0, purpose::neighbourhood)) {
    const std::uint32_t key = people.feeder[id] * 13u + people.grade[id];
    std::uint32_t& part = part_of[key];
    if (part == ~0u || parts[part].size() >= kNeighbourhood) {
      part = static_cast<std::uint32_t>(parts.size());
      parts.emplace_back();
    }
    parts[part].push_back(id);
  }
  return parts;
}

/// A neighbourhood in columns, so that one student is held against all others in lanes.
class Neighbourhood {
 public:
  Neighbourhood(sim::Stream s, const std::vector<std::uint32_t>& ids, const FriendshipView& view,
                const FriendshipParameters& p)
      : ids_(ids), places_(sim::padded(ids.size())), dimensions_(view.identity->dimensions) {
    for (std::size_t k = ids.size(); k < places_; ++k) {
      x_[k] = y_[k] = 0.0f;
      for (std::uint32_t d = 0; d < dimensions_; ++d) membership_[d][k] = 0;
    }
    for (std::size_t k = 0; k < ids.size(); ++k) {
      const auto words = sim::draw(s, ids[k], 0, 0, purpose::first_friends);
      x_[k] = sim::uniform(words[0]);
      y_[k] = sim::uniform(words[1]);
      wish[k] = sim::uniform(words[2]);
      age[k] = sim::uniform(words[3]);
      for (std::uint32_t d = 0; d < dimensions_; ++d) {
        membership_[d][k] = view.people->membership[d][ids[k]];
      }
    }
    for (std::uint32_t d = 0; d < dimensions_; ++d) {
      const Dimension& dimension = view.identity->dimension[d];
      unlike_[d] = 0.1f * (dimension.own_group * p.own_group + dimension.same_tie);
    }
  }

  /// Measures how far the others are from number k; nobody is as far as k itself.
  void look_around(std::size_t k) {
    using sim::LanesF, sim::LanesI, sim::choose, sim::load;
    for (std::size_t l = 0; l < places_; l += sim::kLanes) {
      const LanesF x = x_[k] - load(x_ + l), y = y_[k] - load(y_ + l);
      LanesF distance = x * x + y * y;
      for (std::uint32_t d = 0; d < dimensions_; ++d) {
        const LanesI unlike = load<LanesI>(membership_[d] + l) != membership_[d][k];
        distance = choose(unlike, distance + unlike_[d], distance);
      }
      // In the order of the floats, but for zeros of two signs: distances have none below zero.
      const LanesI bits = sim::bits_of(distance);
      const LanesI at = sim::lane_numbers() + static_cast<std::int32_t>(l);
      const LanesI there = at < static_cast<std::int32_t>(ids_.size());
      sim::store(far_ + l, choose(there, bits ^ (bits >> 31 & 0x7fffffff), LanesI{} + kTaken));
    }
    far_[k] = kTaken;
  }

  /// Takes the nearest of those left; of several, the lowest id.
  std::uint32_t take_nearest() {
    using sim::LanesI, sim::load;
    LanesI least = load<LanesI>(far_);
    for (std::size_t l = sim::kLanes; l < places_; l += sim::kLanes) {
      const LanesI other = load<LanesI>(far_ + l);
      least = sim::choose(other < least, other, least);
    }
    const std::int32_t nearest = sim::least_of(least);
    std::size_t taken = kPlaces;
    for (std::size_t l = 0; l < places_; l += sim::kLanes) {
      std::uint32_t bits = sim::lane_bits(load<LanesI>(far_ + l) == nearest);
      for (; bits != 0; bits &= bits - 1) {
        const std::size_t at = l + static_cast<std::size_t>(std::countr_zero(bits));
        if (taken == kPlaces || ids_[at] < ids_[taken]) taken = at;
      }
    }
    far_[taken] = kTaken;
    return ids_[taken];
  }

  float wish[kNeighbourhood];  ///< for friends
  float age[kNeighbourhood];   ///< of ties

 private:
  static constexpr std::size_t kPlaces = sim::padded(kNeighbourhood);
  static constexpr std::int32_t kTaken = 0x7fffffff;

  const std::vector<std::uint32_t>& ids_;
  std::size_t places_;  // in whole lanes
  std::uint32_t dimensions_;
  float unlike_[kMaxDimensions] = {};
  alignas(64) float x_[kPlaces], y_[kPlaces];  // in the plane of interests
  alignas(64) std::int32_t membership_[kMaxDimensions][kPlaces];
  alignas(64) std::int32_t far_[kPlaces];
};

}  // namespace

void first_friendships(sim::Stream s, const FriendshipView& view, const FriendshipParameters& p,
                       Friendships& friends) {
  friends.resize(view.people->size());
  for (const auto& part : neighbourhoods(s, *view.people)) {
    Neighbourhood around(s, part, view, p);
    for (std::size_t k = 0; k < part.size(); ++k) {
      around.look_around(k);
      const float wish = p.first_degree * (0.5f + around.wish[k]) + 0.5f;
      std::size_t degree = static_cast<std::size_t>(wish);
      degree = std::min({degree, part.size() - 1, kMaxFriends});
      for (std::size_t f = 0; f < degree; ++f) {
        friends.make(part[k], static_cast<std::uint16_t>(around.take_nearest()),
                     static_cast<std::uint8_t>(40.0f * around.age[k]));
      }
    }
  }
}

}  // namespace models
