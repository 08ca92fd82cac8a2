#include "cli/survey_table.h"

#include <fmt/format.h>

namespace cli {
namespace {

constexpr std::size_t kTitleWidth = 42;  // of a scenario

/// "3.05  34%", or why not.
std::string in_words(const analysis::SurveyResult& result, std::int64_t students,
                     std::int64_t limit) {
  const double answers = result.answered * static_cast<double>(students);
  if (!(answers >= static_cast<double>(limit))) return fmt::format("under {} answers", limit);
  return fmt::format("{:.2f}  {:>3.0f}%", result.score, 100 * result.favourable);
}

void print_survey(const analysis::Results& results, const analysis::Survey& survey,
                  std::int64_t limit) {
  const std::size_t days = survey.days.size(), last = days - 1;
  fmt::print("  {:<{}.{}}", fmt::format("{}, 1 to {:g}", survey.title, survey.points),
             kTitleWidth + 2, kTitleWidth + 2);
  fmt::print(" {:>18}", fmt::format("day {}", survey.days.front()));
  if (days > 1) fmt::print(" {:>18}", fmt::format("day {}", survey.days.back()));
  fmt::print("\n");
  for (std::size_t s = 0; s < results.scenarios.size(); ++s) {
    const auto result = [&](std::size_t day) {
      return in_words(survey.results[s * days + day], results.groups.front().students, limit);
    };
    fmt::print("    {:<{}.{}} {:>18}", results.scenarios[s].title, kTitleWidth, kTitleWidth,
               result(0));
    if (days > 1) fmt::print(" {:>18}", result(last));
    fmt::print("\n");
  }
}

}  // namespace

void print_surveys(const analysis::Results& results, std::int64_t limit) {
  if (results.surveys.empty()) return;
  fmt::print("\nSurveys of everyone: mean score and share of favourable answers\n");
  for (const analysis::Survey& survey : results.surveys) print_survey(results, survey, limit);
}

}  // namespace cli
