#include "cli/survey_tallies.h"

#include <cmath>
#include <limits>

namespace cli {
namespace {

__extension__ using Wide = __int128;

double ratio(std::int64_t part, double whole) {
  if (whole == 0) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(part) / whole;
}

}  // namespace

void SurveySums::operator+=(const SurveySums& other) {
  asked += other.asked;
  answered += other.answered;
  points += other.points;
  squares += other.squares;
  favourable += other.favourable;
}

double SurveySums::share_answered() const { return ratio(answered, static_cast<double>(asked)); }

double SurveySums::score(double items) const {
  return ratio(points, static_cast<double>(answered) * items);
}

double SurveySums::score_sd(double items) const {
  // In whole numbers up to the division, so that no digits are lost.
  const Wide spread = static_cast<Wide>(answered) * squares - static_cast<Wide>(points) * points;
  const auto n = static_cast<double>(answered);
  if (answered == 0) return std::numeric_limits<double>::quiet_NaN();
  return std::sqrt(static_cast<double>(spread)) / (n * items);
}

double SurveySums::share_favourable(double items) const {
  return ratio(favourable, static_cast<double>(answered) * items);
}

SurveyLayout::SurveyLayout(const std::vector<SurveyRecord>& surveys, std::uint32_t groups)
    : groups_(groups) {
  std::size_t days = 0;
  for (const SurveyRecord& survey : surveys) {
    first_.push_back(days);
    days += survey.days.size();
  }
  size_ = days * groups_;
}

}  // namespace cli
