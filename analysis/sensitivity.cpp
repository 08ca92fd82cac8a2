#include "analysis/sensitivity.h"

#include <algorithm>
#include <cmath>

#include "sim/kernel/random.h"

namespace analysis {
namespace {

constexpr std::uint32_t kResample = 0x44000004u;

/// `rows` row numbers with replacement, for one resample.
std::vector<std::size_t> resampled(sim::Stream stream, std::size_t rows, std::size_t resample) {
  std::vector<std::size_t> chosen(rows);
  for (std::size_t k = 0; k < rows; ++k) {
    const std::uint64_t word = sim::draw(stream, static_cast<std::uint32_t>(k),
                                         static_cast<std::uint32_t>(resample), 0, kResample)[0];
    chosen[k] = static_cast<std::size_t>((word * rows) >> 32);
  }
  return chosen;
}

std::vector<std::size_t> all_rows(std::size_t rows) {
  std::vector<std::size_t> chosen(rows);
  for (std::size_t k = 0; k < rows; ++k) chosen[k] = k;
  return chosen;
}

/// The interval that 95 % of the resamples' values lie in.
Indexed with_interval(double value, std::vector<double> resamples) {
  if (resamples.empty() || std::isnan(value)) return {value, std::nan(""), std::nan("")};
  std::sort(resamples.begin(), resamples.end());
  const auto at = [&](double share) {
    return resamples[static_cast<std::size_t>(share * static_cast<double>(resamples.size() - 1))];
  };
  return {value, at(0.025), at(0.975)};
}

/// One row of the design: f(a), f(ab_1) .. f(ab_k), f(b).
struct Rows {
  std::span<const double> y;
  std::size_t factors;

  double a(std::size_t j) const { return y[j * (factors + 2)]; }
  double ab(std::size_t j, std::size_t i) const { return y[j * (factors + 2) + 1 + i]; }
  double b(std::size_t j) const { return y[j * (factors + 2) + 1 + factors]; }
};

struct Moments {
  double mean = 0, variance = 0;
};

Moments moments(const Rows& rows, const std::vector<std::size_t>& chosen) {
  const double n = 2 * static_cast<double>(chosen.size());
  Moments m;
  for (const std::size_t j : chosen) m.mean += (rows.a(j) + rows.b(j)) / n;
  for (const std::size_t j : chosen) {
    m.variance += std::pow(rows.a(j) - m.mean, 2) / n + std::pow(rows.b(j) - m.mean, 2) / n;
  }
  return m;
}

/// First order and total of factor i.
std::pair<double, double> indices(const Rows& rows, const std::vector<std::size_t>& chosen,
                                  double variance, std::size_t i) {
  double without = 0, alone = 0;
  for (const std::size_t j : chosen) {
    without += std::pow(rows.b(j) - rows.ab(j, i), 2);
    alone += std::pow(rows.a(j) - rows.ab(j, i), 2);
  }
  const double all = 2 * static_cast<double>(chosen.size()) * variance;
  if (all <= 0) return {std::nan(""), std::nan("")};
  return {1 - without / all, alone / all};
}

}  // namespace

SobolIndices sobol_indices(std::span<const double> y, std::size_t factors, std::uint64_t seed,
                           std::size_t resamples) {
  const Rows rows{y, factors};
  const std::size_t base = y.size() / (factors + 2);
  const std::vector<std::size_t> all = all_rows(base);
  const Moments whole = moments(rows, all);
  SobolIndices found{whole.mean, whole.variance, {}, {}};
  std::vector<std::vector<double>> first(factors), total(factors);
  const sim::Stream stream = sim::stream(seed, 0, 0);
  for (std::size_t r = 0; r < resamples; ++r) {
    const std::vector<std::size_t> chosen = resampled(stream, base, r);
    const double variance = moments(rows, chosen).variance;
    if (variance <= 0) continue;  // few rows, and the same one again and again
    for (std::size_t i = 0; i < factors; ++i) {
      const auto [s, st] = indices(rows, chosen, variance, i);
      first[i].push_back(s);
      total[i].push_back(st);
    }
  }
  for (std::size_t i = 0; i < factors; ++i) {
    const auto [s, st] = indices(rows, all, whole.variance, i);
    found.first.push_back(with_interval(s, std::move(first[i])));
    found.total.push_back(with_interval(st, std::move(total[i])));
  }
  return found;
}

std::vector<Screened> elementary_effects(const Points& points, std::span<const double> y,
                                         std::uint64_t seed, std::size_t resamples) {
  const std::size_t factors = points.front().size(), length = factors + 1;
  const std::size_t trajectories = points.size() / length;
  std::vector<std::vector<double>> effects(factors);  // [factor][trajectory]
  for (std::size_t t = 0; t < trajectories; ++t) {
    for (std::size_t k = t * length; k + 1 < (t + 1) * length; ++k) {
      for (std::size_t f = 0; f < factors; ++f) {
        const double moved = points[k + 1][f] - points[k][f];
        if (moved != 0) effects[f].push_back((y[k + 1] - y[k]) / moved);
      }
    }
  }
  const sim::Stream stream = sim::stream(seed, 0, 0);
  std::vector<Screened> found(factors);
  const auto n = static_cast<double>(trajectories);
  for (std::size_t f = 0; f < factors; ++f) {
    Screened& one = found[f];
    for (const double effect : effects[f]) {
      one.mean += effect / n;
      one.strength.value += std::abs(effect) / n;
    }
    double squares = 0;
    for (const double effect : effects[f]) squares += std::pow(effect - one.mean, 2);
    one.spread = trajectories > 1 ? std::sqrt(squares / (n - 1)) : std::nan("");
    std::vector<double> strengths;
    for (std::size_t r = 0; r < resamples && trajectories > 1; ++r) {
      double strength = 0;
      for (const std::size_t t : resampled(stream, trajectories, r)) {
        strength += std::abs(effects[f][t]) / n;
      }
      strengths.push_back(strength);
    }
    one.strength = with_interval(one.strength.value, std::move(strengths));
  }
  return found;
}

}  // namespace analysis
