#pragma once
// Which school days of the run a label of a results file speaks of.

#include <cstdint>
#include <string>
#include <vector>

#include "sim/run/labelled_reader.h"

namespace analysis {

/// School days of the run, from 0, that a value speaks of: a week's, a year's, or one day.
struct DaySpan {
  std::int64_t first = 0, last = 0;
  friend bool operator==(const DaySpan&, const DaySpan&) = default;
};

/// The calendar of a results file.
class FileDays {
 public:
  /// Throws sim::RunError when the file holds no results of a run.
  explicit FileDays(const sim::LabelledReader& file);

  /// Is it a dimension of time?
  static bool is_time(const std::string& dimension);
  /// The days of a label of a dimension of time: day, week, marking_period, year (counted from 1),
  /// or wave, survey_day, student_day (school days from 0).
  DaySpan of(const std::string& dimension, std::int64_t label) const;
  /// Of a figure of the year without a dimension of time.
  DaySpan last_year() const;

 private:
  std::int64_t days_, years_, week_, periods_;
};

}  // namespace analysis
