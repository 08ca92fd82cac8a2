#include "analysis/headline.h"

#include <fmt/format.h>

#include <cmath>
#include <vector>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"

namespace analysis {
namespace {

/// Mean over runs of the standard deviation between all students in the baseline, at the end.
double between_students(const Results& results, const Outcome& outcome) {
  if (outcome.sds.empty()) return 0;
  double sum = 0;
  for (std::size_t r = 0; r < results.replicates; ++r) {
    sum += static_cast<double>(outcome.sds[results.index(outcome, 0, r, outcome.ticks - 1, 0)]);
  }
  return sum / static_cast<double>(results.replicates);
}

std::string lowered(std::string label) {
  if (label.size() > 1 && label[1] >= 'a' && label[1] <= 'z' && label[0] >= 'A' &&
      label[0] <= 'Z') {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  return label;
}

/// "5.2 percentage points more students pass all core courses (95% interval 4.1 to 6.3; higher in
/// 32 of 32 paired runs)".
std::string finding(const Results& results, const Outcome& outcome, std::string_view words,
                    const Effect& effect) {
  const FigureStyle style = year_style(results, outcome);
  const bool up = effect.difference > 0;
  const double sign = up ? 1 : -1;
  const auto size = [&](double x) {
    return fmt::format("{:.{}f}", sign * style.scale * x, style.change_digits);
  };
  const double low = up ? effect.interval->low : effect.interval->high;
  const double high = up ? effect.interval->high : effect.interval->low;
  const std::string unit = style.change_unit.empty() ? "" : " " + style.change_unit;
  const std::string change =
      words.empty() ? fmt::format("{} is {}{} {}", lowered(outcome.label), size(effect.difference),
                                  unit, up ? "higher" : "lower")
                    : fmt::format("{}{} {} students {}", size(effect.difference), unit,
                                  up ? "more" : "fewer", words);
  return fmt::format("{} (95% interval {} to {}; {} in {} of {} paired runs)", change, size(low),
                     size(high), up ? "higher" : "lower", up ? effect.higher : effect.lower,
                     effect.runs);
}

/// One candidate of one scenario: by how many standard deviations between students it moved; 0 when
/// its interval does not leave out zero, or nothing is known of it.
struct Move {
  double size = 0;
  std::string text;
};

Move move(const Results& results, const HeadlineOutcome& candidate, std::size_t scenario) {
  const Outcome* outcome = find_outcome(results, candidate.key);
  if (outcome == nullptr) return {};
  const Effect effect = paired_effect(results, *outcome, scenario, 0);
  const double size = std::abs(effect.difference) / between_students(results, *outcome);
  if (!effect.clear() || !std::isfinite(size)) return {};
  return {size, finding(results, *outcome, candidate.words, effect)};
}

/// What to say of one scenario; "" when nothing of the list moved.
std::string most_moved(const Results& results, std::size_t scenario) {
  Move most;
  for (const HeadlineOutcome& candidate : kHeadline) {
    Move one = move(results, candidate, scenario);
    if (one.size > most.size) most = std::move(one);
  }
  return most.text.empty() ? move(results, kStandIn, scenario).text : most.text;
}

}  // namespace

std::string headline(const Results& results, const SmallCells& cells) {
  if (cells.hidden.front()) {
    return fmt::format("Nothing is shown: there are fewer than {} students in all.", cells.limit);
  }
  if (results.scenarios.size() < 2) return "There is one scenario, and nothing to set beside it.";
  if (results.replicates < 2) {
    return "There is one paired run: its differences are below, and none of them can be told from "
           "chance.";
  }
  bool recorded = find_outcome(results, kStandIn.key) != nullptr;
  for (const HeadlineOutcome& candidate : kHeadline) {
    recorded = recorded || find_outcome(results, candidate.key) != nullptr;
  }
  if (!recorded) return "What each scenario changes is in the tables below.";
  std::string text;
  std::vector<std::string> unmoved;
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
    const std::string said = most_moved(results, s);
    if (said.empty()) {
      unmoved.push_back(results.scenarios[s].title);
      continue;
    }
    text +=
        fmt::format("{}With {}, {}.", text.empty() ? "" : "\n", results.scenarios[s].title, said);
  }
  if (unmoved.empty()) return text;
  return text + fmt::format("{}With {}, nothing moves that can be told from chance.",
                            text.empty() ? "" : "\n", listed(unmoved));
}

}  // namespace analysis
