// Where the points of a design lie.

#include "analysis/design.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

namespace {

bool within(const analysis::Points& points) {
  return std::all_of(points.begin(), points.end(), [](const std::vector<double>& point) {
    return std::all_of(point.begin(), point.end(), [](double u) { return u >= 0 && u <= 1; });
  });
}

/// Points in each of n parts of a factor's range.
std::vector<int> counts(const analysis::Points& points, std::size_t factor, std::size_t n) {
  std::vector<int> in(n);
  for (const auto& point : points) {
    ++in[std::min(static_cast<std::size_t>(point[factor] * static_cast<double>(n)), n - 1)];
  }
  return in;
}

}  // namespace

TEST_CASE("a factorial design holds every combination once, the last factor fastest", "[formula]") {
  const std::array<std::size_t, 2> levels{2, 3};
  const auto points = analysis::factorial(levels);
  REQUIRE(points.size() == 6);
  CHECK(points[0] == std::vector<double>{0.25, 0.5 / 3});
  CHECK(points[1] == std::vector<double>{0.25, 1.5 / 3});
  CHECK(points[3] == std::vector<double>{0.75, 0.5 / 3});
  CHECK(points[5] == std::vector<double>{0.75, 2.5 / 3});
}

TEST_CASE("a Latin hypercube has one point in every part of every factor", "[formula]") {
  const auto points = analysis::latin_hypercube(40, 3, 5);
  REQUIRE(points.size() == 40);
  for (std::size_t f = 0; f < 3; ++f) {
    CHECK(counts(points, f, 40) == std::vector<int>(40, 1));
  }
  CHECK(points != analysis::latin_hypercube(40, 3, 6));
  CHECK(points == analysis::latin_hypercube(40, 3, 5));
  double together = 0;  // factors are not in step
  for (const auto& p : points) together += (p[0] - 0.5) * (p[1] - 0.5) / 40;
  CHECK(std::abs(together) < 0.04);  // a correlation of 0.48
}

TEST_CASE("a Sobol design fills squares evenly", "[formula]") {
  const auto points = analysis::sobol(256, 4, 1);
  CHECK(within(points));
  for (std::size_t f = 0; f < 4; ++f) {
    for (const int n : counts(points, f, 16)) CHECK(std::abs(n - 16) <= 2);
  }
}

TEST_CASE("a Saltelli design: a, a with one coordinate of b for each factor, b", "[formula]") {
  const auto points = analysis::saltelli(8, 3, 1);
  REQUIRE(points.size() == 8 * 5);
  CHECK(within(points));
  for (std::size_t j = 0; j < 8; ++j) {
    const auto* row = &points[5 * j];
    for (std::size_t f = 0; f < 3; ++f) {
      for (std::size_t g = 0; g < 3; ++g) CHECK(row[1 + f][g] == row[f == g ? 4 : 0][g]);
    }
    CHECK(row[0] != row[4]);
  }
}

TEST_CASE("a Morris design moves every factor once in a trajectory, by half the grid",
          "[formula]") {
  const auto points = analysis::morris(6, 5, 4, 1);
  REQUIRE(points.size() == 6 * 6);
  CHECK(within(points));
  int up = 0;
  for (std::size_t t = 0; t < 6; ++t) {
    std::array<int, 5> moved{};
    for (std::size_t k = 6 * t; k + 1 < 6 * (t + 1); ++k) {
      for (std::size_t f = 0; f < 5; ++f) {
        const double step = points[k + 1][f] - points[k][f];
        if (step == 0) continue;
        ++moved[f];
        up += step > 0 ? 1 : 0;
        CHECK(std::abs(step) == Approx(2.0 / 3));
        const double on_grid = points[k + 1][f] * 3;
        CHECK(on_grid == Approx(std::round(on_grid)).margin(1e-12));
      }
    }
    CHECK(moved == std::array<int, 5>{1, 1, 1, 1, 1});
  }
  CHECK(up > 0);
  CHECK(up < 30);
}
