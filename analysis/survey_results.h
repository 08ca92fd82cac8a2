#pragma once
// What a results file holds of a survey: for everyone, as surveys of small groups are not shown.

#include <string>
#include <string_view>
#include <vector>

#include "sim/run/labelled_reader.h"

namespace analysis {

/// Means over replicates.
struct SurveyResult {
  double answered = 0;    ///< share of students who answered
  double score = 0;       ///< 1 to the scale's points; NaN if nobody answered
  double favourable = 0;  ///< share of answers
};

struct Survey {
  std::string key, title;
  double points = 0;                  ///< of the scale
  std::vector<int> days;              ///< school days from 0 on which it was asked
  std::vector<SurveyResult> results;  ///< [scenario][day]
};

/// The surveys of a file of `belong run`, at one point of its design; none if nobody was asked.
/// Throws sim::RunError, also when a survey does not have the shape that a run gives it.
std::vector<Survey> read_surveys(const sim::LabelledReader& file, std::size_t point = 0);

}  // namespace analysis
