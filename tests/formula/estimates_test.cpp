#include "analysis/estimates.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "analysis/jackknife.h"
#include "cli/verdict.h"

using analysis::Rows;
using analysis::Statistic;
using analysis::Sums;

namespace {

const std::vector<std::uint8_t> kAll(5, 1);
const float kMissing = std::nanf("");

double once(Statistic statistic, const std::vector<float>& x, const std::vector<float>& y = {},
            const std::vector<float>& z = {}) {
  Sums sums{};
  analysis::add(statistic, {{x, y, z}, kAll, 3.0}, sums);
  return analysis::value(statistic, sums);
}

}  // namespace

TEST_CASE("Means, shares and standard deviations leave missing answers out", "[formula]") {
  const std::vector<float> x{1, 2, kMissing, 3, 6};
  CHECK(once(Statistic::mean, x) == Approx(3.0));
  CHECK(once(Statistic::share, x) == Approx(0.5));
  CHECK(once(Statistic::sd, x) == Approx(std::sqrt(14.0 / 3)));
}

TEST_CASE("A correlation is centred within schools", "[formula]") {
  // In each school y = x exactly; between schools the means run the other way.
  Sums sums{};
  const std::vector<float> low{1, 2, 3, 4, 5}, high{101, 102, 103, 104, 105};
  analysis::add(Statistic::correlation, {{low, high, {}}, kAll, 0}, sums);
  analysis::add(Statistic::correlation, {{high, low, {}}, kAll, 0}, sums);
  CHECK(analysis::value(Statistic::correlation, sums) == Approx(1.0));
  CHECK(analysis::value(Statistic::slope, sums) == Approx(1.0));
}

TEST_CASE("All of a chain is mediated, and nothing of a link beside it", "[formula]") {
  const std::vector<float> x{1, 2, 3, 4, 5}, m{2, 3, 7, 7, 11};
  const std::vector<float> z{4, 6, 14, 14, 22};  // 2 m
  CHECK(once(Statistic::mediated, x, m, z) == Approx(1.0).margin(1e-6));
  const std::vector<float> other{1, -1, 0, -1, 1};  // unrelated to x
  CHECK(once(Statistic::mediated, x, other, x) == Approx(0.0).margin(1e-6));
}

TEST_CASE("Schools that differ in everything have all of the variance, equal ones none",
          "[formula]") {
  const std::vector<float> ones(5, 1.0f), twos(5, 2.0f), mixed{1, 2, 3, 4, 5};
  Sums apart{}, alike{};
  analysis::add(Statistic::school_variance, {{ones, {}, {}}, kAll, 0}, apart);
  analysis::add(Statistic::school_variance, {{twos, {}, {}}, kAll, 0}, apart);
  CHECK(analysis::value(Statistic::school_variance, apart) == Approx(1.0));
  for (int k = 0; k < 2; ++k) {
    analysis::add(Statistic::school_variance, {{mixed, {}, {}}, kAll, 0}, alike);
  }
  CHECK(analysis::value(Statistic::school_variance, alike) < 0.01);
}

TEST_CASE("The jackknife of a mean is its standard error", "[formula]") {
  const std::vector<double> x{1, 2, 4, 9};
  std::vector<double> without;
  for (const double one : x) without.push_back((16 - one) / 3);
  const auto e = analysis::jackknife(4, without);
  // sd^2 = 38/3, standard error = sd / 2
  CHECK(e.half_width == Approx(1.96 * std::sqrt(38.0 / 3) / 2));
}

TEST_CASE("A pattern passes only in its band and known well enough", "[formula]") {
  cli::Claim claim;
  claim.low = 0;
  claim.high = 1;
  CHECK(cli::judge(claim, {0.5, 0.25}) == cli::Verdict::passed);
  CHECK(cli::judge(claim, {0.5, 0.26}) == cli::Verdict::undetermined);
  CHECK(cli::judge(claim, {1.02, 0.01}) == cli::Verdict::falls_short);
  CHECK(cli::judge(claim, {1.02, 0.03}) == cli::Verdict::undetermined);
  CHECK(cli::judge(claim, {std::nan(""), 0.0}) == cli::Verdict::falls_short);
  claim.high = std::numeric_limits<double>::infinity();
  CHECK(cli::judge(claim, {0.1, 0.05}) == cli::Verdict::passed);
  CHECK(cli::judge(claim, {0.1, 0.2}) == cli::Verdict::undetermined);
}
