#pragma once
// Quantiles of values that were counted in bins of one width.
//
//   x_q = lo + width * (b + (q*n - below) / count_b),   width = (hi - lo) / bins
//
//   b      the first bin with values by whose end a share q of all n has been counted
//   below  values in the bins before b             q  share, 0 to 1
//
// Linear within a bin: off by less than one width from the sorted values' own quantile, the one
// numbered ceil(q*n) from 1. Values outside [lo, hi] were counted in the bins at the ends.

#include <cstdint>
#include <limits>
#include <span>

namespace analysis {

/// The value below which a share `q` lies, in [lo, hi]; NaN if nothing was counted.
inline double histogram_quantile(std::span<const std::uint32_t> bins, double q, double lo,
                                 double hi) {
  double all = 0;
  for (const std::uint32_t count : bins) all += count;
  if (all == 0) return std::numeric_limits<double>::quiet_NaN();
  const double width = (hi - lo) / static_cast<double>(bins.size());
  double below = 0;
  for (std::size_t b = 0; b < bins.size(); ++b) {
    if (below + bins[b] >= q * all && bins[b] > 0) {
      return lo + width * (static_cast<double>(b) + (q * all - below) / bins[b]);
    }
    below += bins[b];
  }
  return hi;
}

}  // namespace analysis
