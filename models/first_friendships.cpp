#include <algorithm>

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

}  // namespace

void first_friendships(sim::Stream s, const FriendshipView& view, const FriendshipParameters& p,
                       Friendships& friends) {
  const People& people = *view.people;
  friends.resize(people.size());
  std::vector<std::pair<float, std::uint32_t>> near;
  for (const auto& part : neighbourhoods(s, people)) {
    std::vector<std::array<float, 4>> at(part.size());  // x, y, wish for friends, age of ties
    for (std::size_t k = 0; k < part.size(); ++k) {
      const auto words = sim::draw(s, part[k], 0, 0, purpose::first_friends);
      for (std::size_t w = 0; w < 4; ++w) at[k][w] = sim::uniform(words[w]);
    }
    for (std::size_t k = 0; k < part.size(); ++k) {
      near.clear();
      for (std::size_t l = 0; l < part.size(); ++l) {
        if (l == k) continue;
        const float x = at[k][0] - at[l][0], y = at[k][1] - at[l][1];
        float distance = x * x + y * y;
        for (std::uint32_t d = 0; d < view.identity->dimensions; ++d) {
          const Dimension& dimension = view.identity->dimension[d];
          if (people.membership[d][part[k]] != people.membership[d][part[l]]) {
            distance += 0.1f * (dimension.own_group * p.own_group + dimension.same_tie);
          }
        }
        near.push_back({distance, part[l]});
      }
      const float wish = p.first_degree * (0.5f + at[k][2]) + 0.5f;
      std::size_t degree = static_cast<std::size_t>(wish);
      degree = std::min({degree, near.size(), kMaxFriends});
      std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(degree),
                        near.end());
      for (std::size_t f = 0; f < degree; ++f) {
        friends.make(part[k], static_cast<std::uint16_t>(near[f].second),
                     static_cast<std::uint8_t>(40.0f * at[k][3]));
      }
    }
  }
}

}  // namespace models
