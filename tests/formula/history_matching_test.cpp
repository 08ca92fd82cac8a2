#include "analysis/history_matching.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using analysis::implausibility;
using analysis::Screen;
using analysis::Target;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr double kNone = std::numeric_limits<double>::infinity();

/// A model with two outputs; the truth is at (0.4, -0.2).
double output_a(const auto& x) { return std::exp(0.8 * x[0]) + 0.5 * x[1]; }
double output_b(const auto& x) { return x[1] - 0.6 * x[0] * x[0]; }

VectorXd truth() {
  VectorXd x(2);
  x << 0.4, -0.2;
  return x;
}

Target around(double value, double half_width) { return {value - half_width, value + half_width}; }

Screen screen_from(const MatrixXd& points, double half_width, std::size_t nth = 1) {
  VectorXd a(points.rows()), b(points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    a[i] = output_a(points.row(i));
    b[i] = output_b(points.row(i));
  }
  Screen screen;
  screen.nth = nth;
  screen.claims.push_back(
      {analysis::Emulator(points, a, 0), around(output_a(truth()), half_width), 0});
  screen.claims.push_back(
      {analysis::Emulator(points, b, 0), around(output_b(truth()), half_width), 0});
  return screen;
}

}  // namespace

TEST_CASE("A band's edge is at 2, half a half-width outside it at 3", "[formula]") {
  const Target band{1, 5};
  CHECK(implausibility(band, 3, 0) == 0.0);
  CHECK(implausibility(band, 5, 0) == Approx(2));
  CHECK(implausibility(band, 0, 0) == Approx(3));
  CHECK(implausibility(band, 6, 3) == Approx(3 / std::sqrt(3.0 + 1.0)));
  CHECK(implausibility(band, std::nan(""), 0) == kNone);
}

TEST_CASE("With one edge only the wrong side counts", "[formula]") {
  CHECK(implausibility({2, kNone}, 7, 0.25) == 0.0);
  CHECK(implausibility({2, kNone}, 1, 0.25) == Approx(2));
  CHECK(implausibility({-kNone, 2}, 1, 0) == 0.0);
  CHECK(implausibility({-kNone, 2}, 3, 0) == kNone);
  CHECK(implausibility({-kNone, 2}, 3, 1) == Approx(1));
}

TEST_CASE("The second largest implausibility forgives one claim", "[formula]") {
  CHECK(analysis::nth_largest({1, 4, 2}, 1) == 4.0);
  CHECK(analysis::nth_largest({1, 4, 2}, 2) == 2.0);
  CHECK(analysis::nth_largest({4}, 2) == 0.0);
}

TEST_CASE("Sobol points fill every half of every variable alike", "[formula]") {
  const MatrixXd points = analysis::sobol_points(64, 20, 5);
  for (Eigen::Index x = 0; x < points.cols(); ++x) {
    CHECK((points.col(x).array() < 0).count() == Approx(32).margin(1));
    CHECK(points.col(x).cwiseAbs().maxCoeff() <= 1);
  }
  const MatrixXd later = analysis::sobol_points(32, 20, 5, 32);
  CHECK(later == points.bottomRows(32));
  CHECK(analysis::sobol_points(64, 20, 6) != points);
}

TEST_CASE("Two waves keep the true point and rule out most of the space", "[law]") {
  std::vector<Screen> screens{screen_from(analysis::sobol_points(20, 2, 1), 0.1)};
  analysis::DrawOptions how;
  how.count = 20;
  how.variables = 2;
  how.tries = 4000;
  const auto second_wave = analysis::draw_kept(screens, {}, how);
  REQUIRE(second_wave.points.rows() == 20);
  CHECK_FALSE(second_wave.walked);
  screens.push_back(screen_from(second_wave.points, 0.1));
  const auto last = analysis::draw_kept(screens, second_wave.points, how);
  CHECK(analysis::kept(screens, truth()));
  const double left = static_cast<double>(last.not_ruled_out) / static_cast<double>(last.tried);
  CHECK(left > 0);
  CHECK(left < 0.05);
  // Whatever truly lies in both bands is kept: nothing is ruled out by mistake.
  std::size_t in_both = 0, lost = 0;
  const MatrixXd fine = analysis::sobol_points(20000, 2, 9);
  for (Eigen::Index i = 0; i < fine.rows(); ++i) {
    const VectorXd x = fine.row(i);
    const bool in = std::abs(output_a(x) - output_a(truth())) < 0.1 &&
                    std::abs(output_b(x) - output_b(truth())) < 0.1;
    in_both += in;
    lost += in && !analysis::kept(screens, x);
  }
  CHECK(in_both > 20);
  CHECK(lost == 0);
}

TEST_CASE("Walks find a region too small to be hit, and cover it", "[law]") {
  const MatrixXd runs = analysis::sobol_points(40, 2, 1);
  const std::vector<Screen> screens{screen_from(runs, 0.002)};
  analysis::DrawOptions how;
  how.count = 60;
  how.variables = 2;
  how.tries = 10;
  const auto drawn = analysis::draw_kept(screens, runs, how);
  CHECK(drawn.walked);
  REQUIRE(drawn.points.rows() > 50);
  double low = 1, high = -1;
  for (Eigen::Index i = 0; i < drawn.points.rows(); ++i) {
    CHECK(analysis::kept(screens, drawn.points.row(i)));
    low = std::min(low, drawn.points(i, 0));
    high = std::max(high, drawn.points(i, 0));
  }
  CHECK(low < high - 1e-3);
  for (const unsigned threads : {1u, 3u}) {
    how.threads = threads;
    CHECK(analysis::draw_kept(screens, runs, how).points == drawn.points);
  }
}
