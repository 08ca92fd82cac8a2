// Steps to the nearest marked row, and quantiles, worked by hand.

#include "analysis/steps.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "cli/twin_differences.h"

using analysis::kNoPath;

TEST_CASE("steps go along ties in either direction to the nearest marked row", "[formula]") {
  // 0 -> 1, 2 -> 1, 3 -> 2, 4 -> 3, 5 alone, 6 <-> 7; rows 0 and 4 are marked.
  sim::Network network;
  for (const std::vector<sim::Row>& named :
       {std::vector<sim::Row>{1}, {}, {1}, {2}, {3}, {}, {7}, {6}}) {
    for (const sim::Row target : named) network.add(target, 255);
    network.end_row();
  }
  const std::vector<std::uint8_t> marked{1, 0, 0, 0, 1, 0, 0, 0};
  CHECK(analysis::steps_to_nearest(network.view(), marked) ==
        std::vector<std::uint32_t>{0, 1, 2, 1, 0, kNoPath, kNoPath, kNoPath});
  CHECK_THROWS_AS(analysis::steps_to_nearest(network.view(), std::vector<std::uint8_t>{1}),
                  std::invalid_argument);
}

TEST_CASE("a quantile lies on the straight line between its neighbours", "[formula]") {
  const std::vector<float> values{4, 1, std::nanf(""), 2, 8};  // 1 2 4 8
  CHECK(cli::quantile(values, 0) == 1);
  CHECK(cli::quantile(values, 0.5) == 3);
  CHECK(cli::quantile(values, 0.9) == Approx(4 + 0.7 * 4));
  CHECK(cli::quantile(values, 1) == 8);
  CHECK(std::isnan(cli::quantile({}, 0.5)));
}
