#include "analysis/design.h"

#include <algorithm>

#include "analysis/history_matching.h"
#include "sim/kernel/random.h"

namespace analysis {
namespace {

// What is drawn, so that no two draws share a number.
constexpr std::uint32_t kPlace = 0x44000001u, kOrder = 0x44000002u, kStart = 0x44000003u;

double uniform(sim::Stream stream, std::size_t row, std::size_t factor, std::uint32_t what) {
  return static_cast<double>(sim::uniform(sim::draw(
      stream, static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(factor), 0, what)[0]));
}

/// 0 .. n - 1 in a keyed order.
std::vector<std::size_t> shuffled(sim::Stream stream, std::size_t n, std::size_t which) {
  std::vector<std::pair<std::uint32_t, std::size_t>> keyed(n);
  for (std::size_t k = 0; k < n; ++k) {
    keyed[k] = {sim::draw(stream, static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(which),
                          0, kOrder)[0],
                k};
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order(n);
  for (std::size_t k = 0; k < n; ++k) order[k] = keyed[k].second;
  return order;
}

}  // namespace

Points factorial(std::span<const std::size_t> levels) {
  std::size_t count = 1;
  for (const std::size_t n : levels) count *= n;
  Points points(count, std::vector<double>(levels.size()));
  for (std::size_t p = 0; p < count; ++p) {
    std::size_t rest = p;
    for (std::size_t f = levels.size(); f-- > 0;) {
      const auto n = static_cast<double>(levels[f]);
      points[p][f] = (static_cast<double>(rest % levels[f]) + 0.5) / n;
      rest /= levels[f];
    }
  }
  return points;
}

Points latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed) {
  const sim::Stream stream = sim::stream(seed, 0, 0);
  Points rows(points, std::vector<double>(factors));
  for (std::size_t f = 0; f < factors; ++f) {
    const std::vector<std::size_t> part = shuffled(stream, points, f);
    for (std::size_t p = 0; p < points; ++p) {
      rows[p][f] = (static_cast<double>(part[p]) + uniform(stream, p, f, kPlace)) /
                   static_cast<double>(points);
    }
  }
  return rows;
}

Points sobol(std::size_t points, std::size_t factors, std::uint64_t seed) {
  const Eigen::MatrixXd spread = sobol_points(points, factors, seed);  // in [-1, 1]
  Points rows(points, std::vector<double>(factors));
  for (std::size_t p = 0; p < points; ++p) {
    for (std::size_t f = 0; f < factors; ++f) {
      rows[p][f] = 0.5 * (1 + spread(static_cast<Eigen::Index>(p), static_cast<Eigen::Index>(f)));
    }
  }
  return rows;
}

Points saltelli(std::size_t base, std::size_t factors, std::uint64_t seed) {
  Points points;
  points.reserve(base * (factors + 2));
  for (const std::vector<double>& both : sobol(base, 2 * factors, seed)) {
    const auto middle = both.begin() + static_cast<std::ptrdiff_t>(factors);
    const std::vector<double> a(both.begin(), middle), b(middle, both.end());
    points.push_back(a);
    for (std::size_t f = 0; f < factors; ++f) {
      points.push_back(a);
      points.back()[f] = b[f];
    }
    points.push_back(b);
  }
  return points;
}

Points morris(std::size_t trajectories, std::size_t factors, std::size_t levels,
              std::uint64_t seed) {
  const sim::Stream stream = sim::stream(seed, 0, 0);
  const double step = 1.0 / static_cast<double>(levels - 1);
  const double leap = step * static_cast<double>(levels / 2);
  Points points;
  points.reserve(trajectories * (factors + 1));
  for (std::size_t t = 0; t < trajectories; ++t) {
    // A start on the lower half of the grid goes up, its mirror image comes down.
    std::vector<double> at(factors);
    std::vector<bool> down(factors);
    for (std::size_t f = 0; f < factors; ++f) {
      const double u = uniform(stream, t, f, kStart) * static_cast<double>(levels);
      const auto level = std::min(static_cast<std::size_t>(u), levels - 1);
      at[f] = step * static_cast<double>(level);
      down[f] = level >= levels / 2;
    }
    points.push_back(at);
    for (const std::size_t f : shuffled(stream, factors, t)) {
      at[f] += down[f] ? -leap : leap;
      points.push_back(at);
    }
  }
  return points;
}

}  // namespace analysis
