#include "analysis/network_measures.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <initializer_list>
#include <stdexcept>
#include <vector>

using analysis::Share;
using analysis::UndirectedView;
using sim::Row;
using Groups = std::vector<std::uint8_t>;

namespace {

sim::Network drawn(std::initializer_list<std::initializer_list<Row>> rows) {
  sim::Network network;
  for (const auto& row : rows) {
    for (const Row target : row) network.add(target, 255);
    network.end_row();
  }
  return network;
}

// The network of the first tests. 0 names 1 and 2, 1 names 2, 2 and 3 name each other:
//
//   0 ---> 1
//    \     |
//     \    v
//      --> 2 <==> 3        4
sim::Network five() { return drawn({{1, 2}, {2}, {3}, {2}, {}}); }

std::vector<double> times(const std::vector<double>& x, double by) {
  std::vector<double> y;
  for (const double value : x) y.push_back(value * by);
  return y;
}

}  // namespace

TEST_CASE("density: ties over ordered pairs", "[formula]") {
  CHECK(analysis::density(five().view()) == Share{5, 20});
  CHECK(std::isnan(analysis::density({}).value()));
  CHECK(std::isnan(analysis::density(drawn({{}}).view()).value()));
}

TEST_CASE("degree: whom one names, and who names one", "[formula]") {
  CHECK(analysis::out_degrees(five().view()) == std::vector<std::uint32_t>{2, 1, 1, 1, 0});
  CHECK(analysis::in_degrees(five().view()) == std::vector<std::uint32_t>{0, 1, 3, 1, 0});
  CHECK(analysis::in_degrees({}).empty());
}

TEST_CASE("reciprocity: the share of ties that are answered", "[formula]") {
  CHECK(analysis::reciprocity(five().view()) == Share{2, 5});
  CHECK(analysis::reciprocity(five().view()).value() == 0.4);
  CHECK(std::isnan(analysis::reciprocity(drawn({{}, {}}).view()).value()));
}

TEST_CASE("transitivity: the share of two-paths that are closed", "[formula]") {
  // 0->1->2 is closed by 0->2; 0->2->3 and 1->2->3 are open; 2->3->2 leads back and is no pair.
  CHECK(analysis::transitivity(five().view()) == Share{1, 3});
  // A ring 0->1->2->0 has three two-paths. None is closed: the third tie points the other way.
  CHECK(analysis::transitivity(drawn({{1}, {2}, {0}}).view()) == Share{0, 3});
}

TEST_CASE("jaccard: ties in both waves over ties in either", "[formula]") {
  //  before  0->1 0->2      1->2       after  0->1      1->0 1->2
  const auto before = drawn({{1, 2}, {2}, {}});
  const auto after = drawn({{1}, {2, 0}, {}});
  CHECK(analysis::jaccard(before.view(), after.view()) == Share{2, 4});
  CHECK(analysis::jaccard(before.view(), before.view()) == Share{3, 3});
  CHECK(analysis::jaccard(before.view(), drawn({{}, {}, {}}).view()) == Share{0, 3});
  CHECK_THROWS_AS(analysis::jaccard(before.view(), five().view()), std::invalid_argument);
}

TEST_CASE("groups: ties within over all ties", "[formula]") {
  // Rows 0, 1, 4 are of group 7, rows 2, 3 of group 9. Within: 0->1, 2->3, 3->2.
  const Groups group{7, 7, 9, 9, 7};
  const auto network = five();
  CHECK(analysis::within_groups(network.view(), group) == Share{3, 5});
  CHECK(analysis::within_group(network.view(), group, 7) == Share{1, 3});
  CHECK(analysis::within_group(network.view(), group, 9) == Share{2, 2});
  CHECK(analysis::within_group(network.view(), group, 8) == Share{0, 0});
  CHECK_THROWS_AS(analysis::within_groups(network.view(), Groups{7}), std::invalid_argument);
  CHECK_THROWS_AS(analysis::within_group(network.view(), Groups{7}, 7), std::invalid_argument);
  // 2 ties across, 3 within
  CHECK(analysis::ei_index(Share{3, 5}) == Approx(-0.2));
  CHECK(analysis::ei_index(Share{5, 5}) == -1.0);
  CHECK(analysis::ei_index(Share{0, 5}) == 1.0);
}

