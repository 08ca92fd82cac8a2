#pragma once
// What surveys add up to: answers of all schools by scenario, replicate, survey, day and group.
// Whole numbers, so that the order of units does not matter.

#include <vector>

#include "cli/watch.h"

namespace cli {

/// Answers of one group on one day. A student who answers gives one answer to each question.
struct SurveySums {
  std::int64_t asked = 0;       ///< students; in a survey of classes, students and their teachers
  std::int64_t answered = 0;    ///< those of them who answered
  std::int64_t points = 0;      ///< of all their answers
  std::int64_t squares = 0;     ///< of each one's points over all questions
  std::int64_t favourable = 0;  ///< answers

  void operator+=(const SurveySums& other);

  double share_answered() const;  ///< NaN if nobody was asked
  /// NaN if nobody answered. `items`: questions of the instrument.
  double score(double items) const;
  double score_sd(double items) const;  ///< between those who answered
  double share_favourable(double items) const;
};

/// Where the sums of a scenario stand.
class SurveyLayout {
 public:
  SurveyLayout() = default;
  SurveyLayout(const std::vector<SurveyRecord>& surveys, std::uint32_t groups);

  std::size_t size() const { return size_; }
  /// `day` counts the survey's own days.
  std::size_t at(std::size_t survey, std::size_t day, std::size_t group) const {
    return (first_[survey] + day) * groups_ + group;
  }

 private:
  std::vector<std::size_t> first_;
  std::size_t groups_ = 0, size_ = 0;
};

}  // namespace cli
