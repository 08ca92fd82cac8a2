// Power of a t-test, and what figures of trials add up to.

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/trial_results.h"

namespace {

using analysis::Estimator, analysis::TrialFigure, analysis::TrialResults;

/// Four trials of one size and one outcome, with round figures.
TrialResults made() {
  TrialResults r;
  r.assign = "students";
  r.acts_on = "both";
  r.trials = 4;
  r.null_trials = 4;
  r.sizes = {2};
  r.outcomes = {{"y", "Y", "1", "y@end", ""}};
  const double none = std::nan("");
  for (auto& figure : r.figure) figure.assign(4, none);
  const auto put = [&](TrialFigure figure, std::vector<double> values) {
    r.figure[static_cast<std::size_t>(figure)] = std::move(values);
  };
  put(TrialFigure::difference, {0.1, 0.3, 0.5, 0.3});
  put(TrialFigure::difference_error, {0.1, 0.1, 0.1, 0.1});
  put(TrialFigure::difference_freedom, {30, 30, 30, 30});
  put(TrialFigure::null_difference, {-0.1, 0.1, 0.3, -0.3});
  put(TrialFigure::null_difference_error, {0.1, 0.1, 0.1, 0.1});
  put(TrialFigure::null_difference_freedom, {30, 30, 30, 30});
  put(TrialFigure::policy, {0.4, 0.4, 0.4, 0.4});
  put(TrialFigure::on_treated, {0.3, 0.3, 0.4, 0.4});
  put(TrialFigure::on_controls, {0.1, 0.1, 0.1, 0.1});
  put(TrialFigure::on_controls_students_only, {0.02, 0.02, 0.02, 0.02});
  put(TrialFigure::students, {100, 100, 100, 100});
  put(TrialFigure::clusters, {100, 100, 100, 100});
  put(TrialFigure::lost, {0, 0, 0, 0});
  put(TrialFigure::sd, {1, 1, 1, 1});
  return r;
}

}  // namespace

TEST_CASE("power of a t-test is that of the tables", "[formula]") {
  // Cohen 1988, table 2.3.5: 64 in each group, d = 0.5, two-sided .05: power .80.
  const double effect = 0.5 * std::sqrt(64.0 / 2);
  CHECK(analysis::t_power(effect, 126, 0.05) == Approx(0.801).margin(0.001));
  CHECK(analysis::t_power(0, 126, 0.05) == Approx(0.05).epsilon(1e-6));
  CHECK(analysis::t_detectable(126, 0.05, 0.801459) == Approx(effect).epsilon(1e-4));
}

TEST_CASE("a share of trials has Wilson's interval", "[formula]") {
  const analysis::Rate r = analysis::rate(5, 100);
  CHECK(r.share == 0.05);
  CHECK(r.low == Approx(0.0215).margin(0.0001));
  CHECK(r.high == Approx(0.1118).margin(0.0001));
  CHECK(analysis::rate(0, 10).low == 0);
  CHECK(analysis::rate(10, 10).high == 1);
  CHECK(std::isnan(analysis::rate(0, 0).share));
}

TEST_CASE("power, false positives, cover and bias are counted over trials", "[formula]") {
  const TrialResults r = made();
  const auto s = analysis::summarise(r, 0, 0, Estimator::difference);
  CHECK(s.power.share == 0.75);          // 0.1 is one error from 0
  CHECK(s.false_positive.share == 0.5);  // 0.3 and -0.3
  CHECK(s.coverage.share == 0.75);       // 0.1 is three errors from 0.4
  CHECK(s.estimate.mean == Approx(0.3));
  CHECK(s.bias.mean == Approx(-0.1));
  CHECK(s.bias.error == Approx(std::sqrt(0.08 / 3 / 4)));
  CHECK(s.spread == Approx(std::sqrt(0.2 / 3)));
  CHECK(s.detectable == Approx(s.spread * analysis::t_detectable(30, 0.05, 0.8)));
  // Half of 100 students on each side: a standard error of 1/5.
  CHECK(s.book_power == Approx(analysis::t_power(0.4 / 0.2, 97, 0.05)));
  CHECK_FALSE(analysis::summarise(r, 0, 0, Estimator::adjusted).there);
}

TEST_CASE("the mean difference is what its parts add up to", "[formula]") {
  const analysis::TrialParts p = analysis::parts(made(), 0, 0);
  CHECK(p.splits_teachers);
  CHECK(p.policy.mean == Approx(0.4));
  CHECK(p.shortfall.mean == Approx(-0.05));
  CHECK(p.students.mean == Approx(-0.02));
  CHECK(p.teachers.mean == Approx(-0.08));
}
