// Friendship: the terms of its utility, worked by hand, and rows of ties.

#include "models/friendship.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

std::vector<std::uint16_t> ties(const models::Friendships& friends, std::size_t id) {
  return {friends.of(id), friends.of(id) + friends.degree[id]};
}
std::vector<int> ages(const models::Friendships& friends, std::size_t id) {
  const auto first = friends.weeks.begin() + static_cast<std::ptrdiff_t>(id * models::kFriendRoom);
  return {first, first + friends.degree[id]};
}

using Ties = std::vector<std::uint16_t>;
using Ages = std::vector<int>;

}  // namespace

TEST_CASE("closure: each further friend in common counts half", "[formula]") {
  CHECK(models::closure_weight(0) == 0.0f);
  CHECK(models::closure_weight(1) == 1.0f);
  CHECK(models::closure_weight(2) == 1.5f);
  CHECK(models::closure_weight(3) == 1.75f);
  CHECK(models::closure_weight(40) == 2.0f);
}

TEST_CASE("own group: the smaller its share, the more it counts; the same for every group",
          "[formula]") {
  const models::FriendshipParameters p{.own_group = 0.3f, .own_group_minority = 0.5f};
  CHECK(models::own_group_utility(0.5f, p) == Approx(0.3));
  CHECK(models::own_group_utility(0.2f, p) == Approx(0.6));   // 0.3 + 0.5*0.6
  CHECK(models::own_group_utility(1.0f, p) == Approx(-0.2));  // 0.3 - 0.5
}

TEST_CASE("centre of a preference: schoolmates are worth the same on average with and without it",
          "[formula]") {
  CHECK(models::preference_centre(0.0f, 0.3f) == 0.0f);
  // Half are alike and worth three times the odds: log(0.5 * 1 + 0.5 * 3)
  CHECK(models::preference_centre(std::log(3.0f), 0.5f) == Approx(std::log(2.0)));
  const float centre = models::preference_centre(0.8f, 0.2f);
  CHECK(0.2 * std::exp(0.8 - centre) + 0.8 * std::exp(-centre) == Approx(1.0));
}

TEST_CASE("strength of a tie: from 55, growing with its age to 255", "[formula]") {
  const models::FriendshipParameters p{.growth_weeks = 12};
  CHECK(models::tie_strength(0, p) == 55);
  CHECK(models::tie_strength(12, p) == 181);  // 55 + 200*(1 - 1/e) = 181.4
  CHECK(models::tie_strength(255, p) == 255);
}

TEST_CASE("ties: made in any order, a row is sorted and ages go with their ties", "[formula]") {
  models::Friendships friends;
  friends.resize(100);
  friends.make(3, 50, 5);
  friends.make(3, 7, 1);
  friends.make(3, 99, 9);
  friends.make(3, 20, 2);
  CHECK(ties(friends, 3) == Ties{7, 20, 50, 99});
  CHECK(ages(friends, 3) == Ages{1, 2, 5, 9});
  CHECK(friends.of(3)[4] == models::kNobody);
  CHECK(ties(friends, 4).empty());  // the next row is untouched
}

TEST_CASE("ties: ended at the front, in the middle and at the end", "[formula]") {
  models::Friendships friends;
  friends.resize(10);
  for (std::uint8_t k = 1; k <= 5; ++k) friends.make(0, k, static_cast<std::uint8_t>(10 * k));
  friends.end(0, 1);
  CHECK(ties(friends, 0) == Ties{2, 3, 4, 5});
  friends.end(0, 4);
  CHECK(ties(friends, 0) == Ties{2, 3, 5});
  friends.end(0, 5);
  CHECK(ties(friends, 0) == Ties{2, 3});
  CHECK(ages(friends, 0) == Ages{20, 30});
  CHECK(friends.of(0)[2] == models::kNobody);
  CHECK(friends.of(0)[3] == models::kNobody);
}

TEST_CASE("ties: has() finds every place of a full row and nothing else", "[formula]") {
  models::Friendships friends;
  friends.resize(3);
  for (std::uint16_t other = 10; other < 30; other = static_cast<std::uint16_t>(other + 2)) {
    friends.make(1, other, 0);
  }
  CHECK(friends.degree[1] == models::kMaxFriends);
  for (std::uint16_t other = 0; other < 40; ++other) {
    INFO(other);
    CHECK(friends.has(1, other) == (other >= 10 && other < 30 && other % 2 == 0));
  }
  CHECK_FALSE(friends.has(0, 10));
  friends.end(1, 28);
  CHECK_FALSE(friends.has(1, 28));
}
