#include "analysis/headline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"

namespace analysis {
namespace {

/// How an outcome's change is printed: without a sign where words say which way.
struct Words {
  FigureStyle style;
  std::string unit;  ///< with a space before it, or ""

  Words(const Results& results, const Outcome& outcome) : style(year_style(results, outcome)) {
    if (style.change_unit == "SD") {
      unit = " standard deviations";
    } else if (!style.change_unit.empty()) {
      unit = " " + style.change_unit;
    }
  }
  std::string size(double x) const {
    return fmt::format("{:.{}f}", style.scale * x, style.change_digits);
  }
  /// "0.356 to 0.362", both turned so that the difference is positive.
  std::string interval(const Effect& effect) const {
    const bool up = effect.difference > 0;
    return fmt::format("{} to {}", size(up ? effect.interval->low : -effect.interval->high),
                       size(up ? effect.interval->high : -effect.interval->low));
  }
};

/// Outcomes that may lead, in order: the fixed list, then the others of the table.
std::vector<const Outcome*> candidates(const Results& results) {
  std::vector<const Outcome*> all;
  const auto add = [&](const Outcome* outcome) {
    if (outcome != nullptr && std::find(all.begin(), all.end(), outcome) == all.end()) {
      all.push_back(outcome);
    }
  };
  for (const HeadlineOutcome& one : kHeadline) add(find_outcome(results, one.key));
  for (const Outcome* outcome : named_outcomes(results, kMain)) add(outcome);
  return all;
}

std::string_view verb_of(const Outcome& outcome) {
  for (const HeadlineOutcome& one : kHeadline) {
    if (one.key == outcome.key) return one.words;
  }
  return "";
}

/// ", and in each of the 11 groups shown": in how many groups it moves the same way, and in
/// which it moves the other way.
std::string by_group(const Results& results, const SmallCells& cells, const Outcome& outcome,
                     std::size_t scenario, bool up) {
  std::size_t shown = 0, same = 0;
  std::vector<std::string> against;
  for (std::size_t g = 1; g < results.groups.size(); ++g) {
    if (cells.hidden[g]) continue;
    const Effect effect = paired_effect(results, outcome, scenario, g);
    if (effect.runs == 0) continue;
    ++shown;
    if (!effect.clear()) continue;
    if ((effect.difference > 0) == up) {
      ++same;
    } else {
      against.push_back(results.groups[g].label);
    }
  }
  if (shown < 2) return "";
  std::string text = same == shown ? fmt::format(", and in each of the {} groups shown", shown)
                                   : fmt::format(", and in {} of the {} groups shown", same, shown);
  const char* const back = up ? "higher" : "lower";
  if (against.empty()) return text;
  return text + fmt::format("; not {}, but {}, {}", back, up ? "lower" : "higher",
                            against.size() > 2 ? fmt::format("in {} of them", against.size())
                                               : "for " + listed(against));
}

/// "With BARR, belonging is 0.359 standard deviations higher for all students (95% interval ...".
std::string change_of(const Results& results, const SmallCells& cells, const Outcome& outcome,
                      std::size_t scenario, const Effect& effect) {
  const Words words(results, outcome);
  const bool up = effect.difference > 0;
  const std::string size = words.size(up ? effect.difference : -effect.difference) + words.unit;
  const std::string_view verb = verb_of(outcome);
  const std::string what =
      verb.empty() ? fmt::format("{} is {} {} for all students", lowered(outcome.label), size,
                                 up ? "higher" : "lower")
                   : fmt::format("{} {} students {}", size, up ? "more" : "fewer", verb);
  return fmt::format("With {}, {} (95% interval {}; in {} of {} paired runs){}.",
                     results.scenarios[scenario].title, what, words.interval(effect),
                     up ? effect.higher : effect.lower, effect.runs,
                     by_group(results, cells, outcome, scenario, up));
}

/// "chronically absent (by 0.3 percentage points, 0.2 to 0.4)"
std::string worse_by(const Results& results, const Outcome& outcome, const Effect& effect) {
  const Words words(results, outcome);
  const double size = effect.difference > 0 ? effect.difference : -effect.difference;
  return fmt::format("{} (by {}{}, {})", lowered(outcome.label), words.size(size), words.unit,
                     words.interval(effect));
}

constexpr std::size_t kMostNamed = 3;

/// Names, or how many there are when they are many.
std::string some(const std::vector<std::string>& names, std::size_t of) {
  if (names.size() <= kMostNamed) return listed(names);
  return fmt::format("{} of the {} main outcomes", names.size(), of);
}

bool for_the_worse(const Outcome& outcome, const Effect& effect) {
  return (effect.difference > 0) != (outcome.better == Better::higher);
}

/// Well beyond chance: zero lies two half-widths of the 95% interval away or more, so that among
/// a hundred outcomes and groups none is named by chance alone.
bool sure(const Effect& effect) {
  if (!effect.clear()) return false;
  const double half_width = (effect.interval->high - effect.interval->low) / 2;
  return std::abs(effect.difference) >= 2 * half_width;
}

/// "referrals (English learners, with a disability)": what surely gets worse for groups, of the
/// outcomes that do not for all students together; "" if nothing does. `lead` is told elsewhere.
std::string worse_for_groups(const Results& results, const SmallCells& cells, std::size_t scenario,
                             const Outcome& lead) {
  std::vector<std::string> worse;
  for (const Outcome* outcome : named_outcomes(results, kMain)) {
    if (outcome->better == Better::neither || outcome->key == lead.key) continue;
    const Effect everyone = paired_effect(results, *outcome, scenario, 0);
    if (everyone.clear() && for_the_worse(*outcome, everyone)) continue;
    std::vector<std::string> groups;
    for (std::size_t g = 1; g < results.groups.size(); ++g) {
      if (cells.hidden[g]) continue;
      const Effect effect = paired_effect(results, *outcome, scenario, g);
      if (sure(effect) && for_the_worse(*outcome, effect)) {
        groups.push_back(results.groups[g].label);
      }
    }
    if (!groups.empty()) {
      worse.push_back(fmt::format("{} ({})", lowered(outcome->label), fmt::join(groups, ", ")));
    }
  }
  return worse.empty() ? "" : fmt::format(" Worse for some groups: {}.", listed(worse));
}

/// What gets worse or stays, of the table's outcomes that have a better side.
std::string rest_of(const Results& results, const SmallCells& cells, std::size_t scenario,
                    const Outcome& lead) {
  std::vector<std::string> worse, still;
  std::size_t of = 0;
  for (const Outcome* outcome : named_outcomes(results, kMain)) {
    if (outcome->better == Better::neither) continue;
    const Effect effect = paired_effect(results, *outcome, scenario, 0);
    if (!effect.interval) continue;
    ++of;
    if (!effect.clear()) {
      still.push_back(lowered(outcome->label));
    } else if (for_the_worse(*outcome, effect)) {
      worse.push_back(worse_by(results, *outcome, effect));
    }
  }
  if (of == 0) return "";
  std::string text;
  if (worse.empty()) {
    text = of == 1 ? "It does not get worse"
                   : fmt::format(
                         "None of the {} main outcomes gets worse for all students together", of);
  } else {
    const std::size_t more = worse.size() > kMostNamed ? worse.size() - kMostNamed : 0;
    worse.resize(worse.size() - more);
    if (more > 0) worse.push_back(fmt::format("{} more", more));
    text = "Worse: " + listed(worse);
  }
  if (!still.empty()) {
    text += fmt::format("; no change that can be told from chance in {}", some(still, of));
  }
  return text + "." + worse_for_groups(results, cells, scenario, lead);
}

Answer answer(const Results& results, const SmallCells& cells, std::size_t scenario) {
  for (const Outcome* outcome : candidates(results)) {
    const Effect effect = paired_effect(results, *outcome, scenario, 0);
    if (!effect.clear()) continue;
    return {scenario, change_of(results, cells, *outcome, scenario, effect),
            rest_of(results, cells, scenario, *outcome)};
  }
  return {scenario,
          fmt::format("With {}, nothing changes that can be told from chance.",
                      results.scenarios[scenario].title),
          ""};
}

/// Why there is no answer; "" when there is one.
std::string why_none(const Results& results, const SmallCells& cells) {
  if (cells.hidden.front()) {
    return fmt::format("Nothing is shown: there are fewer than {} students in all.", cells.limit);
  }
  if (results.scenarios.size() < 2) return "There is one scenario, and nothing to set beside it.";
  if (results.replicates < 2) {
    return "There is one paired run: its differences are below, and none of them can be told from "
           "chance.";
  }
  return "";
}

}  // namespace

std::vector<Answer> answers(const Results& results, const SmallCells& cells) {
  std::vector<Answer> all;
  if (!why_none(results, cells).empty()) return all;
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
    all.push_back(answer(results, cells, s));
  }
  return all;
}

std::string headline(const Results& results, const SmallCells& cells) {
  std::string text = why_none(results, cells);
  for (const Answer& one : answers(results, cells)) {
    text += (text.empty() ? "" : "\n") + one.change + (one.rest.empty() ? "" : " " + one.rest);
  }
  return text;
}

}  // namespace analysis
