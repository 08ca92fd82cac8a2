// A week of friendship, candidates side by side, against the same week in plain loops.

#include "tests/law/plain_friendship.h"

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

struct Case {
  const char* name;
  float students;
  bool elementary;
  models::FriendshipParameters p;
  bool star;  ///< everyone begins by naming the same ten
};

models::FriendshipParameters with(float density, float opportunities) {
  models::FriendshipParameters p;
  p.density = density;
  p.opportunities = opportunities;
  return p;
}

}  // namespace

TEST_CASE("friends: the same ties as in plain loops, to the bit", "[law]") {
  const Case cases[] = {{"defaults", 150, false, with(-3.68f, 40), false},
                        {"elementary", 90, true, with(-3, 40), false},
                        {"full of friends", 60, false, with(2, 40), false},
                        {"many who name a few", 150, false, with(-1, 40), true},
                        {"three students", 3, false, with(0, 40), false},
                        {"one student", 1, false, with(0, 40), false}};
  for (const Case& one : cases) {
    INFO(one.name);
    const auto school =
        models::build_school(small_school::plan(one.students, one.elementary), nullptr);
    const std::size_t n = school->students();
    std::vector<float> marks, engagement;
    models::Friendships friends;
    friends.resize(n);
    for (std::size_t id = 0; id < n; ++id) {
      marks.push_back(static_cast<float>(id % 5));
      engagement.push_back(static_cast<float>(id % 7) / 6);
      for (std::uint16_t j = 0; one.star && j < 10; ++j) {
        if (id >= 10) friends.make(id, j, 0);
      }
    }
    const models::FriendshipView view{&school->people, &school->plan.identity,
                                      &school->seating.timetable, marks.data(), engagement.data()};
    models::Friendships other = friends;
    models::FriendshipRoom room;
    bool moved = false, same = true;
    for (std::uint32_t day = 4; day < 60; day += 5) {
      const auto before = friends.ties;
      const sim::Stream stream = sim::stream(11, 0, 0);
      models::befriend(stream, day, school->plan.calendar, view, one.p, friends, room);
      plain::Week{stream, day, school->plan.calendar, view, one.p, other, {}}.live();
      same = same && friends.ties == other.ties && friends.weeks == other.weeks &&
             friends.degree == other.degree;
      moved = moved || friends.ties != before;
    }
    CHECK(same);
    CHECK(moved == (n > 1));
  }
}
