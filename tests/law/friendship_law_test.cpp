// What a week of friendship keeps, whatever the utilities.

#include <rapidcheck/catch.h>

#include "tests/law/small_school.h"

namespace {

/// A school's students, their timetable and their ties, with marks and engagement of all kinds.
struct Circle {
  std::unique_ptr<models::School> school;
  std::vector<float> marks, engagement;
  models::Friendships friends;

  explicit Circle(float students)
      : school(models::build_school(small_school::plan(students, false), nullptr)) {
    for (std::size_t id = 0; id < school->students(); ++id) {
      marks.push_back(static_cast<float>(id % 5));
      engagement.push_back(static_cast<float>(id % 7) / 6);
    }
    friends.resize(school->students());
  }
  models::FriendshipView view() const {
    return {&school->people, &school->plan.identity, &school->seating.timetable, marks.data(),
            engagement.data()};
  }
  void live_week(std::uint32_t day, const models::FriendshipParameters& p,
                 models::FriendshipRoom& room) {
    models::befriend(sim::stream(11, 0, 0), day, school->plan.calendar, view(), p, friends, room);
  }
};

models::FriendshipParameters indifferent(float density, float opportunities) {
  models::FriendshipParameters p;
  p.opportunities = opportunities;
  p.density = density;
  p.reciprocity = p.closure = p.classes = p.own_group = p.own_group_minority = 0;
  p.marks = p.engagement = 0;
  return p;
}

/// What is wrong with the rows: "" if nothing.
std::string wrong_rows(const models::Friendships& friends) {
  for (std::size_t id = 0; id < friends.size(); ++id) {
    const std::size_t degree = friends.degree[id];
    if (degree > models::kMaxFriends) return "too many friends";
    for (std::size_t k = 0; k < models::kFriendRoom; ++k) {
      const std::uint16_t other = friends.of(id)[k];
      if (k >= degree) {
        if (other != models::kNobody) return "someone after the last tie";
        continue;
      }
      if (other >= friends.size()) return "nobody's name";
      if (other == id) return "a tie to oneself";
      if (k > 0 && friends.of(id)[k - 1] >= other) return "unsorted, or a tie twice";
      if (!friends.has(id, other)) return "a tie that has() does not find";
    }
  }
  return "";
}

/// Age of a tie, or -1.
int age(const models::Friendships& friends, std::size_t id, std::uint16_t other) {
  for (std::size_t k = 0; k < friends.degree[id]; ++k) {
    if (friends.of(id)[k] == other) return friends.weeks[id * models::kFriendRoom + k];
  }
  return -1;
}

std::size_t ties(const models::Friendships& friends) {
  std::size_t sum = 0;
  for (const std::uint8_t degree : friends.degree) sum += degree;
  return sum;
}

}  // namespace

TEST_CASE("friends: never more than ten, never oneself, nobody twice", "[law]") {
  static const Circle start(60);
  rc::prop("whatever the utilities", [] {
    const auto between = [](int lo, int hi) {
      return static_cast<float>(*rc::gen::inRange(lo, hi + 1));
    };
    models::FriendshipParameters p;
    p.opportunities = 40;
    p.density = between(-10, 5);
    p.reciprocity = between(0, 6);
    p.closure = between(0, 5);
    p.own_group = between(-2, 4);
    p.own_group_minority = between(-2, 4);
    p.marks = between(0, 4);
    p.engagement = between(0, 4);
    Circle circle(1);
    circle.school = std::make_unique<models::School>(*start.school);
    circle.marks = start.marks;
    circle.engagement = start.engagement;
    circle.friends.resize(60);
    models::FriendshipRoom room;
    for (std::uint32_t week = 0; week < 15; ++week) {
      circle.live_week(5 * week, p, room);
      RC_ASSERT(wrong_rows(circle.friends) == "");
    }
  });
}

TEST_CASE("friends: the cap is reached and held when every tie is wished for", "[law]") {
  Circle circle(60);
  models::FriendshipRoom room;
  for (std::uint32_t week = 0; week < 40; ++week) {
    circle.live_week(5 * week, indifferent(40, 40), room);
  }
  CHECK(wrong_rows(circle.friends) == "");
  CHECK(ties(circle.friends) == 60 * models::kMaxFriends);
}

