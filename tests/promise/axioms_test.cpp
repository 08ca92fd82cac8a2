// Axioms: no built-in deficits, labels are only labels, feedback is bounded.

#include <catch2/catch.hpp>
#include <cmath>

#include "models/stability.h"
#include "tests/promise/experiments.h"

namespace {

using models::Outcome;

/// Standardised difference of two groups, pooled over replicates.
double difference(const cli::Experiment& e, const cli::Tallies& t, Outcome outcome, std::uint32_t a,
                  std::uint32_t b) {
  const std::uint32_t last = t.layout().ticks(outcome) - 1;
  cli::Total first, second, all;
  const auto add = [&](cli::Total& to, const cli::Total& x) {
    to.n += x.n;
    to.sum += x.sum;
    to.squares += x.squares;
  };
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    add(first, t.at(0, r, outcome, last, a));
    add(second, t.at(0, r, outcome, last, b));
    add(all, t.at(0, r, outcome, last, 0));
  }
  return (first.mean() - second.mean()) / all.sd();
}

}  // namespace

TEST_CASE("A1: in a null environment there is no gap", "[promise][slow]") {
  auto e = test::small(400, 150);
  test::make_null(e);
  e.scenarios.resize(1);
  e.redraw = true;
  const auto t = test::run(e);
  const auto groups = e.schools.names.groups();
  const auto& table = t.layout().group_table();
  for (const Outcome outcome : {Outcome::belonging, Outcome::engagement, Outcome::gpa}) {
    for (std::uint32_t d = 0; d < e.schools.names.dimensions.size(); ++d) {
      for (std::uint32_t a = table.first[d]; a < table.first[d + 1]; ++a) {
        for (std::uint32_t b = a + 1; b < table.first[d + 1]; ++b) {
          // 60,000 students; pairs of groups that leave a standard error under 0.017.
          const auto n = [&](std::uint32_t g) { return 150 * t.at(0, 0, outcome, 0, g).n; };
          if (n(a) < 6000 || n(b) < 6000) continue;
          INFO(models::row(outcome).key << ": " << groups[a].key << " and " << groups[b].key);
          CHECK(std::abs(difference(e, t, outcome, a, b)) < 0.05);
        }
      }
    }
  }
}

TEST_CASE("the environment does make gaps: the null test can fail", "[promise]") {
  auto e = test::small(400, 10);
  e.scenarios.resize(1);
  e.redraw = true;
  const auto t = test::run(e);
  // race_ethnicity: asian, black, hispanic, native, white
  CHECK(difference(e, t, Outcome::belonging, 5, 2) > 0.3);
}

TEST_CASE("A2: relabelled groups give relabelled results, bit for bit", "[promise]") {
  auto e = test::small(200, 2);
  e.schools.schools[0].profile.feeder_sorting = GENERATE(0.0f, 0.6f);
  auto swapped = e;
  auto& rows = swapped.schools.schools[0].identity.dimension[0].row;
  // black and white change places, environment and all; then everything is turned round.
  std::swap(rows[1], rows[4]);
  const std::array<std::uint32_t, 5> old{0, 4, 2, 3, 1};
  const auto a = test::run(e), b = test::run(swapped);
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<Outcome>(k);
    INFO(models::row(outcome).key);
    for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
      for (std::uint32_t tick = 0; tick < a.layout().ticks(outcome); ++tick) {
        for (std::uint32_t g = 0; g < a.layout().groups(); ++g) {
          const std::uint32_t same = g >= 1 && g <= 5 ? 1 + old[g - 1] : g;
          const auto& x = a.at(s, 1, outcome, tick, same);
          const auto& y = b.at(s, 1, outcome, tick, g);
          REQUIRE(x.n == y.n);
          REQUIRE(x.sum == y.sum);
          REQUIRE(x.squares == y.squares);
          REQUIRE(x.twin_squares == y.twin_squares);
        }
      }
    }
  }
}

TEST_CASE("A5: feedback is bounded", "[promise]") {
  auto e = test::small(400, 8, {"record.every=day"});
  e.scenarios.resize(1);
  auto& calendar = e.schools.schools[0].calendar;
  calendar.days = 200;
  const auto t = test::run(e);
  double early = 0, late = 0;
  for (std::uint32_t r = 0; r < e.replicates; ++r) {
    for (std::uint32_t day = 60; day < 80; ++day)
      early += t.at(0, r, Outcome::referrals, day, 0).mean();
    for (std::uint32_t day = 180; day < 200; ++day)
      late += t.at(0, r, Outcome::referrals, day, 0).mean();
  }
  CHECK(early > 0);
  CHECK(late / early <= 2.5);

  const models::LoopGains gains = models::loop_gains(e.parameters);
  CHECK(gains.discipline > 0);
  CHECK(gains.discipline < 1);
  CHECK(gains.relation > 0);
  CHECK(gains.relation < 1);
  // The gain is a gain: a stronger loop has a larger one.
  auto stronger = e.parameters;
  stronger.engagement.belonging *= 2;
  CHECK(models::loop_gains(stronger).relation > gains.relation);
}
