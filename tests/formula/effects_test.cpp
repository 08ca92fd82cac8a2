// Paired effects, curves and gaps, worked by hand on results of a few numbers.

#include "analysis/effects.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "analysis/figures.h"
#include "analysis/gaps.h"

namespace {

using namespace analysis;

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

/// Two scenarios, one group ("all") unless more are added; `means` is [scenario][replicate][tick].
Results results_of(Summary summary, std::size_t replicates, std::size_t ticks,
                   std::vector<float> means) {
  Results results;
  results.replicates = replicates;
  results.schools = 3;
  results.scenarios = {{"baseline", "As it is", {}}, {"program", "The program", {"program"}}};
  results.groups = {{"all", "All students", "all", 100}};
  Outcome outcome;
  outcome.key = "on_track";
  outcome.label = "On track";
  outcome.summary = summary;
  outcome.ticks = ticks;
  outcome.time = ticks == 1 ? "year" : "week";
  outcome.sds.assign(means.size(), 0.5f);
  outcome.means = std::move(means);
  results.outcomes = {outcome};
  return results;
}

Effect effect_of(const Results& results) {
  return paired_effect(results, results.outcomes.front(), 1, 0);
}

}  // namespace

TEST_CASE("a paired effect is the mean difference with Student's interval", "[formula]") {
  // Differences 1, 2, 3: mean 2, SD 1, t(0.975, 2) = 4.302653, half = 4.302653 / sqrt(3).
  const Effect effect = effect_of(results_of(Summary::last, 3, 1, {10, 20, 30, 11, 22, 33}));
  CHECK(effect.baseline == Approx(20));
  CHECK(effect.value == Approx(22));
  CHECK(effect.difference == Approx(2));
  REQUIRE(effect.interval);
  CHECK(effect.interval->low == Approx(2 - 4.302653 / std::sqrt(3.0)).epsilon(1e-6));
  CHECK(effect.interval->high == Approx(2 + 4.302653 / std::sqrt(3.0)).epsilon(1e-6));
  CHECK_FALSE(effect.clear());
  CHECK(higher_in(effect) == "3 of 3");
}

TEST_CASE("a year is its last tick, the mean of its ticks, or their sum", "[formula]") {
  const std::vector<float> means{1, 2, 6, 1, 2, 9};
  CHECK(effect_of(results_of(Summary::last, 1, 3, means)).difference == Approx(3));
  CHECK(effect_of(results_of(Summary::mean, 1, 3, means)).difference == Approx(1));
  CHECK(effect_of(results_of(Summary::total, 1, 3, means)).value == Approx(12));
}

TEST_CASE("ticks without a value are left out, and so are runs without a pair", "[formula]") {
  // Run 1: mean of 2 and 4 against 5. Run 2 has no baseline at all.
  const Results results = results_of(Summary::mean, 2, 2, {2, 4, kNone, kNone, kNone, 5, 7, 7});
  const Effect effect = effect_of(results);
  CHECK(effect.runs == 1);
  CHECK(effect.baseline == Approx(3));
  CHECK(effect.difference == Approx(2));
  CHECK_FALSE(effect.interval);
  const Effect none = effect_of(results_of(Summary::last, 1, 1, {kNone, 1}));
  CHECK(std::isnan(none.difference));
  CHECK(none.runs == 0);
  CHECK(higher_in(none) == "-");
}

TEST_CASE("equal runs are ties, also when their sums differ by rounding", "[formula]") {
  // The same tenths in another order: in single precision the sums differ in the last place.
  const Results results = results_of(Summary::total, 2, 3,
                                     {0.1f, 0.7f, 0.2f, 0.1f, 0.1f, 0.1f,  //
                                      0.2f, 0.1f, 0.7f, 0.1f, 0.1f, 0.2f});
  const Effect effect = effect_of(results);
  CHECK(effect.ties == 1);
  CHECK(effect.higher == 1);
  CHECK(effect.lower == 0);
  CHECK(higher_in(effect) == "1 of 2 (1 tie)");
  const Effect still = effect_of(results_of(Summary::last, 2, 1, {0, 0, 0, 0}));
  CHECK(higher_in(still) == "no change");
  CHECK(still.difference == 0.0);
  CHECK_FALSE(still.clear());
}