TEST_CASE("homophily: zero by chance, one when nobody looks outside", "[formula]") {
  // Three of six: a member who names at random stays inside with (3 - 1) / (6 - 1) = 0.4.
  CHECK(analysis::homophily({7, 10}, 3, 6) == Approx(0.5));
  CHECK(analysis::homophily({4, 10}, 3, 6) == Approx(0.0).margin(1e-15));
  CHECK(analysis::homophily({10, 10}, 3, 6) == 1.0);
  CHECK(analysis::homophily({0, 10}, 3, 6) == Approx(-0.4 / 0.6));
  CHECK(analysis::homophily({0, 10}, 1, 6) == 0.0);
  CHECK(std::isnan(analysis::homophily({0, 0}, 3, 6)));
  CHECK(std::isnan(analysis::homophily({10, 10}, 6, 6)));
  CHECK(std::isnan(analysis::homophily({0, 0}, 0, 6)));
}

TEST_CASE("components: joined with and without regard to direction", "[formula]") {
  const auto network = five();
  const auto weak = analysis::weak_components(network.view());
  CHECK(weak.count == 2);
  CHECK(weak.of == std::vector<std::uint32_t>{0, 0, 0, 0, 1});
  CHECK(analysis::largest(weak) == Share{4, 5});

  const auto strong = analysis::strong_components(network.view());
  CHECK(strong.count == 4);
  CHECK(strong.of == std::vector<std::uint32_t>{0, 1, 2, 2, 3});
  CHECK(analysis::largest(strong) == Share{2, 5});

  CHECK(analysis::weak_components({}).count == 0);
  CHECK(analysis::strong_components({}).count == 0);
  CHECK(analysis::largest(analysis::weak_components({})) == Share{0, 0});
}

TEST_CASE("components: numbered by their first row", "[formula]") {
  //   0    1 --> 4    2 <-- 3      5 --> 0
  const auto network = drawn({{}, {4}, {}, {2}, {}, {0}});
  const std::vector<std::uint32_t> expected{0, 1, 2, 2, 1, 0};
  CHECK(analysis::weak_components(network.view()).of == expected);
}

TEST_CASE("clustering: how many of the pairs of neighbours are tied", "[formula]") {
  // Undirected: 0-1, 0-2, 1-2, 2-3. Of the pairs 0-1, 0-3, 1-3 around row 2, one is tied.
  const auto both = analysis::symmetrised(five().view());
  const auto c = analysis::clustering(UndirectedView{both.view()});
  CHECK(c == std::vector<double>{1.0, 1.0, 1.0 / 3.0, 0.0, 0.0});
  CHECK(analysis::clustering(UndirectedView{}).empty());
}

TEST_CASE("core numbers: peel off those with few neighbours, again and again", "[formula]") {
  //   0---1
  //   |\ /|           6         8       0, 1, 2, 3 know each other: core 3.
  //   | X |          / \                5, 6, 7 know each other: core 2.
  //   |/ \|         /   \               4 has two friends who stay as long as it does: core 2.
  //   2---3---4---5-----7---9           9 has one friend: core 1. 8 has none: core 0.
  const auto network = drawn({{1, 2, 3}, {2, 3}, {3}, {4}, {5}, {6, 7}, {7}, {9}, {}, {}});
  const auto both = analysis::symmetrised(network.view());
  CHECK(analysis::core_numbers(UndirectedView{both.view()}) ==
        std::vector<std::uint32_t>{3, 3, 3, 3, 2, 2, 2, 2, 0, 1});
  CHECK(analysis::core_numbers(UndirectedView{}).empty());
}

TEST_CASE("betweenness: whose place is on the shortest ways", "[formula]") {
  // Only 0->2->3 and 1->2->3 lead through anyone. Four others make 12 ordered pairs.
  CHECK(times(analysis::betweenness(five().view()), 12) == std::vector<double>{0, 0, 2, 0, 0});
  //     1
  //   /   \      Two shortest ways from 0 to 3: half for each of 1 and 2.
  //  0     3     Three others make 6 ordered pairs.
  //   \   /
  //     2
  const auto diamond = drawn({{1, 2}, {3}, {3}, {}});
  CHECK(analysis::betweenness(diamond.view()) == std::vector<double>{0, 0.5 / 6, 0.5 / 6, 0});
  CHECK(analysis::betweenness(drawn({{1}, {0}}).view()) == std::vector<double>{0, 0});
  CHECK(analysis::betweenness({}).empty());
}

