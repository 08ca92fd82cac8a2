// How many students hold each membership: largest remainders, and people drawn by them.

#include <catch2/catch.hpp>
#include <numeric>

#include "models/people.h"

namespace {

/// A dimension of these shares, with keys 1, 2, 3 ...
models::Dimension of_shares(std::initializer_list<float> shares) {
  models::Dimension dimension;
  for (const float share : shares) {
    models::Membership& m = dimension.row[dimension.memberships++];
    m.share = share;
    m.key = static_cast<float>(dimension.memberships);
  }
  return dimension;
}

std::vector<std::uint32_t> counts(const models::Dimension& dimension, std::uint32_t n) {
  const auto all = models::head_counts(dimension, n);
  return {all.begin(), all.begin() + dimension.memberships};
}

using Counts = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("head counts: the largest remainders get what is left", "[formula]") {
  CHECK(counts(of_shares({0.5f, 0.25f, 0.25f}), 8) == Counts{4, 2, 2});
  // 4.7, 3.2, 2.1: 4 + 3 + 2 = 9, and the last one goes to 4.7.
  CHECK(counts(of_shares({0.47f, 0.32f, 0.21f}), 10) == Counts{5, 3, 2});
  // 1.4, 1.3, 0.3: 1 + 1 + 0 = 2, and the last one goes to 1.4.
  CHECK(counts(of_shares({0.46875f, 0.4375f, 0.09375f}), 3) == Counts{2, 1, 0});
  CHECK(counts(of_shares({0.5f, 0.5f}), 0) == Counts{0, 0});
}

TEST_CASE("head counts: equal remainders go by the rows' stable keys", "[formula]") {
  auto dimension = of_shares({0.5f, 0.5f});
  CHECK(counts(dimension, 5) == Counts{3, 2});
  std::swap(dimension.row[0].key, dimension.row[1].key);
  CHECK(counts(dimension, 5) == Counts{2, 3});
}

TEST_CASE("head counts: only the shares' proportions count", "[formula]") {
  CHECK(counts(of_shares({2, 1, 1}), 8) == Counts{4, 2, 2});
}

TEST_CASE("head counts: rows with a count keep it", "[formula]") {
  auto dimension = of_shares({0, 0, 0});
  dimension.row[0].count = 7;
  dimension.row[1].count = 0;
  dimension.row[2].count = 3;
  CHECK(counts(dimension, 10) == Counts{7, 0, 3});
}

TEST_CASE("head counts: as many as there are students, each within one of its share", "[law]") {
  const std::uint32_t n = GENERATE(1u, 2u, 7u, 50u, 1201u, 65535u);
  const auto dimension = of_shares({0.41f, 0.27f, 0.16f, 0.1f, 0.05f, 0.01f});
  const Counts all = counts(dimension, n);
  CHECK(std::accumulate(all.begin(), all.end(), 0u) == n);
  for (std::size_t m = 0; m < all.size(); ++m) {
    CHECK(std::abs(all[m] - dimension.row[m].share * static_cast<double>(n)) < 1.01);
  }
}

TEST_CASE("people: memberships, grades and feeders have their head counts", "[formula]") {
  models::SchoolProfile profile;
  profile.students = 103;
  profile.grades = 4;
  profile.feeders = 3;
  models::Identity identity;
  identity.dimensions = 1;
  identity.dimension[0] = of_shares({0.6f, 0.3f, 0.1f});
  models::People people;
  models::draw_people(sim::stream(1, 0, 0), profile, identity, {}, {}, {}, {}, people);
  CHECK(people.size() == 103);
  Counts members(3), grades(4), feeders(3);
  for (std::size_t id = 0; id < 103; ++id) {
    ++members[people.membership[0][id]];
    ++grades[people.grade[id]];
    ++feeders[people.feeder[id]];
  }
  CHECK(members == counts(identity.dimension[0], 103));
  for (const std::uint32_t size : grades) CHECK((size == 25 || size == 26));
  for (const std::uint32_t size : feeders) CHECK((size == 34 || size == 35));
}