TEST_CASE("one paired run has no interval, and that is said", "[formula]") {
  const Results results = results_of(Summary::last, 1, 1, {0.5f, 0.75f});
  CHECK_FALSE(effect_of(results).interval);
  CHECK_THAT(interval_note(results), Catch::Contains("one paired run"));
}

TEST_CASE("what intervals cover depends on what is drawn anew", "[formula]") {
  Results results = results_of(Summary::last, 2, 1, {1, 2, 3, 4});
  CHECK_THAT(interval_note(results), Catch::Contains("new days in these 3 schools"));
  results.redraw = true;
  CHECK_THAT(interval_note(results), Catch::Contains("schools drawn anew"));
  CHECK_THAT(interval_note(results),
             Catch::Contains("not cover what is not known about the model"));
}

TEST_CASE("with a parameter set the interval is where one more run would lie", "[formula]") {
  // Differences 1 and 3: mean 2, standard deviation sqrt 2, t(0.975, 1) = 12.7062.
  Results results = results_of(Summary::last, 2, 1, {0, 0, 1, 3});
  CHECK(effect_of(results).interval->high == Approx(2 + 12.7062 * std::sqrt(2.0) / std::sqrt(2.0)));
  results.vectors = 2;
  CHECK(effect_of(results).interval->high == Approx(2 + 12.7062 * std::sqrt(2.0 * 1.5)));
  CHECK_THAT(interval_note(results), Catch::Contains("and parameters: the runs take 2 vectors"));
}

TEST_CASE("percentiles are linear between the sorted numbers", "[formula]") {
  std::vector<double> numbers{3, 1, 2};
  CHECK(percentile(numbers, 0.1) == Approx(1.2));
  CHECK(percentile(numbers, 0.9) == Approx(2.8));
  std::vector<double> one{5}, none;
  CHECK(percentile(one, 0.1) == 5.0);
  CHECK(std::isnan(percentile(none, 0.5)));
}

TEST_CASE("a gap is the group minus the largest membership, run by run", "[formula]") {
  Results results = results_of(Summary::last, 3, 1, {});
  results.scenarios.resize(1);
  results.groups = {{"all", "All", "all", 90}, {"d:a", "A", "d", 30}, {"d:b", "B", "d", 60}};
  results.outcomes[0].means = {0, 1, 2, 0, 3, 2, 0, 5, 2};  // [replicate][group]
  const SmallCells cells = small_cells(results);
  const auto reference = reference_group(results, cells, "d");
  REQUIRE(reference == std::size_t{2});
  const Band band = gap(results, results.outcomes[0], 0, 1, *reference);  // -1, 1, 3
  CHECK(band.mean.at(0) == Approx(1));
  CHECK(band.low.at(0) == Approx(-0.6));
  CHECK(band.high.at(0) == Approx(2.6));
  results.groups[1].students = 9;
  CHECK_FALSE(reference_group(results, small_cells(results), "d"));
}

TEST_CASE("shares are shown as percentages and small figures with more decimals", "[formula]") {
  Outcome outcome;
  outcome.key = "on_track";
  CHECK(figure_style(outcome, 0.7).level(0.7123) == "71.2%");
  CHECK(figure_style(outcome, 0.7).change(0.0519) == "+5.2");
  outcome.key = "referrals";
  outcome.unit = "1/student";
  CHECK(figure_style(outcome, 0.02).level(0.0213) == "0.021");
  CHECK(figure_style(outcome, 0.6).unit == "per student");
  CHECK(figure_style(outcome, 0.6).change(-0.0001) == "0.000");
  CHECK(figure_style(outcome, 0.6).change(std::nan("")) == "-");
}
