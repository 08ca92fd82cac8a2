#pragma once
// How far an estimate would move with other schools: the jackknife over schools.

#include <cmath>
#include <functional>
#include <span>
#include <vector>

namespace analysis {

struct Estimate {
  double value = 0;
  double half_width = 0;  ///< of its 95 % interval
};

/// `left_out[b]` is the estimate without block b; `value` the one with all. Quenouille 1956,
/// doi:10.1093/biomet/43.3-4.353. With fewer than two blocks the half-width is NaN.
inline Estimate jackknife(double value, std::span<const double> left_out) {
  const double blocks = static_cast<double>(left_out.size());
  if (left_out.size() < 2) return {value, std::nan("")};
  double mean = 0, squares = 0;
  for (const double x : left_out) mean += x / blocks;
  for (const double x : left_out) squares += (x - mean) * (x - mean);
  return {value, 1.96 * std::sqrt(squares * (blocks - 1) / blocks)};
}

}  // namespace analysis
