// The answer of a run: one sentence on what changes, one on what does not or gets worse.

#include "analysis/headline.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/formula/year_results.h"

namespace {

using namespace analysis;
using year::outcome_of, year::results_of;

std::string text_of(const Results& results) { return headline(results, small_cells(results)); }

}  // namespace

TEST_CASE("the answer names the change, its interval, and in how many runs", "[formula]") {
  // 60, 60, 60 % against 65, 66, 67 %: mean 6 points, SD 1, half = 2.484.
  const Outcome on_track = outcome_of("on_track", {{0.6f, 0.6f, 0.6f}}, {{0.65f, 0.66f, 0.67f}});
  CHECK(text_of(results_of({on_track}, {100})) ==
        "With The program, 6.0 percentage points more students are on track to graduate (95% "
        "interval 3.5 to 8.5; in 3 of 3 paired runs). It does not get worse.");
}

TEST_CASE("the answer says so when nothing can be told from chance", "[formula]") {
  const Outcome still = outcome_of("on_track", {{0.6f, 0.6f, 0.6f}}, {{0.6f, 0.5f, 0.7f}});
  CHECK(text_of(results_of({still}, {100})) ==
        "With The program, nothing changes that can be told from chance.");
  Results alone = results_of({still}, {100});
  alone.scenarios.resize(1);
  CHECK_THAT(text_of(alone), Catch::Contains("There is one scenario"));
}

TEST_CASE("one paired run gives no answer, and that is said", "[formula]") {
  const Results results = results_of({outcome_of("on_track", {{0.5f}}, {{0.75f}})}, {100});
  CHECK(answers(results, small_cells(results)).empty());
  CHECK_THAT(text_of(results), Catch::Contains("one paired run"));
}

TEST_CASE("belonging leads the answer where it moves, however much others move", "[formula]") {
  Outcome belonging = outcome_of("belonging", {{0, 0, 0}}, {{0.01f, 0.01f, 0.01f}});
  belonging.unit = "SD";
  const Outcome track = outcome_of("on_track", {{0.5f, 0.5f, 0.5f}}, {{0.9f, 0.9f, 0.9f}});
  const Results results = results_of({track, belonging}, {100});
  CHECK_THAT(text_of(results), Catch::StartsWith("With The program, the belonging is 0.010 "
                                                 "standard deviations higher for all students"));
}

TEST_CASE("the answer says what gets worse, by how much, and what stays", "[formula]") {
  const Outcome belonging = outcome_of("belonging", {{0, 0, 0}}, {{0.1f, 0.1f, 0.1f}});
  Outcome suspended = outcome_of("ever_suspended", {{0.1f, 0.1f, 0.1f}}, {{0.15f, 0.16f, 0.17f}});
  suspended.better = Better::lower;
  const Outcome gpa = outcome_of("gpa", {{2, 2, 2}}, {{2, 2.1f, 1.9f}});
  const Results results = results_of({belonging, suspended, gpa}, {100});
  const auto found = answers(results, small_cells(results));
  REQUIRE(found.size() == 1);
  CHECK(found[0].rest ==
        "Worse: the ever_suspended (by 6.0 percentage points, 3.5 to 8.5); no change that can be "
        "told from chance in the gpa.");
}

TEST_CASE("the answer says for how many groups it holds, and for whom it does not", "[formula]") {
  // Everyone, then groups of one dimension; a group of nine is not counted.
  const year::Levels before{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
  const Outcome moved =
      outcome_of("belonging", before,
                 {{0.2f, 0.2f, 0.2f}, {0.3f, 0.3f, 0.3f}, {-0.1f, -0.1f, -0.1f}, {-9, -9, -9}});
  Results results = results_of({moved}, {109, 60, 40, 9});
  SmallCells cells = small_cells(results);
  cells.hidden = {false, false, false, true};
  CHECK_THAT(headline(results, cells),
             Catch::Contains(", and in 1 of the 2 groups shown; not higher, but lower, for B."));
  results.outcomes[0] =
      outcome_of("belonging", before,
                 {{0.2f, 0.2f, 0.2f}, {0.3f, 0.3f, 0.3f}, {0.1f, 0.1f, 0.1f}, {-9, -9, -9}});
  CHECK_THAT(headline(results, cells), Catch::Contains(", and in each of the 2 groups shown."));
}

TEST_CASE("the answer names groups for whom something surely gets worse", "[formula]") {
  const year::Levels before{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
  const Outcome belonging =
      outcome_of("belonging", before,
                 {{0.2f, 0.2f, 0.2f}, {0.2f, 0.2f, 0.2f}, {0.2f, 0.2f, 0.2f}, {0.2f, 0.2f, 0.2f}});
  // A by 0.1 in every run, B by 0.1 +- 0.07 (zero lies near), C better.
  Outcome referrals = outcome_of(
      "referrals", before,
      {{-0.2f, -0.2f, -0.2f}, {0.1f, 0.1f, 0.1f}, {0.07f, 0.1f, 0.13f}, {-0.3f, -0.3f, -0.3f}});
  referrals.better = Better::lower;
  const Results results = results_of({belonging, referrals}, {100, 40, 30, 30});
  CHECK(answers(results, small_cells(results)).front().rest ==
        "None of the 2 main outcomes gets worse for all students together. Worse for some groups: "
        "the referrals (A).");
}

TEST_CASE("a sentence of the answer stays under some forty words", "[formula]") {
  const year::Levels before{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
  const Outcome moved = outcome_of(
      "belonging", before, {{0.2f, 0.21f, 0.2f}, {0.3f, 0.3f, 0.3f}, {-0.1f, -0.1f, -0.1f}});
  const Results results = results_of({moved}, {100, 60, 40});
  const std::string said = answers(results, small_cells(results)).front().change;
  INFO(said);
  CHECK(std::count(said.begin(), said.end(), ' ') < 42);
}
