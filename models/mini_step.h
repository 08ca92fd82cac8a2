#pragma once
// One mini-step of friendship: collect candidates, weigh each change, let utility and chance
// choose. (The formula and its sources are in friendship.h.)

#include <bit>
#include <cstring>

#include "models/friendship.h"
#include "sim/kernel/equal_words.h"

namespace models {

inline constexpr std::size_t kMaxCandidates = 31;  // with "nothing", whole lanes at every level
inline constexpr std::size_t kPlaces = kMaxCandidates + 1;
inline constexpr std::size_t kSampled = 8;
inline constexpr std::size_t kMostKnown = kMaxCandidates - kSampled;
inline constexpr std::uint8_t kKnown = 0x80;  // in FriendshipRoom::seen: a candidate already
inline constexpr std::uint32_t kStay =
    0xffff0000u;  // stands for "leave things as they are" in the race

// A candidate who names i takes a place among the known ones or is a friend of i, and those are
// among the known ones too: past this many who name i, there is no place left.
static_assert(kIncomingRoom > kMostKnown);

/// Candidates of one mini-step, a column per thing that the utility rests on, in whole lanes.
struct Candidates {
  static inline constexpr std::size_t kRoom = kPlaces;
  alignas(64) std::uint32_t id[kRoom] = {};
  alignas(64) std::uint32_t alike[kRoom] = {};  ///< where a candidate's row equals i's (Peer)
  alignas(64) std::uint32_t paths[kRoom] = {};
  alignas(64) float marks[kRoom] = {}, engagement[kRoom] = {};
  alignas(64) float value[kRoom] = {};
  std::size_t own = 0, known = 0, count = 0;  ///< current ties come first, then others known
};

class MiniStep {
 public:
  MiniStep(sim::Stream s, std::uint32_t day, const FriendshipView& view,
           const FriendshipParameters& p, Friendships& friends, FriendshipRoom& room)
      : s_(s), day_(day), view_(view), p_(p), friends_(friends), room_(room) {
    for (std::uint32_t b = 0; b < 256; ++b) {
      period_of_[b] = static_cast<std::uint8_t>(b % view.timetable->periods);
    }
    if (room.log_share.empty()) list_shares(room.log_share);
    const std::size_t n = friends.size();
    for (std::uint32_t d = 0; d < view.identity->dimensions; ++d) {
      const Dimension& dimension = view.identity->dimension[d];
      if (dimension.same_tie == 0.0f && dimension.own_group == 0.0f) continue;
      std::array<std::uint32_t, kMaxMemberships> heads{};
      for (std::size_t id = 0; id < n; ++id) ++heads[view.people->membership[d][id]];
      for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
        const float share = static_cast<float>(heads[m]) / static_cast<float>(n);
        same_[counted_][m] = dimension.same_tie + dimension.own_group * own_group_utility(share, p);
        centre_[counted_][m] = preference_centre(same_[counted_][m], share);
      }
      for (std::size_t id = 0; id < n; ++id) {
        room.peer[id].membership[counted_] = view.people->membership[d][id];
      }
      ++counted_;
    }
  }

  /// `sample`: 8 random words.
  void run(std::uint16_t i, std::uint32_t step, const std::uint32_t* sample) {
    Candidates& c = candidates_;
    collect(i);
    sample_classmates(i, sample);
    describe(i);
    std::memset(room_.seen.data(), 0, room_.seen.size());
    weigh(i);
    c.id[c.count] = kStay;
    c.value[c.count] = 0.0f;
    const std::size_t chosen = race(i, step, c.count + 1);
    if (chosen == c.count) return;
    const auto j = static_cast<std::uint16_t>(c.id[chosen]);
    if (chosen < c.own) {
      friends_.end(i, j);
    } else {
      friends_.make(i, j, 0);
    }
    list_ties(friends_, i, room_.peer[i]);
  }

  /// A student's ties in the row that others compare. Every empty place has a number of its own
  /// past the last student's, as counting up one and the same would take turns.
  static void list_ties(const Friendships& friends, std::size_t i, Peer& peer) {
    static_assert(kMaxFriends >= 8 && kFriendRoom >= 16);
    const auto n = static_cast<std::uint16_t>(friends.size());
    const auto part = [&](std::uint16_t first) {  // eight places from this one
      const Eight past = Eight{0, 1, 2, 3, 4, 5, 6, 7} + static_cast<std::uint16_t>(n + first);
      const Eight nobody = past < n ? Eight{} + kNobody : past;  // no number left: the last one
      const Eight ties = load_eight(friends.of(i) + first);
      const Eight eight = ties == kNobody ? nobody : ties;
      std::memcpy(peer.tie + first, &eight, sizeof eight);
    };
    part(kMaxFriends - 8);
    part(0);
  }

