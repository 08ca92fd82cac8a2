#pragma once
// What a trial's analyst works out: the difference between the arms, with errors that hold for
// clusters.
//
//   y = a_block + b*treated (+ c*before) + e         least squares
//
// Variance: the bias-reduced sandwich CR2 with clusters (Bell & McCaffrey 2002), degrees of freedom
// by Satterthwaite's rule, both as in Pustejovsky & Tipton 2018, doi:10.1080/07350015.2016.1247004.
// The working model has equal and independent errors. With one student to a cluster, CR2 is HC2.

#include <cstdint>
#include <vector>

namespace analysis {

/// One row a measurement; all of one length, except `before`, which may be empty. Blocks and
/// clusters are numbered from 0 without gaps; a cluster lies in one block (not so in a panel).
struct TrialRows {
  std::vector<double> after, before;
  std::vector<std::uint8_t> treated;
  std::vector<std::uint32_t> block, cluster;

  std::size_t size() const { return after.size(); }
};

struct Contrast {
  double estimate = 0;  ///< b, in units of `after`; NaN where it can't be worked out
  double error = 0;     ///< its standard error
  double freedom = 0;   ///< Satterthwaite's degrees of freedom

  /// Of a two-sided test of b = effect against Student's t with `freedom` degrees.
  double p_value(double effect = 0) const;
  /// Half-width of the interval that holds b with this confidence.
  double half_width(double confidence = 0.95) const;
};

/// b. Where `before` has no spread it is left out.
Contrast trial_contrast(const TrialRows& rows);

/// The same with a mean for each group as well (schools of a stepped wedge, each within one
/// cluster). Each pair of block and group has one row.
Contrast panel_contrast(const TrialRows& rows, const std::vector<std::uint32_t>& group);

/// Share of the variance of `values` that lies between groups, by analysis of variance (Donner
/// 1986); and their mean and standard deviation. NaN with fewer than two groups.
struct Spread {
  double mean = 0, sd = 0, icc = 0;
};
Spread spread(const std::vector<double>& values, const std::vector<std::uint32_t>& group);

}  // namespace analysis
