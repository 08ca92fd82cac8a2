#pragma once
// How figures of an outcome are shown: shares as percentages, units in words, and as many decimals
// as the size of the figures asks for.

#include <string>

#include "analysis/results.h"

namespace analysis {

struct FigureStyle {
  double scale = 1;         ///< figures are multiplied by this: 100 for shares
  std::string unit;         ///< "%", "SD", "per student"; "" for a pure number
  std::string change_unit;  ///< of differences: "percentage points" for "%"
  int digits = 2;           ///< decimals of a level; differences have one more, shares the same
  int change_digits = 3;

  /// "71.2%", "-0.42"; "-" for NaN.
  std::string level(double x) const;
  /// "+5.2", "-0.031", "0.00"; "-" for NaN.
  std::string change(double x) const;
};

/// `largest` is the largest figure to show, as in the file; its sign does not matter.
FigureStyle figure_style(const Outcome& outcome, double largest);

/// The style for the year's figures, by everyone's mean in the baseline.
FigureStyle year_style(const Results& results, const Outcome& outcome);

/// "70% of each amount, 45% to 95% between schools". `spread` is the half-width; both of 1.
std::string delivered(double mean, double spread);

/// A label inside a sentence: without its capital, unless it is an abbreviation.
std::string lowered(std::string label);

/// Names as in a sentence: "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names);

}  // namespace analysis
