#include "analysis/file_days.h"

#include <algorithm>
#include <array>

namespace analysis {
namespace {

constexpr std::int64_t kUsualWeek = 5;  // files of before it was written down

std::int64_t whole(const sim::LabelledReader& file, const std::string& name, std::int64_t usual) {
  if (!file.has_attribute("", name)) return usual;
  return static_cast<std::int64_t>(file.attribute_number("", name));
}

/// None in a file of trials.
std::int64_t marking_periods(const sim::LabelledReader& file) {
  if (!file.has("marking_period")) return 0;
  return static_cast<std::int64_t>(file.labels("marking_period").size());
}

}  // namespace

FileDays::FileDays(const sim::LabelledReader& file)
    : days_(static_cast<std::int64_t>(file.attribute_number("", "days"))),
      years_(std::max<std::int64_t>(1, whole(file, "years", 1))),
      week_(std::max<std::int64_t>(1, whole(file, "days_in_week", kUsualWeek))),
      periods_(std::max<std::int64_t>(1, marking_periods(file) / years_)) {}

bool FileDays::is_time(const std::string& dimension) {
  constexpr std::array names{"day",  "week",       "marking_period", "year",
                             "wave", "survey_day", "student_day"};
  return std::find(names.begin(), names.end(), dimension) != names.end();
}

DaySpan FileDays::of(const std::string& dimension, std::int64_t label) const {
  if (dimension == "day") return {label - 1, label - 1};
  if (dimension == "week") {
    const std::int64_t weeks = (days_ + week_ - 1) / week_;
    const std::int64_t year = (label - 1) / weeks * days_, week = (label - 1) % weeks;
    return {year + week * week_, year + std::min((week + 1) * week_, days_) - 1};
  }
  if (dimension == "marking_period") {
    const std::int64_t year = (label - 1) / periods_ * days_, period = (label - 1) % periods_;
    return {year + period * days_ / periods_, year + (period + 1) * days_ / periods_ - 1};
  }
  if (dimension == "year") return {(label - 1) * days_, label * days_ - 1};
  return {label, label};
}

DaySpan FileDays::last_year() const { return of("year", years_); }

}  // namespace analysis
