#pragma once
// One mini-step of friendship: collect candidates, weigh each change, let utility and chance
// choose. (The formula and its sources are in friendship.h.)

#include <cstring>

#include "models/friendship.h"

namespace models {

inline constexpr std::size_t kMaxCandidates = 31;  // with "nothing", whole lanes at every level
inline constexpr std::size_t kSampled = 8;
inline constexpr std::uint16_t kKnown = 0x100;  // in FriendshipRoom::seen: a candidate already
inline constexpr std::uint32_t kStay =
    0xffff0000u;  // stands for "leave things as they are" in the race

/// Candidates of one mini-step, a column per term of the utility, with room for whole lanes.
struct Candidates {
  static inline constexpr std::size_t kRoom = kMaxCandidates + 1 + sim::kBlock;
  std::uint32_t id[kRoom] = {};
  float sign[kRoom] = {};        ///< -1: a tie that could end, 1: one that could be made
  float correction[kRoom] = {};  ///< for having been sampled, and for the cap
  float closure[kRoom] = {}, returned[kRoom] = {}, classes[kRoom] = {}, same[kRoom] = {};
  float marks[kRoom] = {}, engagement[kRoom] = {};
  float value[kRoom] = {};
  std::size_t count = 0;
};

class MiniStep {
 public:
  MiniStep(sim::Stream s, std::uint32_t day, const FriendshipView& view,
           const FriendshipParameters& p, Friendships& friends, FriendshipRoom& room)
      : s_(s), day_(day), view_(view), p_(p), friends_(friends), room_(room) {
    const std::size_t n = friends.size();
    for (std::uint32_t d = 0; d < view.identity->dimensions; ++d) {
      std::array<std::uint32_t, kMaxMemberships> heads{};
      for (std::size_t id = 0; id < n; ++id) ++heads[view.people->membership[d][id]];
      const Dimension& dimension = view.identity->dimension[d];
      for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
        const float share = static_cast<float>(heads[m]) / static_cast<float>(n);
        same_[d][m] = dimension.same_tie + dimension.own_group * own_group_utility(share, p);
        centre_[d][m] = preference_centre(same_[d][m], share);
      }
      if (dimension.same_tie != 0.0f || dimension.own_group != 0.0f) counts_[counted_++] = d;
    }
    room.seen.resize(n + 1);
    room.peer.resize(n);
    for (std::size_t id = 0; id < n; ++id) {
      Peer& peer = room.peer[id];
      peer = {view.marks[id], view.engagement[id], 0};
      for (std::uint32_t k = counted_; k-- > 0;) {
        peer.memberships = peer.memberships << 8 | view.people->membership[counts_[k]][id];
      }
    }
    for (std::uint32_t t = 0; t <= kMaxFriends; ++t) closure_[t] = p.closure * closure_weight(t);
  }

  void run(std::uint16_t i, std::uint32_t step) {
    Candidates& c = candidates_;
    std::memset(c.correction, 0, sizeof c.correction);
    collect(i, step);
    const std::size_t own = friends_.degree[i];  // current ties come first
    const float at_cap = own < kMaxFriends ? 0.0f : -1000.0f;
    describe(i);
    for (std::size_t k = 0; k < c.count; ++k) {
      c.sign[k] = k < own ? -1.0f : 1.0f;
      c.correction[k] += k < own ? 0.0f : at_cap;
    }
    weigh(i);
    forget(i);
    c.id[c.count] = kStay;
    c.value[c.count] = 0.0f;
    const std::size_t chosen = race(i, step, c.count + 1);
    if (chosen == c.count) return;
    const auto j = static_cast<std::uint16_t>(c.id[chosen]);
    if (chosen < own) {
      friends_.end(i, j);
    } else {
      friends_.make(i, j, 0);
    }
  }

 private:
  /// Adds j unless it is known already (i itself is) or there is no room. Without a branch: whether
  /// friends of friends are new can't be predicted. Returns the number of candidates then.
  static std::size_t consider(std::uint16_t j, std::uint32_t* candidates, std::uint16_t* seen,
                              std::size_t count, std::size_t most, std::uint16_t paths) {
    const auto before = static_cast<std::uint16_t>(seen[j] + paths);
    const bool fresh = (before < kKnown) & (count < most);
    seen[j] = static_cast<std::uint16_t>(before + (fresh ? kKnown : 0));
    candidates[count] = j;
    return count + fresh;
  }

