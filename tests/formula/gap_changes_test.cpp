// How a gap changes and how it came to: by both groups doing better, or by levelling down.

#include "analysis/gap_changes.h"

#include <catch2/catch.hpp>

#include "tests/formula/year_results.h"

namespace {

using namespace analysis;

/// Three runs in which everybody has this level.
std::vector<float> at(float level) { return {level, level, level}; }

/// The gap of A to B, the larger group, when their levels go from one pair to another.
GapChange change(float a0, float b0, std::vector<float> a1, float b1,
                 Better better = Better::higher) {
  Outcome outcome =
      year::outcome_of("belonging", {at(0), at(a0), at(b0)}, {at(0), std::move(a1), at(b1)});
  outcome.better = better;
  const Results results = year::results_of({outcome}, {100, 40, 60});
  const auto all = gap_changes(results, small_cells(results), results.outcomes.front());
  REQUIRE(all.size() == 1);
  return all.front();
}

}  // namespace

TEST_CASE("the change of a gap is the difference of differences, run by run", "[formula]") {
  // The gap goes from -0.5 to -0.3, -0.2, -0.1 with B as it was: +0.3, SD 0.1, half 0.2484.
  const GapChange one = change(0.5f, 1.0f, {0.7f, 0.8f, 0.9f}, 1.0f);
  CHECK(one.gap.baseline == Approx(-0.5));
  CHECK(one.gap.value == Approx(-0.2));
  CHECK(one.gap.difference == Approx(0.3));
  CHECK(one.gap.interval->low == Approx(0.3 - 0.2484).epsilon(1e-3));
  CHECK(one.how == "closes: better for A, no worse for B");
  CHECK_FALSE(one.levelled);
}

TEST_CASE("a gap that closes because one group does worse is called levelling down", "[formula]") {
  const GapChange down = change(0.5f, 1.0f, at(0.5f), 0.8f);
  CHECK(down.how == "closes by levelling down: worse for B, not better for A");
  CHECK(down.levelled);
  CHECK(change(0.5f, 1.0f, at(0.4f), 0.7f).how ==
        "closes by levelling down: worse for both, more so for B");
  const GapChange partly = change(0.5f, 1.0f, at(0.6f), 0.9f);
  CHECK(partly.how == "closes, in part by levelling down: better for A, worse for B");
  CHECK(partly.levelled);
}

TEST_CASE("a gap may close while both do better, or widen while both do", "[formula]") {
  CHECK(change(0.5f, 1.0f, at(0.9f), 1.1f).how == "closes: better for both, more so for A");
  CHECK(change(0.5f, 1.0f, at(0.6f), 1.3f).how == "widens: better for both, more so for B");
  CHECK(change(0.5f, 1.0f, at(0.4f), 1.0f).how == "widens: worse for A");
  CHECK(change(0.5f, 1.0f, at(0.5f), 1.3f).how == "widens: better for B alone");
}

TEST_CASE("where less is better, the group with less is the one that others catch up with",
          "[formula]") {
  const GapChange one = change(0.3f, 0.1f, at(0.2f), 0.1f, Better::lower);
  CHECK(one.how == "closes: better for A, no worse for B");
  CHECK(change(0.3f, 0.1f, at(0.3f), 0.2f, Better::lower).levelled);
}

TEST_CASE("a gap whose change is within chance is said to be so", "[formula]") {
  CHECK(change(0.5f, 1.0f, {0.3f, 0.5f, 0.7f}, 1.0f).how == "no change told from chance");
}
