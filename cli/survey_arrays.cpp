#include "cli/survey_arrays.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

#include "cli/outcome_arrays.h"

namespace cli {
namespace {

using Values = std::vector<float>;

/// f(sums) at each scenario, replicate, survey day and group; NaN on days without this survey.
template <class F>
Values walk(const Experiment& e, const Tallies& t, std::size_t survey, F f) {
  const auto days = survey_days(e);
  const auto& own = e.watch.surveys[survey].days;
  Values values;
  for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
    for (std::uint32_t r = 0; r < e.runs(); ++r) {
      for (const std::uint32_t day : days) {
        const auto at = std::find(own.begin(), own.end(), day);
        const auto d = static_cast<std::size_t>(at - own.begin());
        for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
          const double value = at == own.end() ? std::numeric_limits<double>::quiet_NaN()
                                               : f(t.survey(s, r, survey, d, g));
          values.push_back(static_cast<float>(value));
        }
      }
    }
  }
  return values;
}

void write_survey(const Experiment& e, const Tallies& t, std::size_t survey,
                  sim::LabelledFile& file) {
  const InstrumentFile& one = e.watch.instruments[e.watch.surveys[survey].score.instrument];
  const double items = static_cast<double>(one.scale.items);
  const std::string name = "survey_" + one.key;
  const auto write = [&](const std::string& part, const char* unit, const std::string& words,
                         const Values& values, sim::Attributes more = {}) {
    sim::Attributes about{{"units", std::string(unit)},
                          {"long_name", fmt::format("{}: {}", one.title, words)}};
    about.insert(about.end(), more.begin(), more.end());
    std::vector<std::string> dims = run_dimensions(e);
    dims.insert(dims.end(), {"survey_day", "group"});
    file.variable(name + part, dims, std::span<const float>(values), about);
  };
  const bool classes = e.watch.surveys[survey].periods > 1;
  write("_answered", "1",
        classes ? "share of students and their teachers with an answer"
                : "share of the group's students who answered",
        walk(e, t, survey, [](const SurveySums& x) { return x.share_answered(); }));
  write("_score", "points",
        fmt::format("mean score of those who answered, 1 to {:g}", one.scale.points),
        walk(e, t, survey, [&](const SurveySums& x) { return x.score(items); }),
        {{"survey", one.key},
         {"title", one.title},
         {"points", static_cast<double>(one.scale.points)}});
  write("_score_sd", "points", "standard deviation of scores between those who answered",
        walk(e, t, survey, [&](const SurveySums& x) { return x.score_sd(items); }));
  write("_favourable", "1",
        fmt::format("share of answers that are favourable, {:g} or more", one.scale.favourable),
        walk(e, t, survey, [&](const SurveySums& x) { return x.share_favourable(items); }));
}

}  // namespace

std::vector<std::uint32_t> survey_days(const Experiment& e) {
  std::set<std::uint32_t> days;
  for (const SurveyRecord& survey : e.watch.surveys) {
    days.insert(survey.days.begin(), survey.days.end());
  }
  return {days.begin(), days.end()};
}

void write_surveys(const Experiment& e, const Tallies& t, sim::LabelledFile& file) {
  if (e.watch.surveys.empty()) return;
  const auto days = survey_days(e);
  const std::vector<std::int32_t> labels(days.begin(), days.end());
  file.dimension("survey_day", std::span<const std::int32_t>(labels),
                 {{"units", std::string("school day")},
                  {"long_name", std::string("school day, from 0, on which students were asked")}});
  for (std::size_t k = 0; k < e.watch.surveys.size(); ++k) write_survey(e, t, k, file);
}

}  // namespace cli
