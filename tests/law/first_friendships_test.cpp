// The network a school starts from: as many ties as the parameter says, within the school's own
// feeders and grades, and nobody tied to themselves.

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/law/small_school.h"

namespace {

struct First {
  models::People people;
  models::Friendships friends;

  First(float students, float degree, float grades = 2, float feeders = 3) {
    models::SchoolProfile profile;
    profile.students = students;
    profile.grades = grades;
    profile.feeders = feeders;
    const models::Identity identity = small_school::identity();
    const sim::Stream stream = sim::stream(5, 3, 0);
    models::draw_people(stream, profile, identity, {}, {}, {}, {}, people);
    models::FriendshipParameters p;
    p.first_degree = degree;
    const std::vector<float> none(people.size(), 0.0f);
    models::first_friendships(stream, {&people, &identity, nullptr, none.data(), none.data()}, p,
                              friends);
  }
  double mean() const {
    double sum = 0;
    for (const std::uint8_t degree : friends.degree) sum += degree;
    return sum / static_cast<double>(friends.size());
  }
};

}  // namespace

TEST_CASE("first friendships: the mean number is the parameter's", "[law]") {
  const float degree = GENERATE(0.0f, 1.0f, 3.0f, 6.0f);
  CAPTURE(degree);
  const First first(3000, degree);
  CHECK(first.mean() == Approx(degree).epsilon(0.03).margin(0.01));
  // Wishes lie evenly between half and one and a half times as many, rounded.
  for (const std::uint8_t d : first.friends.degree) {
    CHECK(d >= static_cast<int>(0.5f * degree + 0.5f));
    CHECK(d <= static_cast<int>(1.5f * degree + 0.5f));
  }
}

TEST_CASE("first friendships: more where the parameter is higher, never more than ten", "[law]") {
  double last = -1;
  for (const float degree : {0.0f, 2.0f, 4.0f, 6.0f, 8.0f, 10.0f}) {
    const First first(1000, degree);
    CHECK(first.mean() > last);
    last = first.mean();
    CHECK(*std::max_element(first.friends.degree.begin(), first.friends.degree.end()) <=
          models::kMaxFriends);
  }
}

TEST_CASE("first friendships: no ties to oneself, twice, to nobody or to another grade", "[law]") {
  const float students = GENERATE(1.0f, 2.0f, 7.0f, 100.0f, 1000.0f, 5000.0f);
  CAPTURE(students);
  const First first(students, 6);
  std::set<std::string> faults;
  for (std::size_t id = 0; id < first.people.size(); ++id) {
    const std::uint16_t* row = first.friends.of(id);
    for (std::size_t k = 0; k < first.friends.degree[id]; ++k) {
      const std::uint16_t other = row[k];
      if (other >= first.people.size()) {
        faults.insert("nobody's name");
        continue;
      }
      if (other == id) faults.insert("oneself");
      if (k > 0 && row[k - 1] >= other) faults.insert("twice, or out of order");
      if (first.people.grade[other] != first.people.grade[id]) faults.insert("another grade");
      if (first.people.feeder[other] != first.people.feeder[id]) faults.insert("another feeder");
      if (first.friends.weeks[id * models::kFriendRoom + k] >= 40) faults.insert("too old");
    }
    if (row[first.friends.degree[id]] != models::kNobody) faults.insert("one past the last");
  }
  CHECK(faults == std::set<std::string>{});
}

TEST_CASE("first friendships: a group smaller than the wish is a circle of all", "[law]") {
  const First first(4, 6, 1, 1);
  for (const std::uint8_t degree : first.friends.degree) CHECK(degree == 3);
}
