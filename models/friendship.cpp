#include "models/friendship.h"

#include <algorithm>
#include <cstring>

namespace models {
namespace {

constexpr std::size_t kMaxCandidates = 31;  // with "nothing", whole lanes at every level
constexpr std::size_t kSampled = 8;
constexpr std::uint32_t kStay = 0xffff0000u;  // stands for "leave things as they are" in the race

/// Candidates of one mini-step, a column per term of the utility, with room for whole lanes.
struct Candidates {
  static constexpr std::size_t kRoom = kMaxCandidates + 1 + sim::kBlock;
  std::uint32_t id[kRoom] = {};
  float sign[kRoom] = {};        ///< -1: a tie that could end, 1: one that could be made
  float correction[kRoom] = {};  ///< for having been sampled, and for the cap
  float closure[kRoom] = {}, returned[kRoom] = {}, classes[kRoom] = {}, same[kRoom] = {};
  float marks[kRoom] = {}, engagement[kRoom] = {};
  float value[kRoom] = {};
  std::size_t count = 0;
};

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
      }
      if (dimension.same_tie != 0.0f || dimension.own_group != 0.0f) counts_[counted_++] = d;
    }
    for (std::uint32_t t = 0; t <= kMaxFriends; ++t) closure_[t] = p.closure * closure_weight(t);
  }

  void run(std::uint16_t i, std::uint32_t step) {
    collect(i, step);
    Candidates& c = candidates_;
    const std::size_t own = friends_.degree[i];  // current ties come first
    const float at_cap = own < kMaxFriends ? 0.0f : -1000.0f;
    for (std::size_t k = 0; k < c.count; ++k) {
      describe(i, static_cast<std::uint16_t>(c.id[k]), k);
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
  /// Adds j unless it is i, known already, or there is no room. Without a branch: whether friends
  /// of friends are new can't be predicted.
  void consider(std::uint16_t i, std::uint16_t j, float correction, std::size_t most) {
    Candidates& c = candidates_;
    const auto known = room_.known[j];
    const auto fresh = static_cast<std::uint8_t>((known == 0) & (j != i) & (c.count < most));
    room_.known[j] = known | fresh;
    c.id[c.count] = j;
    c.correction[c.count] = correction;
    c.count += fresh;
  }

  void collect(std::uint16_t i, std::uint32_t step) {
    Candidates& c = candidates_;
    c.count = 0;
    const std::uint16_t* own = friends_.of(i);
    const std::size_t degree = friends_.degree[i];
    const auto nobody = static_cast<std::uint16_t>(friends_.size());
    room_.known[nobody] = 1;
    for (std::size_t k = 0; k < degree; ++k) consider(i, own[k], 0, kMaxCandidates);
    for (std::uint32_t k = room_.in_first[i]; k < room_.in_first[i + 1u]; ++k) {
      consider(i, room_.in_ties[k], 0, kMaxCandidates - kSampled);
    }
    for (std::size_t k = 0; k < degree; ++k) {
      // Always ten: an empty place counts for nobody, one past the last student.
      const std::uint16_t* theirs = friends_.of(own[k]);
      for (std::size_t l = 0; l < kMaxFriends; ++l) {
        const std::uint16_t j = theirs[l] < nobody ? theirs[l] : nobody;
        ++room_.two_paths[j];
        consider(i, j, 0, kMaxCandidates - kSampled);
      }
    }
    // A keyed sample of classmates: a class, then someone in it.
    const Timetable& t = *view_.timetable;
    const std::size_t before = c.count;
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
        consider(i, t.members[from + at], 0, kMaxCandidates);
      }
    }
    const std::size_t sampled = c.count - before;
    if (sampled > 0 && pool > sampled) {
      const float correction = sim::log(static_cast<float>(pool) / static_cast<float>(sampled));
      for (std::size_t k = before; k < c.count; ++k) c.correction[k] = correction;
    }
  }

  /// Zeroes again. In a small school all at once, which is faster than to find what was set.
  void forget(std::uint16_t i) {
    const std::size_t n = friends_.size();
    if (n <= 1024) {
      std::memset(room_.two_paths.data(), 0, n * sizeof room_.two_paths[0]);
      std::memset(room_.known.data(), 0, n);
      return;
    }
    const std::uint16_t* own = friends_.of(i);
    for (std::size_t k = 0; k < friends_.degree[i]; ++k) {
      const std::uint16_t* theirs = friends_.of(own[k]);
      for (std::size_t l = 0; l < friends_.degree[own[k]]; ++l) room_.two_paths[theirs[l]] = 0;
    }
    for (std::size_t k = 0; k < candidates_.count; ++k) room_.known[candidates_.id[k]] = 0;
  }

  /// What the utility of a tie from i to candidate k rests on.
  void describe(std::uint16_t i, std::uint16_t j, std::size_t k) {
    Candidates& c = candidates_;
    c.closure[k] = closure_[room_.two_paths[j]];
    c.returned[k] = friends_.has(j, i) ? 1.0f : 0.0f;
    // A period together is a 16-bit word of ones: count the lowest bits of eight words.
    const Eight together = view_.timetable->together(i, j);
    std::uint64_t words[2];
    std::memcpy(words, &together, sizeof words);
    constexpr std::uint64_t ones = 0x0001000100010001u;
    const std::uint64_t shared = ((words[0] & ones) + (words[1] & ones)) * ones >> 48;
    c.classes[k] = static_cast<float>(static_cast<std::int32_t>(shared));
    float same = 0;
    for (std::uint32_t n = 0; n < counted_; ++n) {
      const auto& membership = view_.people->membership[counts_[n]];
      const std::uint8_t m = membership[i];
      const float share = m == membership[j] ? 1.0f : 0.0f;
      same += share * same_[counts_[n]][m];
    }
    c.same[k] = same;
    c.marks[k] = view_.marks[j];
    c.engagement[k] = view_.engagement[j];
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
    std::size_t best = 0;
    for (std::size_t k = 1; k < count; ++k) {
      if (time[k] < time[best]) best = k;
    }
    return best;
  }

  sim::Stream s_;
  std::uint32_t day_;
  const FriendshipView& view_;
  const FriendshipParameters& p_;
  Friendships& friends_;
  FriendshipRoom& room_;
  Candidates candidates_;
  float same_[kMaxDimensions][kMaxMemberships] = {};
  float closure_[kMaxFriends + 1] = {};
  std::uint32_t counts_[kMaxDimensions] = {};  ///< dimensions in which membership counts for ties
  std::uint32_t counted_ = 0;
};

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
  room.two_paths.resize(n + 1);
  room.known.resize(n + 1);
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