  /// log(pool / sampled) for small pools, [pool * kSampled + sampled - 1].
  static void list_shares(std::vector<float>& log_share) {
    log_share.resize(kPools * kSampled);
    for (std::size_t k = 0; k < log_share.size(); ++k) {
      const auto pool = static_cast<float>(k / kSampled);
      log_share[k] = sim::log(pool / static_cast<float>(k % kSampled + 1));
    }
  }

 private:
  static inline constexpr std::size_t kPools = 512;

  /// Adds j unless it is known already (i itself is) or there is no room. Without a branch: whether
  /// friends of friends are new can't be predicted. Returns the number of candidates then.
  std::size_t consider(std::uint16_t j, std::size_t count, std::size_t most, std::uint8_t paths) {
    std::uint8_t* seen = room_.seen.data();
    const auto before = static_cast<std::uint8_t>(seen[j] + paths);
    const bool fresh = (before < kKnown) & (count < most);
    seen[j] = static_cast<std::uint8_t>(before + (fresh ? kKnown : 0));
    candidates_.id[count] = j;
    return count + fresh;
  }

  /// Friends, those who name i, friends of friends. Empty places stand for nobody, whom `seen`
  /// knows from the start.
  void collect(std::uint16_t i) {
    Candidates& c = candidates_;
    const Peer& me = room_.peer[i];
    std::uint8_t* seen = room_.seen.data();
    std::memset(seen + friends_.size(), kKnown, kMaxFriends);
    seen[i] = kKnown;
    for (std::size_t k = 0; k < kMaxFriends; ++k) {
      c.id[k] = me.tie[k];
      seen[me.tie[k]] = kKnown;
    }
    c.own = friends_.degree[i];
    std::size_t count = c.own;
    const std::uint16_t* incoming = room_.incoming.data() + i * kIncomingRoom;
    for (std::size_t k = 0; k < room_.named[i]; ++k) {
      count = consider(incoming[k], count, kMostKnown, 0);
    }
    for (std::size_t k = 0; k < c.own; ++k) {
      const std::uint16_t* theirs = room_.peer[me.tie[k]].tie;
      if (count < kMostKnown) {
        for (std::size_t l = 0; l < kMaxFriends; ++l) {
          count = consider(theirs[l], count, kMostKnown, 1);
        }
      } else {  // no room: they count as two-paths only
        for (std::size_t l = 0; l < kMaxFriends; ++l) ++seen[theirs[l]];
      }
    }
    c.known = count;
  }

  /// A keyed sample of classmates: a class, then someone in it.
  void sample_classmates(std::uint16_t i, const std::uint32_t* sample) {
    const Timetable& t = *view_.timetable;
    const Peer& me = room_.peer[i];
    std::size_t count = candidates_.known;
    for (std::size_t k = 0; k < kSampled; ++k) {
      const std::uint32_t word = sample[k];
      const std::uint16_t s = me.section[period_of_[word >> 24]];
      const std::uint32_t from = t.first_member[s], size = t.first_member[s + 1u] - from;
      const std::uint32_t at =
          static_cast<std::uint32_t>((static_cast<std::uint64_t>(word & 0xffffffu) * size) >> 24);
      count = consider(t.members[from + at], count, kMaxCandidates, 0);
    }
    candidates_.count = count;
  }

  /// What is added to a sampled candidate's utility for having been sampled.
  float sampling_correction(std::uint16_t i) const {
    const Timetable& t = *view_.timetable;
    std::uint32_t pool = 0;
    for (std::uint32_t p = 0; p < t.periods; ++p) {
      const Section& section = t.sections[room_.peer[i].section[p]];
      if (section.period == p) pool += section.students - 1u;
    }
    const std::size_t sampled = candidates_.count - candidates_.known;
    if (sampled == 0 || pool <= sampled) return 0.0f;
    if (pool < kPools) return room_.log_share[pool * kSampled + sampled - 1];
    return sim::log(static_cast<float>(pool) / static_cast<float>(sampled));
  }

  /// What the utilities of ties from i to the candidates rest on.
  void describe(std::uint16_t i) {
    Candidates& c = candidates_;
    Peer probe = room_.peer[i];
    for (std::uint16_t& tie : probe.tie) tie = i;  // equal where a candidate names i
    for (std::uint16_t& section : probe.section) {
      if (section == kNowhere) --section;  // equal to nobody's
    }
    for (std::size_t k = 0; k < c.count; ++k) {
      const Peer& other = room_.peer[c.id[k]];
      c.alike[k] = sim::equal_words(probe.tie, other.tie);
      c.paths[k] = room_.seen[c.id[k]] & (kKnown - 1u);
      c.marks[k] = other.marks;
      c.engagement[k] = other.engagement;
    }
  }

