#include "analysis/survey_results.h"

#include <charconv>
#include <cmath>

namespace analysis {
namespace {

constexpr std::string_view kScore = "_score";

/// One array of a survey: everyone's means over replicates, by scenario and day.
class Everyone {
 public:
  Everyone(const sim::LabelledReader& file, const std::string& name, std::size_t point)
      : point_(point) {
    std::vector<std::string> dims = file.dims(name);
    shape_ = file.shape(name);
    if (dims.size() == 5 && dims[1] == "point") {
      points_ = shape_[1];
      dims.erase(dims.begin() + 1);
      shape_.erase(shape_.begin() + 1);
    }
    if (dims != std::vector<std::string>{"scenario", "replicate", "survey_day", "group"}) {
      throw sim::RunError("cannot read the results: '" + name + "' is not over surveys' days");
    }
    values_ = file.values(name);
  }
  std::size_t scenarios() const { return shape_[0]; }
  std::size_t days() const { return shape_[2]; }
  /// NaN unless every replicate has a value.
  double mean(std::size_t scenario, std::size_t day) const {
    double sum = 0;
    for (std::size_t r = 0; r < shape_[1]; ++r) {
      sum +=
          values_[(((scenario * points_ + point_) * shape_[1] + r) * shape_[2] + day) * shape_[3]];
    }
    return sum / static_cast<double>(shape_[1]);
  }

 private:
  std::size_t point_, points_ = 1;
  std::vector<std::size_t> shape_;  ///< without points
  std::vector<double> values_;
};

int whole(const std::string& text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Survey read_survey(const sim::LabelledReader& file, const std::string& name, std::size_t point) {
  Survey survey;
  survey.key = file.attribute_string(name, "survey");
  survey.title = file.attribute_string(name, "title");
  survey.points = file.attribute_number(name, "points");
  const std::string stem = name.substr(0, name.size() - kScore.size());
  const Everyone answered(file, stem + "_answered", point), score(file, name, point),
      favourable(file, stem + "_favourable", point);
  const auto labels = file.labels("survey_day");
  std::vector<std::size_t> asked;
  for (std::size_t d = 0; d < score.days(); ++d) {
    if (std::isnan(answered.mean(0, d))) continue;  // another survey's day
    asked.push_back(d);
    survey.days.push_back(whole(labels[d]));
  }
  for (std::size_t s = 0; s < score.scenarios(); ++s) {
    for (const std::size_t d : asked) {
      survey.results.push_back({answered.mean(s, d), score.mean(s, d), favourable.mean(s, d)});
    }
  }
  return survey;
}

}  // namespace

std::vector<Survey> read_surveys(const sim::LabelledReader& file, std::size_t point) {
  std::vector<Survey> surveys;
  if (!file.has("survey_day")) return surveys;
  for (const std::string& name : file.variables()) {
    if (name.ends_with(kScore) && file.has_attribute(name, "survey")) {
      surveys.push_back(read_survey(file, name, point));
    }
  }
  return surveys;
}

}  // namespace analysis