TEST_CASE("friends: ties grow a week older, and new ones begin", "[law]") {
  Circle circle(60);
  models::FriendshipRoom room;
  const models::FriendshipParameters p = indifferent(-3, 40);
  std::size_t kept = 0, made = 0, ended = 0;
  for (std::uint32_t week = 0; week < 20; ++week) {
    const models::Friendships before = circle.friends;
    circle.live_week(5 * week, p, room);
    bool right = true;
    for (std::size_t id = 0; id < 60; ++id) {
      for (std::uint16_t other = 0; other < 60; ++other) {
        const int was = age(before, id, other), is = age(circle.friends, id, other);
        kept += was >= 0 && is >= 0 ? 1 : 0;
        made += was < 0 && is >= 0 ? 1 : 0;
        ended += was >= 0 && is < 0 ? 1 : 0;
        // A tie that ends and is made again in one week begins anew.
        right = right && (is < 0 || is == 1 || is == was + 1);
        right = right && (is < 0 || was >= 0 || is == 1);
      }
    }
    CHECK(right);
  }
  CHECK(kept > 0);
  CHECK(made > 0);
  CHECK(ended > 0);
}

TEST_CASE("friends: the age of a tie stops at 255 weeks", "[law]") {
  Circle circle(60);
  models::FriendshipRoom room;
  circle.friends.make(0, 1, 254);
  for (std::uint32_t week = 0; week < 3; ++week) circle.live_week(week, indifferent(0, 0), room);
  CHECK(age(circle.friends, 0, 1) == 255);
  CHECK(ties(circle.friends) == 1);  // without opportunities nothing else changes
}

TEST_CASE("friends: what the room was used for before does not matter", "[law]") {
  Circle fresh(60), other(90);
  Circle reused(60);
  models::FriendshipRoom used;
  for (std::uint32_t week = 0; week < 5; ++week) other.live_week(week, indifferent(5, 40), used);
  for (std::uint32_t week = 0; week < 10; ++week) {
    models::FriendshipRoom empty;
    fresh.live_week(5 * week, {}, empty);
    reused.live_week(5 * week, {}, used);
  }
  CHECK(fresh.friends.ties == reused.friends.ties);
  CHECK(fresh.friends.degree == reused.friends.degree);
  CHECK(ties(fresh.friends) > 0);
}

TEST_CASE("friends: where only returned ties are worth while, all ties are returned", "[law]") {
  Circle circle(60);
  for (std::uint16_t id = 0; id < 60; ++id) {
    circle.friends.make(id, static_cast<std::uint16_t>((id + 1) % 60), 0);
  }
  models::FriendshipParameters p = indifferent(-20, 40);
  p.reciprocity = 40;
  models::FriendshipRoom room;
  for (std::uint32_t week = 0; week < 60; ++week) circle.live_week(5 * week, p, room);
  bool returned = true;
  for (std::size_t id = 0; id < 60; ++id) {
    for (std::size_t k = 0; k < circle.friends.degree[id]; ++k) {
      returned =
          returned && circle.friends.has(circle.friends.of(id)[k], static_cast<std::uint16_t>(id));
    }
  }
  CHECK(returned);
  CHECK(ties(circle.friends) > 0);
}

TEST_CASE("friends: where only the own group is worth while, ties stay within it", "[law]") {
  Circle circle(60);
  models::FriendshipParameters p = indifferent(1, 40);
  p.own_group = 40;
  circle.school->plan.identity.dimension[1].same_tie = 0;
  models::FriendshipRoom room;
  for (std::uint32_t week = 0; week < 20; ++week) circle.live_week(5 * week, p, room);
  const auto& membership = circle.school->people.membership[0];
  bool within = true;
  for (std::size_t id = 0; id < 60; ++id) {
    for (std::size_t k = 0; k < circle.friends.degree[id]; ++k) {
      within = within && membership[id] == membership[circle.friends.of(id)[k]];
    }
  }
  CHECK(within);
  CHECK(ties(circle.friends) > 60);
}
