#pragma once
// How the two lives of every student of a school differ: the spread of individual effects, and what
// reaches those whom no lever reaches, by how far their friends are from one whom it does.

#include <string>

#include "cli/one_unit.h"

namespace cli {

/// Outcomes whose differences are shown.
struct DifferenceRow {
  std::string label;
  models::Variable variable;
};
const std::vector<DifferenceRow>& difference_rows();

/// Of one school in one replicate on one school day.
struct SchoolDifferences {
  std::vector<std::vector<float>> change;  ///< by row of difference_rows(), then by id
  /// Steps between a student and the nearest whom a lever reaches, by id: 0 for those reached.
  /// Empty when there is nobody unreached, or it can't be said: then `no_spillover` says why.
  std::vector<std::uint32_t> steps;
  std::string no_spillover;
};

/// `day`: a school day of the run, from 0.
SchoolDifferences school_differences(const OneUnit& unit, const models::Model& model,
                                     std::uint32_t day);

/// The p-quantile of the values that are not NaN, between neighbours as a straight line (type 7 of
/// Hyndman & Fan 1996, doi:10.2307/2684934, the usual one of numpy and R); NaN if there is none.
double quantile(std::vector<float> values, double p);

/// The tables, 100 columns wide. Groups under the experiment's small_cell are hidden.
std::string differences_text(const Experiment& experiment, const OneUnit& unit,
                             const SchoolDifferences& found);

}  // namespace cli