  /// The values of all candidates' changes.
  void weigh(std::uint16_t i) {
    using sim::LanesF, sim::LanesI, sim::LanesU, sim::choose;
    Candidates& c = candidates_;
    const Peer& me = room_.peer[i];
    float same_of[kMaxDimensions];  // what i's membership of each counted dimension adds
    float centre = 0;
    for (std::uint32_t d = 0; d < counted_; ++d) {
      same_of[d] = same_[d][me.membership[d]];
      centre += centre_[d][me.membership[d]];
    }
    const LanesF zero{};
    const LanesF sampled = zero + sampling_correction(i);
    const LanesF at_cap = zero + (c.own < kMaxFriends ? 0.0f : -1000.0f);
    const auto apart = [](LanesF x) { return sim::higher(x, -x); };
    const auto before = [](LanesI at, std::size_t end) {
      return at < static_cast<std::int32_t>(end);
    };
    LanesI at = sim::lane_numbers();
    for (std::size_t k = 0; k < kPlaces; k += sim::kLanes) {
      const auto alike = sim::load<LanesU>(c.alike + k);
      const auto paths = sim::load<LanesI>(c.paths + k);
      // g(t) = 2 - 2^(1 - t), the power put together from its exponent.
      const LanesF closure = p_.closure * (2.0f - sim::from_bits((128 - paths) << 23));
      const LanesF returned = choose((LanesI)(alike << 22) != 0, zero + 1.0f, zero);
      // One bit for each class shared: added in pairs, fours, eights.
      LanesU shared = alike >> kMaxFriends & 0x7fu;
      shared = shared - (shared >> 1 & 0x55u);
      shared = (shared & 0x33u) + (shared >> 2 & 0x33u);
      shared = (shared + (shared >> 4)) & 0xfu;
      LanesF same = zero - centre;
      for (std::uint32_t d = 0; d < counted_; ++d) {
        const LanesU bit = alike & (1u << (kMaxFriends + kMaxPeriods + d));
        same = same + choose((LanesI)bit != 0, zero + same_of[d], zero);
      }
      const LanesF correction =
          choose(before(at, c.known), zero, sampled) + choose(before(at, c.own), zero, at_cap);
      const LanesF marks = apart(sim::load(c.marks + k) - me.marks);
      const LanesF engagement = apart(sim::load(c.engagement + k) - me.engagement);
      const LanesF u = (p_.density + p_.marks + p_.engagement) + closure +
                       p_.reciprocity * returned + p_.classes * sim::to_float((LanesI)shared) +
                       same - p_.marks * 0.25f * marks - p_.engagement * engagement + correction;
      sim::store(c.value + k, choose(before(at, c.own), -1.0f * u, u));
      at = at + static_cast<std::int32_t>(sim::kLanes);
    }
  }

  /// Exponential race: the alternative whose exponential / exp(value) is least.
  std::size_t race(std::uint16_t i, std::uint32_t step, std::size_t count) {
    using sim::LanesI, sim::kLanes;
    // Times are positive, so their bits are in the same order; whole numbers' least needs no order.
    LanesI time[kPlaces / kLanes];
    LanesI least = LanesI{} + 0x7fffffff;
    for (std::size_t k = 0; k < kPlaces / kLanes; k += 2) {
      const std::uint32_t* id = candidates_.id + k * kLanes;
      const sim::LanesU two[2] = {sim::load<sim::LanesU>(id), sim::load<sim::LanesU>(id + kLanes)};
      sim::PhiloxLanes words[2];
      sim::draw(s_, two, i, day_, purpose::friend_choice + step, words);
      for (std::size_t half = 0; half < 2; ++half) {
        const sim::LanesF value = sim::load(candidates_.value + (k + half) * kLanes);
        const sim::LanesF u = sim::uniform(words[half].word[0]);
        const LanesI at = sim::lane_numbers() + static_cast<std::int32_t>((k + half) * kLanes);
        const LanesI runs = at < static_cast<std::int32_t>(count);
        time[k + half] =
            sim::choose(runs, sim::bits_of(-sim::log(u) * sim::exp(-value)), LanesI{} + 0x7fffffff);
        least = sim::choose(time[k + half] < least, time[k + half], least);
      }
    }
    const std::int32_t first = sim::least_of(least);
    std::uint32_t winners = 0;
    for (std::size_t k = 0; k < kPlaces / kLanes; ++k) {
      winners |= sim::lane_bits(time[k] == first) << (k * kLanes);
    }
    return static_cast<std::size_t>(std::countr_zero(winners));
  }

  sim::Stream s_;
  std::uint32_t day_;
  const FriendshipView& view_;
  const FriendshipParameters& p_;
  Friendships& friends_;
  FriendshipRoom& room_;
  Candidates candidates_;
  /// By dimension that counts for ties, in their order.
  float same_[kMaxDimensions][kMaxMemberships] = {}, centre_[kMaxDimensions][kMaxMemberships] = {};
  std::uint32_t counted_ = 0;
  std::uint8_t period_of_[256];  ///< of a random byte
};

}  // namespace models
