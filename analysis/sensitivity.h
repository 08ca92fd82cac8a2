#pragma once
// What an outcome depends on: elementary effects and Sobol indices of a design's results.
//
//   S_i  = 1 - sum_j (f(b_j) - f(ab_ij))^2 / (2 N V)    first order: V's share if i were known
//   ST_i =     sum_j (f(a_j) - f(ab_ij))^2 / (2 N V)    total: what is left if all but i were known
//
//   a_j, ab_ij, b_j  points of analysis::saltelli;   V  variance over all f(a_j) and f(b_j)
//
// Jansen 1999, doi:10.1016/S0010-4655(98)00154-4; Saltelli et al. 2010. Intervals: the bootstrap
// over rows j (percentiles). Factors are independent by design; with few rows an index may come out
// a little below 0 or above 1, and is shown as it is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/design.h"

namespace analysis {

/// A figure and its 95 % interval.
struct Indexed {
  double value = 0, low = 0, high = 0;
};

struct SobolIndices {
  double mean = 0, variance = 0;      ///< of the outcome; indices are NaN where it does not vary
  std::vector<Indexed> first, total;  ///< by factor
};

/// `y` holds the outcome at each point of saltelli(base, factors, ...), in its order.
SobolIndices sobol_indices(std::span<const double> y, std::size_t factors, std::uint64_t seed,
                           std::size_t resamples = 1000);

/// Elementary effects of one factor: change of the outcome over the factor's whole range.
struct Screened {
  double mean = 0;    ///< with its sign
  Indexed strength;   ///< mean of absolute effects (Campolongo et al. 2007,
                      ///< doi:10.1016/j.envsoft.2006.10.004)
  double spread = 0;  ///< SD between trajectories: curvature, or other factors decide
};

/// `y` holds the outcome at each of `points`, made by morris(). One entry a factor.
std::vector<Screened> elementary_effects(const Points& points, std::span<const double> y,
                                         std::uint64_t seed, std::size_t resamples = 1000);

}  // namespace analysis
