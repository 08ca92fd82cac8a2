// Feeders: alike at feeder_sorting 0, each membership from its own at 1, and by hand in between.

#include <catch2/catch.hpp>

#include "tests/law/small_school.h"

namespace {

/// People of one school: memberships of these shares, with keys 1, 2, 3 ...
struct Drawn {
  models::SchoolProfile profile;
  models::Identity identity;
  models::People people;

  Drawn(float students, std::initializer_list<float> shares, float feeders, float sorting) {
    profile.students = students;
    profile.feeders = feeders;
    profile.feeder_sorting = sorting;
    identity.dimensions = 1;
    models::Dimension& dimension = identity.dimension[0];
    for (const float share : shares) {
      dimension.row[dimension.memberships++].share = share;
      dimension.row[dimension.memberships - 1].key = static_cast<float>(dimension.memberships);
    }
    draw();
  }
  void draw() { models::draw_people(stream(), profile, identity, {}, {}, {}, {}, people); }
  static sim::Stream stream() { return sim::stream(11, 3, 0); }

  /// Students of each membership from each feeder, as a row of text: "4 0 0".
  std::vector<std::string> heads() const {
    std::vector<std::string> rows;
    for (std::size_t feeder = 0; feeder < static_cast<std::size_t>(profile.feeders); ++feeder) {
      std::string row;
      for (std::uint32_t m = 0; m < identity.dimension[0].memberships; ++m) {
        std::size_t n = 0;
        for (std::size_t id = 0; id < people.size(); ++id) {
          n += people.feeder[id] == feeder && people.membership[0][id] == m ? 1 : 0;
        }
        row += (m == 0 ? "" : " ") + std::to_string(n);
      }
      rows.push_back(row);
    }
    return rows;
  }
};

bool same(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

/// Share of feeder 0 that holds membership 0.
double first_of_first(const Drawn& drawn) {
  double members = 0, all = 0;
  for (std::size_t id = 0; id < drawn.people.size(); ++id) {
    if (drawn.people.feeder[id] != 0) continue;
    all += 1;
    members += drawn.people.membership[0][id] == 0 ? 1 : 0;
  }
  return members / all;
}

}  // namespace

TEST_CASE("feeders: unsorted, they are a shuffle that no membership moves", "[formula]") {
  const Drawn one(100, {1}, 3, 0), three(100, {0.5f, 0.3f, 0.2f}, 3, 0);
  const auto ids = models::shuffled(Drawn::stream(), 100, 0, models::purpose::feeder);
  bool as_shuffled = true;
  for (std::size_t k = 0; k < 100; ++k) {
    as_shuffled = as_shuffled && one.people.feeder[ids[k]] == k * 3 / 100;
  }
  CHECK(as_shuffled);
  CHECK(same(one.people.feeder.rows(), three.people.feeder.rows()));
}

TEST_CASE("feeders: sorting them changes nothing else about the students", "[formula]") {
  const Drawn unsorted(100, {0.5f, 0.3f, 0.2f}, 3, 0);
  const float sorting = GENERATE(0.5f, 1.0f);
  const Drawn sorted(100, {0.5f, 0.3f, 0.2f}, 3, sorting);
  const models::People &a = unsorted.people, &b = sorted.people;
  CHECK(same(a.membership[0].rows(), b.membership[0].rows()));
  CHECK(same(a.grade.rows(), b.grade.rows()));
  CHECK(same(a.advanced[0].rows(), b.advanced[0].rows()));
  CHECK(std::equal(a.preparation.rows().begin(), a.preparation.rows().end(),
                   b.preparation.rows().begin()));
  CHECK_FALSE(same(a.feeder.rows(), b.feeder.rows()));
}

TEST_CASE("feeders: fully sorted, memberships stand side by side in the order of their keys",
          "[formula]") {
  // 5, 3 and 2 students over feeders of 4, 3 and 3:  aaaa | abb | bcc
  Drawn drawn(10, {0.5f, 0.3f, 0.2f}, 3, 1);
  CHECK(drawn.heads() == std::vector<std::string>{"4 0 0", "1 2 0", "0 1 2"});
  // The last in the table with the least key comes first:  cc bb | b aa | aaa
  drawn.identity.dimension[0].row[2].key = 0;
  drawn.identity.dimension[0].row[1].key = 0.5f;
  drawn.draw();
  CHECK(drawn.heads() == std::vector<std::string>{"0 2 2", "2 1 0", "3 0 0"});
}

TEST_CASE("feeders: between alike and sorted, by hand", "[formula]") {
  struct Case {
    float sorting, first;  ///< how far, and membership 0's share of the school
    double share;          ///< its share of the first of two feeders
  };
  // Halves stand around 1/4 and 3/4: (1 - s)*u + s/4 < 1/2 where u < (1/2 - s/4) / (1 - s).
  // A fifth stands around 0.1, the rest around 0.6: with s = 1/2 half of all lie below 1/2, of the
  // fifth those with u/2 + 0.05 < 1/2, nine in ten: 0.18 of 0.5.
  const Case one = GENERATE(values<Case>({{0, 0.5f, 0.5},
                                          {0.2f, 0.5f, 0.5625},
                                          {0.5f, 0.5f, 0.75},
                                          {0.65f, 0.5f, 0.9643},
                                          {0.5f, 0.2f, 0.36}}));
  CAPTURE(one.sorting, one.first);
  const Drawn drawn(20000, {one.first, 1 - one.first}, 2, one.sorting);
  CHECK(first_of_first(drawn) == Approx(one.share).margin(0.012));
}

TEST_CASE("feeders: relabelled memberships come from the same feeders", "[law]") {
  const float sorting = GENERATE(0.0f, 0.3f, 1.0f);
  const Drawn before(203, {0.5f, 0.3f, 0.2f}, 4, sorting);
  Drawn after = before;
  std::swap(after.identity.dimension[0].row[0], after.identity.dimension[0].row[2]);
  after.draw();
  CHECK(same(before.people.feeder.rows(), after.people.feeder.rows()));
  bool relabelled = true;
  for (std::size_t id = 0; id < 203; ++id) {
    relabelled =
        relabelled && after.people.membership[0][id] == 2 - before.people.membership[0][id];
  }
  CHECK(relabelled);
}

TEST_CASE("feeders: the more they are sorted, the more friends from last year are one's own group",
          "[law]") {
  models::SchoolPlan plan = small_school::plan(300, false);
  const auto own = [&](float sorting) {
    plan.profile.feeder_sorting = sorting;
    const auto school = models::build_school(plan, nullptr);
    const models::People& people = school->people;
    double same_group = 0, all = 0;
    for (std::uint32_t id = 0; id < people.size(); ++id) {
      for (std::size_t k = 0; k < school->entry.friends.degree[id]; ++k) {
        const std::uint16_t other = school->entry.friends.of(id)[k];
        all += 1;
        same_group += people.membership[0][other] == people.membership[0][id] ? 1 : 0;
      }
    }
    REQUIRE(all > 0);
    return same_group / all;
  };
  const double alike = own(0), half = own(0.5f), apart = own(1);
  CAPTURE(alike, half, apart);
  CHECK(half > alike + 0.02);
  CHECK(apart > half + 0.02);
}