TEST_CASE("betweenness: more shortest ways than a 64-bit count can hold", "[formula]") {
  // 80 diamonds in a row, 2^80 shortest ways from end to end. Joint d stands between the 3 d rows
  // before it and the 3 (80 - d) rows after it, and all of their ways lead through it.
  constexpr Row diamonds = 80;
  sim::Network chain;
  for (Row d = 0; d < diamonds; ++d) {
    const auto joint = static_cast<Row>(3 * d);
    for (const int step : {1, 2}) chain.add(static_cast<Row>(joint + step), 255);
    chain.end_row();
    for (int side = 0; side < 2; ++side) {
      chain.add(static_cast<Row>(joint + 3), 255);
      chain.end_row();
    }
  }
  chain.end_row();
  const auto through = analysis::betweenness(chain.view());
  const double pairs = 240.0 * 239.0;
  for (const unsigned d : {1U, 40U, 79U}) {
    INFO("joint " << d);
    CHECK(through[3 * d] * pairs == Approx(3.0 * d * 3.0 * (80 - d)));
  }
}

TEST_CASE("is_simple: one tie at most from one to another, none to oneself", "[formula]") {
  CHECK(analysis::is_simple({}));
  CHECK(analysis::is_simple(five().view()));
  CHECK_FALSE(analysis::is_simple(drawn({{0}}).view()));
  CHECK_FALSE(analysis::is_simple(drawn({{1, 1}, {}}).view()));
  CHECK_FALSE(analysis::is_simple(drawn({{0}, {}}).view()));
  CHECK_FALSE(analysis::is_simple(drawn({{2}, {}}).view()));
  auto short_of_strengths = five();
  short_of_strengths.strength.pop_back();
  CHECK_FALSE(analysis::is_simple(short_of_strengths.view()));
  auto torn = five();
  torn.offsets.back() = 3;
  CHECK_FALSE(analysis::is_simple(torn.view()));
}

TEST_CASE("shares of two schools add up before they are divided", "[law]") {
  auto both = analysis::reciprocity(five().view());
  both += analysis::reciprocity(drawn({{1}, {0}}).view());
  CHECK(both == Share{4, 7});
}

TEST_CASE("numbering the rows in another way changes no measure", "[law]") {
  // Row i becomes row (i * 7) mod 25. Ties by a rule with no symmetry in it.
  constexpr std::size_t n = 25;
  const auto renamed = [](std::size_t i) { return i * 7 % n; };
  const auto names = [](std::size_t i, std::size_t j) {
    return i != j && (i * i * 5 + j * 11 + i * j * 3) % 17 < 3;
  };
  sim::Network as_drawn, as_renamed;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t old_i = i * 18 % n;  // 7 * 18 = 126 = 1 mod 25
    for (std::size_t j = 0; j < n; ++j) {
      if (names(i, j)) as_drawn.add(static_cast<Row>(j), 255);
      if (names(old_i, j)) as_renamed.add(static_cast<Row>(renamed(j)), 255);
    }
    as_drawn.end_row();
    as_renamed.end_row();
  }
  const auto a = as_drawn.view(), b = as_renamed.view();
  REQUIRE(analysis::reciprocity(a).part > 0);
  CHECK(analysis::density(a) == analysis::density(b));
  CHECK(analysis::reciprocity(a) == analysis::reciprocity(b));
  CHECK(analysis::transitivity(a) == analysis::transitivity(b));
  CHECK(analysis::weak_components(a).count == analysis::weak_components(b).count);
  CHECK(analysis::strong_components(a).count == analysis::strong_components(b).count);
  const auto both_a = analysis::symmetrised(a), both_b = analysis::symmetrised(b);
  const UndirectedView u_a{both_a.view()}, u_b{both_b.view()};
  const auto core_a = analysis::core_numbers(u_a), core_b = analysis::core_numbers(u_b);
  const auto c_a = analysis::clustering(u_a), c_b = analysis::clustering(u_b);
  const auto through_a = analysis::betweenness(a), through_b = analysis::betweenness(b);
  for (std::size_t i = 0; i < n; ++i) {
    INFO("row " << i);
    CHECK(core_a[i] == core_b[renamed(i)]);
    CHECK(c_a[i] == c_b[renamed(i)]);
    CHECK(through_a[i] == Approx(through_b[renamed(i)]).margin(1e-15));
  }
}
