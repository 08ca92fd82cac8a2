// Sensitivity indices: exact ones, by hand, and those of OpenTURNS. How its table was made stands
// in openturns_oracle.py.

#include "analysis/sensitivity.h"

#include <sys/wait.h>

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/promise/scratch.h"

namespace {

constexpr double kPi = 3.14159265358979323846;

double ishigami(const std::vector<double>& u) {
  const double x = kPi * (2 * u[0] - 1), y = kPi * (2 * u[1] - 1), z = kPi * (2 * u[2] - 1);
  return std::sin(x) + 7 * std::pow(std::sin(y), 2) + 0.1 * std::pow(z, 4) * std::sin(x);
}

template <class F>
std::vector<double> at(const analysis::Points& points, F f) {
  std::vector<double> y;
  for (const auto& point : points) y.push_back(f(point));
  return y;
}

bool holds(const analysis::Indexed& index, double exact) {
  return index.low <= exact && exact <= index.high;
}

using Figures = std::map<std::string, std::vector<double>>;

/// `blocks`: functions and designs that the table has.
void compare(const std::string& path, int blocks) {
  std::ifstream file(path);
  REQUIRE(file);
  std::string name;
  Figures figures;
  int compared = 0;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string key;
    words >> key;
    if (key == "function") {
      name = line.substr(9);
      figures.clear();
      continue;
    }
    for (double number; words >> number;) figures[key].push_back(number);
    if (key != "variance") continue;
    INFO(name);
    const auto factors = static_cast<std::size_t>(figures["factors"][0]);
    const auto found = analysis::sobol_indices(figures["y"], factors, 1, 10);
    const double scale = found.variance / figures["variance"][0];
    for (std::size_t f = 0; f < factors; ++f) {
      CHECK(1 - scale * (1 - found.first[f].value) == Approx(figures["first"][f]).epsilon(1e-9));
      CHECK(scale * found.total[f].value == Approx(figures["total"][f]).epsilon(1e-9));
    }
    ++compared;
  }
  CHECK(compared == blocks);
}

}  // namespace

TEST_CASE("Sobol indices of the Ishigami function", "[formula]") {
  const auto y = at(analysis::saltelli(2048, 3, 1), ishigami);
  const auto found = analysis::sobol_indices(y, 3, 1, 200);
  const std::array<double, 3> first{0.3139, 0.4424, 0}, total{0.5576, 0.4424, 0.2437};
  CHECK(found.mean == Approx(3.5).margin(0.05));
  CHECK(found.variance == Approx(13.845).margin(0.2));
  for (std::size_t f = 0; f < 3; ++f) {
    INFO(f);
    CHECK(found.first[f].value == Approx(first[f]).margin(0.02));
    CHECK(found.total[f].value == Approx(total[f]).margin(0.02));
    CHECK(holds(found.first[f], first[f]));
    CHECK(holds(found.total[f], total[f]));
    CHECK(found.first[f].high - found.first[f].low < 0.15);
  }
}

TEST_CASE("Sobol indices: an outcome that does not vary has none, and one factor alone has all",
          "[formula]") {
  const auto points = analysis::saltelli(64, 2, 1);
  const auto nothing = analysis::sobol_indices(at(points, [](auto&) { return 2.0; }), 2, 1);
  CHECK(std::isnan(nothing.first[0].value));
  CHECK(std::isnan(nothing.total[1].high));
  const auto one = analysis::sobol_indices(at(points, [](auto& u) { return u[1]; }), 2, 1);
  CHECK(one.first[1].value == Approx(1));
  CHECK(one.total[0].value == 0);
  CHECK(one.first[0].value == Approx(0).margin(0.25));  // 64 rows
}

TEST_CASE("elementary effects: of a sum the weights, of a product their dependence", "[formula]") {
  const auto points = analysis::morris(20, 3, 4, 1);
  const auto sum = analysis::elementary_effects(
      points, at(points, [](auto& u) { return 2 * u[0] - 3 * u[1]; }), 1, 100);
  CHECK(sum[0].mean == Approx(2));
  CHECK(sum[1].mean == Approx(-3));
  CHECK(sum[1].strength.value == Approx(3));
  CHECK(sum[1].strength.low == Approx(3));
  CHECK(sum[1].spread == Approx(0).margin(1e-12));
  CHECK(sum[2].strength.value == 0);
  const auto product =
      analysis::elementary_effects(points, at(points, [](auto& u) { return u[0] * u[1]; }), 1, 100);
  CHECK(product[0].spread > 0.2);
  CHECK(product[0].strength.low < product[0].strength.high);
}

TEST_CASE("Sobol indices are those of OpenTURNS, of functions and of a design of the model",
          "[formula]") {
  const std::string source = BELONG_SOURCE_DIR;
  compare(source + "/tests/formula/openturns_figures.txt", 3);
  const std::string now = test::scratch("openturns.txt");
  const int code = std::system(("/usr/bin/python3 " + source +
                                "/tests/formula/openturns_oracle.py > " + now + " 2>/dev/null")
                                   .c_str());
  if (WIFEXITED(code) && WEXITSTATUS(code) == 0) compare(now, 2);
}
