// How often students reconsider a tie, and what they choose, counted over many.

#include <catch2/catch.hpp>

#include "models/friendship.h"

namespace {

/// 3000 students of one group in one grade, with no ties.
struct Large {
  models::People people;
  models::Identity identity;
  models::Timetable timetable;
  std::vector<float> alike = std::vector<float>(3000, 0.5f);
  models::Friendships friends;
  models::FriendshipRoom room;

  Large() {
    models::SchoolProfile profile;
    profile.students = 3000;
    identity.dimensions = 1;
    identity.dimension[0].memberships = 1;
    identity.dimension[0].row[0].share = 1;
    const sim::Stream stream = sim::stream(8, 0, 0);
    models::draw_people(stream, profile, identity, {}, {}, {}, {}, people);
    timetable = models::draw_timetable(stream, profile, people, {}, 1);
    friends.resize(3000);
  }
  /// Ties after one week from none.
  std::size_t week(std::uint32_t day, const models::FriendshipParameters& p) {
    friends.resize(3000);
    const models::FriendshipView view{&people, &identity, &timetable, alike.data(), alike.data()};
    models::befriend(sim::stream(9, 0, 0), day, {}, view, p, friends, room);
    std::size_t ties = 0;
    for (const std::uint8_t degree : friends.degree) ties += degree;
    return ties;
  }
};

/// Every tie is worth `density` and nothing else counts.
models::FriendshipParameters worth(float density, float opportunities_a_week) {
  models::FriendshipParameters p;
  p.opportunities = opportunities_a_week * 36;  // the calendar's weeks
  p.density = density;
  p.reciprocity = p.closure = p.classes = p.own_group = p.own_group_minority = 0;
  p.marks = p.engagement = 0;
  return p;
}

}  // namespace

TEST_CASE("friendship: as many opportunities a year as the parameter says", "[formula]") {
  Large school;
  // Every opportunity makes a tie: 0.8 a week and student, with a standard error of 0.007.
  std::size_t made = 0;
  for (std::uint32_t day = 0; day < 5; ++day) made += school.week(day, worth(30, 0.8f));
  CHECK(static_cast<double>(made) / (5 * 3000) == Approx(0.8).margin(0.035));
}

TEST_CASE("friendship: a sample of classmates stands for all of them", "[formula]") {
  Large school;
  double pool = 0;  // a student's classmates, one count for each class
  for (const models::Section& s : school.timetable.sections) pool += s.students * (s.students - 1);
  pool /= 3000;
  // All classmates together weigh as much as leaving things as they are: half of 0.1 * 3000 * 30
  // opportunities make a tie. Standard error 1.5 %.
  std::size_t made = 0;
  const float density = -sim::log(static_cast<float>(pool));
  for (std::uint32_t day = 0; day < 30; ++day) made += school.week(day, worth(density, 0.1f));
  CHECK(static_cast<double>(made) == Approx(4500).epsilon(0.08));
}
