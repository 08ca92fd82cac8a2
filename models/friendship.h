#pragma once
// Friendship: a stochastic actor-oriented process. Each week some students, in random order,
// reconsider one tie: they may make one, end one or leave things as they are, whichever their
// utility and chance favour (a multinomial choice, made as a keyed exponential race).
//
//   u(i, j) = density + reciprocity*[j -> i] + closure*g(two-paths i -> k -> j)
//             + classes*(shared classes) + sum_d ([same membership in d]*like_d - centre_d)
//             + marks*(1 - |G_i - G_j|/4) + engagement*(1 - |E_i - E_j|)
//   like_d   = same_d + own_d*(s0 + s1*(1 - 2*share))
//   centre_d = log(1 - share + share*exp(like_d))
//   making j: +u, ending j: -u, nothing: 0;   g(t) = 2*(1 - 2^-t)  (geometric weights)
//
//   same_d, own_d  from the school file     share  of the student's membership in the school
//
// Candidates, at most 31: current ties, those who name i, friends of friends, and a keyed sample
// of classmates, whose utility is corrected for having been sampled (log of pool over sample;
// McFadden 1978). The own-group utility is one function for everyone; the centre makes it decide
// who becomes a friend, not how many friends there are. A tie's strength grows with its age.
// Snijders, van de Bunt & Steglich 2010, doi:10.1016/j.socnet.2009.02.004; Moody 2001; Flashman
// 2012. Utilities are calibrated to levels of degree, reciprocity, closure and turnover. The
// candidate set means that they are not RSiena estimates: far strangers are never considered.

#include <vector>

#include "models/timetable.h"
#include "sim/kernel/calendar.h"
#include "sim/kernel/network.h"

namespace models {

struct FriendshipParameters {
  float opportunities = 12.0f;
  float density = -3.68f;
  float reciprocity = 1.2f;
  float closure = 1.3f;
  float classes = 0.25f;
  float own_group = 0.3f;
  float own_group_minority = 0.45f;
  float marks = 0.4f;
  float engagement = 0.5f;
  float growth_weeks = 12.0f;
  float first_degree = 6.0f;

  static constexpr std::string_view section = "friendship";
  static constexpr std::string_view title = "Friendship";
  static constexpr auto fields() {
    using P = FriendshipParameters;
    using enum sim::Evidence;
    return std::array{
        sim::Field<P>{"opportunities",
                      &P::opportunities,
                      "1/year",
                      {0, 40},
                      "times a year that a student reconsiders a tie; prior 5 to 15",
                      assumed},
        sim::Field<P>{"density",
                      &P::density,
                      "1",
                      {-10, 5},
                      "utility of any tie",
                      calibrated,
                      "mean number of friends; within what docs/calibration.md leaves open"},
        sim::Field<P>{"reciprocity",
                      &P::reciprocity,
                      "1",
                      {0, 6},
                      "utility of a tie that is returned",
                      calibrated,
                      "by hand: reciprocity"},
        sim::Field<P>{"closure",
                      &P::closure,
                      "1",
                      {0, 5},
                      "utility of friends in common",
                      calibrated,
                      "by hand: transitivity"},
        sim::Field<P>{"classes", &P::classes, "1", {0, 2}, "utility per shared class", assumed},
        sim::Field<P>{"own_group",
                      &P::own_group,
                      "1",
                      {-2, 4},
                      "own-group utility at a share of one half (s0)",
                      assumed},
        sim::Field<P>{"own_group_minority",
                      &P::own_group_minority,
                      "1",
                      {-2, 4},
                      "how it grows as the group's share falls (s1)",
                      calibrated,
                      "by hand: same-group ties"},
        sim::Field<P>{"marks", &P::marks, "1", {0, 4}, "utility of similar marks", assumed},
        sim::Field<P>{
            "engagement", &P::engagement, "1", {0, 4}, "utility of similar engagement", assumed},
        sim::Field<P>{"growth_weeks",
                      &P::growth_weeks,
                      "weeks",
                      {1, 100},
                      "e-folding time in which a tie becomes strong",
                      assumed},
        sim::Field<P>{"first_degree",
                      &P::first_degree,
                      "ties",
                      {0, 10},
                      "mean number of ties in the network a school starts from",
                      calibrated,
                      "by hand: mean number of friends"},
    };
  }
};

inline constexpr std::size_t kMaxFriends = 10;
inline constexpr std::size_t kFriendRoom =
    16;  ///< a row's room, so that it is searched in one step
inline constexpr std::uint16_t kNobody = 0xffff;

/// Who names whom, by student id; row i's ties are sorted by id.
struct Friendships {
  std::vector<std::uint16_t> ties;   ///< [id * kFriendRoom + k], then kNobody
  std::vector<std::uint8_t> weeks;   ///< age of the tie, same index, saturating
  std::vector<std::uint8_t> degree;  ///< [id]