  void collect(std::uint16_t i, std::uint32_t step) {
    constexpr std::size_t most_known = kMaxCandidates - kSampled;
    std::uint32_t* candidates = candidates_.id;
    std::uint16_t* seen = room_.seen.data();
    std::size_t count = 0;
    const std::uint16_t* own = friends_.of(i);
    const std::size_t degree = friends_.degree[i];
    const auto nobody = static_cast<std::uint16_t>(friends_.size());
    seen[nobody] = kKnown;
    seen[i] = kKnown;
    for (std::size_t k = 0; k < degree; ++k) {
      count = consider(own[k], candidates, seen, count, kMaxCandidates, 0);
    }
    for (std::uint32_t k = room_.in_first[i]; k < room_.in_first[i + 1u]; ++k) {
      count = consider(room_.in_ties[k], candidates, seen, count, most_known, 0);
    }
    for (std::size_t k = 0; k < degree; ++k) {
      // Always ten: an empty place counts for nobody, one past the last student.
      const std::uint16_t* theirs = friends_.of(own[k]);
      for (std::size_t l = 0; l < kMaxFriends; ++l) {
        const std::uint16_t j = theirs[l] < nobody ? theirs[l] : nobody;
        count = consider(j, candidates, seen, count, most_known, 1);
      }
    }
    candidates_.count = sample_classmates(i, step, count);
  }

  /// A keyed sample of classmates: a class, then someone in it. Returns the number of candidates.
  std::size_t sample_classmates(std::uint16_t i, std::uint32_t step, std::size_t count) {
    const Timetable& t = *view_.timetable;
    const std::size_t before = count;
    std::uint32_t pool = 0;
    for (std::uint32_t p = 0; p < t.periods; ++p) {
      const std::uint16_t s = t.section[p][i];
      if (t.sections[s].period == p) pool += t.sections[s].students - 1u;
    }
    for (std::uint32_t q = 0; q < kSampled / 4; ++q) {
      const auto words = sim::draw(s_, i, step * 8 + q, day_, purpose::friend_sample);
      for (const std::uint32_t word : words) {
        const std::uint16_t s = t.section[(word >> 24) % t.periods][i];
        const std::uint32_t from = t.first_member[s], size = t.first_member[s + 1u] - from;
        const std::uint32_t at =
            static_cast<std::uint32_t>((static_cast<std::uint64_t>(word & 0xffffffu) * size) >> 24);
        count = consider(t.members[from + at], candidates_.id, room_.seen.data(), count,
                         kMaxCandidates, 0);
      }
    }
    const std::size_t sampled = count - before;
    if (sampled > 0 && pool > sampled) {
      const float correction = sim::log(static_cast<float>(pool) / static_cast<float>(sampled));
      for (std::size_t k = before; k < count; ++k) candidates_.correction[k] = correction;
    }
    return count;
  }

  /// Zeroes again. In a small school all at once, which is faster than to find what was set.
  void forget(std::uint16_t i) {
    const std::size_t n = friends_.size();
    std::uint16_t* seen = room_.seen.data();
    if (n <= 2048) {
      std::memset(seen, 0, n * sizeof seen[0]);
      return;
    }
    const std::uint16_t* own = friends_.of(i);
    for (std::size_t k = 0; k < friends_.degree[i]; ++k) {
      const std::uint16_t* theirs = friends_.of(own[k]);
      for (std::size_t l = 0; l < friends_.degree[own[k]]; ++l) seen[theirs[l]] = 0;
    }
    for (std::size_t k = 0; k < candidates_.count; ++k) seen[candidates_.id[k]] = 0;
    seen[i] = 0;
  }

