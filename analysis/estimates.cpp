#include "analysis/estimates.h"

#include <cmath>
#include <limits>

namespace analysis {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Sums of squares and products of up to three variables around their means within one school.
/// Kept as n, xx, yy, zz, xy, xz, yz.
void add_moments(const Rows& rows, std::size_t columns, Sums& sums) {
  std::array<double, 3> mean{};
  double n = 0;
  const auto counts = [&](std::size_t k) {
    if (rows.who[k] == 0) return false;
    for (std::size_t c = 0; c < columns; ++c) {
      if (std::isnan(rows.column[c][k])) return false;
    }
    return true;
  };
  for (std::size_t k = 0; k < rows.who.size(); ++k) {
    if (!counts(k)) continue;
    n += 1;
    for (std::size_t c = 0; c < columns; ++c) mean[c] += rows.column[c][k];
  }
  if (n < 2) return;
  for (double& m : mean) m /= n;
  std::array<double, 6> moments{};
  for (std::size_t k = 0; k < rows.who.size(); ++k) {
    if (!counts(k)) continue;
    std::array<double, 3> d{};
    for (std::size_t c = 0; c < columns; ++c) d[c] = rows.column[c][k] - mean[c];
    moments[0] += d[0] * d[0];
    moments[1] += d[1] * d[1];
    moments[2] += d[2] * d[2];
    moments[3] += d[0] * d[1];
    moments[4] += d[0] * d[2];
    moments[5] += d[1] * d[2];
  }
  sums[0] += n;
  for (std::size_t m = 0; m < moments.size(); ++m) sums[m + 1] += moments[m];
}

/// n, sum and sum of squares of what counts.
std::array<double, 3> plain(const Rows& rows) {
  std::array<double, 3> s{};
  for (std::size_t k = 0; k < rows.who.size(); ++k) {
    const double x = rows.column[0][k];
    if (rows.who[k] == 0 || std::isnan(x)) continue;
    s[0] += 1;
    s[1] += x;
    s[2] += x * x;
  }
  return s;
}

double ratio(double part, double whole) { return whole != 0 ? part / whole : kNone; }

/// One-way analysis of variance. Sums: schools, N, sum n^2, within, sum n*m^2, sum n*m.
double between_share(const Sums& s) {
  const double k = s[0], all = s[1];
  if (k < 2 || all <= k) return kNone;
  const double between = (s[4] - s[5] * s[5] / all) / (k - 1);
  const double within = s[3] / (all - k);
  const double size = (all - s[2] / all) / (k - 1);
  return (between - within) / (between + (size - 1) * within);
}

/// Least squares of z on x and y: how much of x's slope goes when y is held.
double mediated_share(const Sums& s) {
  const double xx = s[1], yy = s[2], xy = s[4], xz = s[5], yz = s[6];
  const double whole = ratio(xz, xx);
  const double direct = ratio(xz * yy - yz * xy, xx * yy - xy * xy);
  return 1 - ratio(direct, whole);
}

}  // namespace

void add(Statistic statistic, const Rows& rows, Sums& sums) {
  switch (statistic) {
    case Statistic::mean:
    case Statistic::sd: {
      const auto s = plain(rows);
      for (std::size_t k = 0; k < s.size(); ++k) sums[k] += s[k];
      return;
    }
    case Statistic::share:
      for (std::size_t k = 0; k < rows.who.size(); ++k) {
        const double x = rows.column[0][k];
        if (rows.who[k] == 0 || std::isnan(x)) continue;
        sums[0] += 1;
        sums[1] += x >= rows.at_least ? 1 : 0;
      }
      return;
    case Statistic::correlation:
    case Statistic::slope:
      return add_moments(rows, 2, sums);
    case Statistic::mediated:
      return add_moments(rows, 3, sums);
    case Statistic::school_variance: {
      const auto [n, sum, squares] = plain(rows);
      if (n < 2) return;
      const double mean = sum / n;
      const std::array<double, 6> more{1,  n, n * n, squares - n * mean * mean, n * mean * mean,
                                       sum};
      for (std::size_t k = 0; k < more.size(); ++k) sums[k] += more[k];
      return;
    }
    default:
      return;  // networks are counted by whoever sees them
  }
}

double value(Statistic statistic, const Sums& s) {
  switch (statistic) {
    case Statistic::mean:
    case Statistic::share:
      return ratio(s[1], s[0]);
    case Statistic::sd:
      return s[0] > 1 ? std::sqrt((s[2] - s[1] * s[1] / s[0]) / (s[0] - 1)) : kNone;
    case Statistic::correlation:
      return ratio(s[4], std::sqrt(s[1] * s[2]));
    case Statistic::slope:
      return ratio(s[4], s[1]);
    case Statistic::mediated:
      return mediated_share(s);
    case Statistic::school_variance:
      return between_share(s);
    default:
      return ratio(s[0], s[1]);
  }
}

}  // namespace analysis