  void resize(std::size_t students) {
    ties.assign(students * kFriendRoom, kNobody);
    weeks.assign(students * kFriendRoom, 0);
    degree.assign(students, 0);
  }
  std::size_t size() const { return degree.size(); }
  const std::uint16_t* of(std::size_t id) const { return ties.data() + id * kFriendRoom; }
  bool has(std::size_t id, std::uint16_t other) const {
    const Eight found =
        (Eight)(load_eight(of(id)) == other) | (Eight)(load_eight(of(id) + 8) == other);
    std::uint64_t words[2];
    std::memcpy(words, &found, sizeof words);
    return (words[0] | words[1]) != 0;
  }
  void make(std::size_t id, std::uint16_t other, std::uint8_t age);
  void end(std::size_t id, std::uint16_t other);
};

/// What the utilities compare, by id, as of this week's morning.
struct FriendshipView {
  const People* people;
  const Identity* identity;
  const Timetable* timetable;
  const float* marks;       ///< mean of last marks [0, 4]
  const float* engagement;  ///< [0, 1]
};

/// g(t) = 2*(1 - 2^-t).
inline float closure_weight(std::uint32_t two_paths) {
  return two_paths >= 24 ? 2.0f : 2.0f - 2.0f / static_cast<float>(1u << two_paths);
}

/// s0 + s1*(1 - 2*share): the same for every group.
inline float own_group_utility(float share, const FriendshipParameters& p) {
  return p.own_group + p.own_group_minority * (1.0f - 2.0f * share);
}

/// What is taken from every tie of a student for whom schoolmates alike in a dimension are worth
/// `like` more, so that schoolmates are worth as much as without it on average (of the odds).
/// `share` of them are alike, in [0, 1].
inline float preference_centre(float like, float share) {
  return sim::log(1.0f + share * (sim::exp(like) - 1.0f));
}

/// Strength of a tie of this age, 55 .. 255.
inline std::uint8_t tie_strength(std::uint32_t weeks, const FriendshipParameters& p) {
  const float grown = 1.0f - sim::exp(-static_cast<float>(weeks) / p.growth_weeks);
  return static_cast<std::uint8_t>(55.0f + 200.0f * grown);
}

/// A student as a candidate, in one line of memory: what the utilities compare stands at the same
/// place as a small number, so that two students are compared in one step (sim::equal_words).
struct alignas(64) Peer {
  std::uint16_t tie[kMaxFriends];            ///< ids; past the last student's: nobody
  std::uint16_t section[kMaxPeriods];        ///< of each period, then kNowhere
  std::uint16_t membership[kMaxDimensions];  ///< of the dimensions that count for ties, then 0
  std::uint16_t unused[5];
  float marks, engagement;
};
static_assert(sizeof(Peer) == 64);

/// Room for those who name a student: no more are ever looked at (mini_step.h).
inline constexpr std::size_t kIncomingRoom = 24;

/// Room for a week's friendships, reused from week to week.
struct FriendshipRoom {
  std::vector<Peer> peer;               ///< per id
  std::vector<std::uint16_t> incoming;  ///< [id * kIncomingRoom + k], by id, as of the bell
  std::vector<std::uint8_t> named;      ///< how many of them; nobody's last
  std::vector<std::uint8_t> seen;       ///< per id: two-paths, known; zero between steps
  std::vector<std::uint64_t> order;
  std::vector<std::uint32_t> sample;  ///< random words for the sample of classmates, by turn
  std::vector<float> log_share;       ///< what corrects for sampling (mini_step.h); never changes
};

/// One week of mini-steps at the bell of `day`; then every tie grows a week older.
void befriend(sim::Stream s, std::uint32_t day, const sim::Calendar& calendar,
              const FriendshipView& view, const FriendshipParameters& p, Friendships& friends,
              FriendshipRoom& room);

/// The network a school starts from: ties to near neighbours in a plane of interests, nearer for
/// own group, within the same feeder and grade. A year of befriend() then makes it typical.
void first_friendships(sim::Stream s, const FriendshipView& view, const FriendshipParameters& p,
                       Friendships& friends);

}  // namespace models