  /// What the utilities of ties from i to the candidates rest on.
  void describe(std::uint16_t i) {
    Candidates& c = candidates_;
    const Peer me = room_.peer[i];
    float same_of[kMaxDimensions];  // what i's membership of each counted dimension adds
    float centre = 0;
    for (std::uint32_t n = 0; n < counted_; ++n) {
      const std::uint8_t m = view_.people->membership[counts_[n]][i];
      same_of[n] = same_[counts_[n]][m];
      centre += centre_[counts_[n]][m];
    }
    for (std::size_t k = 0; k < c.count; ++k) {
      const auto j = static_cast<std::uint16_t>(c.id[k]);
      const Peer& other = room_.peer[j];
      c.closure[k] = closure_[room_.seen[j] & (kKnown - 1u)];
      c.returned[k] = friends_.has(j, i) ? 1.0f : 0.0f;
      // A period together is a 16-bit word of ones: count the lowest bits of eight words.
      const Eight together = view_.timetable->together(i, j);
      std::uint64_t words[2];
      std::memcpy(words, &together, sizeof words);
      constexpr std::uint64_t ones = 0x0001000100010001u;
      const std::uint64_t shared = ((words[0] & ones) + (words[1] & ones)) * ones >> 48;
      c.classes[k] = static_cast<float>(static_cast<std::int32_t>(shared));
      std::uint64_t apart = me.memberships ^ other.memberships;
      float same = -centre;
      for (std::uint32_t n = 0; n < counted_; ++n, apart >>= 8) {
        same += (apart & 0xffu) == 0 ? same_of[n] : 0.0f;
      }
      c.same[k] = same;
      c.marks[k] = other.marks;
      c.engagement[k] = other.engagement;
    }
  }

  /// The values of all candidates' changes.
  void weigh(std::uint16_t i) {
    Candidates& c = candidates_;
    const auto apart = [](sim::LanesF x) { return sim::higher(x, -x); };
    for (std::size_t k = 0; k < c.count; k += sim::kLanes) {
      const sim::LanesF marks = apart(sim::load(c.marks + k) - view_.marks[i]);
      const sim::LanesF engagement = apart(sim::load(c.engagement + k) - view_.engagement[i]);
      const sim::LanesF u = (p_.density + p_.marks + p_.engagement) + sim::load(c.closure + k) +
                            p_.reciprocity * sim::load(c.returned + k) +
                            p_.classes * sim::load(c.classes + k) + sim::load(c.same + k) -
                            p_.marks * 0.25f * marks - p_.engagement * engagement +
                            sim::load(c.correction + k);
      sim::store(c.value + k, sim::load(c.sign + k) * u);
    }
  }

  /// Exponential race: the alternative whose exponential / exp(value) is least.
  std::size_t race(std::uint16_t i, std::uint32_t step, std::size_t count) {
    float time[kMaxCandidates + 1 + sim::kBlock];
    for (std::size_t k = 0; k < count; k += sim::kLanes) {
      const auto id = sim::load<sim::LanesU>(candidates_.id + k);
      const auto words = sim::draw(s_, id, i, day_, purpose::friend_choice + step);
      const sim::LanesF value = sim::load(candidates_.value + k);
      sim::store(time + k, -sim::log(sim::uniform(words.word[0])) * sim::exp(-value));
    }
    // The least time: in lanes first, then whose it is.
    for (std::size_t k = count; k % sim::kBlock != 0; ++k) time[k] = 3e38f;
    sim::LanesF least = sim::load(time);
    for (std::size_t k = sim::kLanes; k < count; k += sim::kLanes) {
      const sim::LanesF other = sim::load(time + k);
      least = sim::lower(other, least);
    }
    float first = least[0];
    for (std::size_t lane = 1; lane < sim::kLanes; ++lane) {
      first = least[lane] < first ? least[lane] : first;
    }
    std::size_t best = 0;
    while (time[best] != first) ++best;
    return best;
  }

  sim::Stream s_;
  std::uint32_t day_;
  const FriendshipView& view_;
  const FriendshipParameters& p_;
  Friendships& friends_;
  FriendshipRoom& room_;
  Candidates candidates_;
  float same_[kMaxDimensions][kMaxMemberships] = {}, centre_[kMaxDimensions][kMaxMemberships] = {};
  float closure_[kMaxFriends + 1] = {};
  std::uint32_t counts_[kMaxDimensions] = {};  ///< dimensions in which membership counts for ties
  std::uint32_t counted_ = 0;
};

}  // namespace models
