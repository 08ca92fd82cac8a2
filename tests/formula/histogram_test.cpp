// Quantiles of binned values: worked by hand, and beside the sorted values themselves.

#include "analysis/histogram.h"

#include <rapidcheck/catch.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using analysis::histogram_quantile;
using Bins = std::vector<std::uint32_t>;

TEST_CASE("quantile: linear within the bin that reaches the share", "[formula]") {
  // Four bins of width 1 on [0, 4]: 2, 0, 6 and 2 values.
  const Bins bins{2, 0, 6, 2};
  CHECK(histogram_quantile(bins, 0.1, 0, 4) == Approx(0.5));  // 1 of the first bin's 2
  CHECK(histogram_quantile(bins, 0.2, 0, 4) == Approx(1.0));  // the first bin's end
  CHECK(histogram_quantile(bins, 0.5, 0, 4) == Approx(2.5));  // 5 - 2 = 3 of 6
  CHECK(histogram_quantile(bins, 0.75, 0, 4) == Approx(2.0 + 5.5 / 6.0));
  CHECK(histogram_quantile(bins, 0.9, 0, 4) == Approx(3.5));  // 9 - 8 = 1 of 2
  CHECK(histogram_quantile(bins, 1.0, 0, 4) == Approx(4.0));
  CHECK(histogram_quantile(bins, 0.0, 0, 4) == Approx(0.0));
}

TEST_CASE("quantile: in the units of the range", "[formula]") {
  CHECK(histogram_quantile(Bins{1, 1}, 0.5, -5, 5) == Approx(0.0));
  CHECK(histogram_quantile(Bins{1, 3}, 0.5, -5, 5) == Approx(5.0 / 3.0));  // 1 of 3 past 0
  CHECK(histogram_quantile(Bins{0, 0, 8, 0}, 0.25, 10, 18) == Approx(14.5));
}

TEST_CASE("quantile: empty bins are passed over, and nothing has no quantile", "[formula]") {
  CHECK(histogram_quantile(Bins{0, 0, 1, 0}, 0.0, 0, 4) == Approx(2.0));
  CHECK(histogram_quantile(Bins{0, 0, 1, 0}, 1.0, 0, 4) == Approx(3.0));
  CHECK(std::isnan(histogram_quantile(Bins{0, 0, 0}, 0.5, 0, 3)));
}

TEST_CASE("quantile: within one bin of the sorted values' own, and never falling", "[law]") {
  rc::prop("any values", [] {
    constexpr std::size_t count = 64;
    constexpr double lo = -5, hi = 5, width = (hi - lo) / count;
    const auto raw = *rc::gen::nonEmpty(
        rc::gen::container<std::vector<int>>(rc::gen::inRange(-500'000, 500'000)));
    std::vector<double> values;
    Bins bins(count, 0);
    for (const int x : raw) {
      values.push_back(x * 1e-5);
      ++bins[static_cast<std::size_t>((values.back() - lo) / width)];
    }
    std::sort(values.begin(), values.end());
    double last = lo;
    for (const double q : {0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0}) {
      const double all = static_cast<double>(values.size());
      const auto rank = static_cast<std::size_t>(std::max(std::ceil(q * all), 1.0));
      const double found = histogram_quantile(bins, q, lo, hi);
      RC_ASSERT(std::abs(found - values[rank - 1]) <= width * (1 + 1e-9));
      RC_ASSERT(found >= last);
      last = found;
    }
  });
}
