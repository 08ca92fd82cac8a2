#include "cli/effects_table.h"

#include <fmt/format.h>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"
#include "analysis/small_cells.h"
#include "cli/survey_table.h"
#include "cli/text_lines.h"

namespace cli {
namespace {

using analysis::Effect;
using analysis::FigureStyle;
using analysis::Outcome;
using analysis::Results;

constexpr std::size_t kWidth = 100;       // columns of the terminal
constexpr std::size_t kNameWidth = 28;    // of an outcome
constexpr std::size_t kGroupWidth = 32;   // of a group
constexpr std::size_t kColumnWidth = 14;  // of a scenario in the table by group

/// "Referrals (per student)".
std::string name_of(const Outcome& outcome, const FigureStyle& style, std::size_t width) {
  const std::string unit = style.unit == "%" ? "" : style.unit;
  const std::string name =
      unit.empty() ? outcome.label : fmt::format("{} ({})", outcome.label, unit);
  return fmt::format("{:.{}}", name, width);
}

void print_scenario(const Results& results, std::size_t scenario) {
  fmt::print("\n{:<{}} {:>8} {:>8} {:>10}  {:<17}  {}\n",
             fmt::format("{:.{}}", results.scenarios[scenario].title, kNameWidth + 2),
             kNameWidth + 2, "baseline", "scenario", "difference", "95% interval", "higher in");
  for (const Outcome* outcome : analysis::named_outcomes(results, analysis::kMain)) {
    const FigureStyle style = analysis::year_style(results, *outcome);
    const Effect effect = analysis::paired_effect(results, *outcome, scenario, 0);
    const std::string interval = effect.interval
                                     ? fmt::format("{} to {}", style.change(effect.interval->low),
                                                   style.change(effect.interval->high))
                                     : "none";
    fmt::print("  {:<{}} {:>8} {:>8} {:>10}  {:<17}  {}\n", name_of(*outcome, style, kNameWidth),
               kNameWidth, style.level(effect.baseline), style.level(effect.value),
               style.change(effect.difference), interval, analysis::higher_in(effect));
  }
}

/// "+0.112 ±0.011": the difference and half its interval.
std::string short_effect(const Effect& effect, const FigureStyle& style) {
  if (!effect.interval) return style.change(effect.difference);
  const double half = 0.5 * (effect.interval->high - effect.interval->low);
  return fmt::format("{} ±{:.{}f}", style.change(effect.difference), style.scale * half,
                     style.change_digits);
}

void print_head(const Results& results, const std::string& name, std::size_t first,
                std::size_t last) {
  std::vector<std::vector<std::string>> titles;
  std::size_t height = 1;
  for (std::size_t s = first; s < last; ++s) {
    titles.push_back(lines_of(results.scenarios[s].title, kColumnWidth - 1));
    height = std::max(height, titles.back().size());
  }
  fmt::print("\n");
  for (std::size_t line = 0; line < height; ++line) {
    const bool base = line + 1 == height;
    fmt::print("{:<{}} {:>8}", base ? name : "", kGroupWidth + 2, base ? "baseline" : "");
    for (const auto& title : titles) {
      const std::size_t above = height - title.size();
      fmt::print(" {:>{}.{}}", line < above ? "" : title[line - above], kColumnWidth - 1,
                 kColumnWidth - 1);
    }
    fmt::print("\n");
  }
}

/// One outcome: a row for each group that may be shown, a column for each scenario.
void print_groups(const Results& results, const analysis::SmallCells& cells,
                  const Outcome& outcome) {
  const FigureStyle style = analysis::year_style(results, outcome);
  constexpr std::size_t columns = (kWidth - kGroupWidth - 11) / kColumnWidth;
  for (std::size_t first = 1; first < results.scenarios.size(); first += columns) {
    const std::size_t last = std::min(first + columns, results.scenarios.size());
    print_head(results, name_of(outcome, style, kGroupWidth + 2), first, last);
    for (std::size_t g = 0; g < results.groups.size(); ++g) {
      if (cells.hidden[g]) continue;
      fmt::print("  {:<{}.{}} {:>8}", results.groups[g].label, kGroupWidth, kGroupWidth,
                 style.level(analysis::paired_effect(results, outcome, 0, g).baseline));
      for (std::size_t s = first; s < last; ++s) {
        fmt::print(" {:>{}}", short_effect(analysis::paired_effect(results, outcome, s, g), style),
                   kColumnWidth - 1);
      }
      fmt::print("\n");
    }
  }
}

}  // namespace

void print_effects(const sim::LabelledReader& file, unsigned small_cell, std::size_t point) {
  const Results results = analysis::read_results(file, point);
  const analysis::SmallCells cells = analysis::small_cells(results, small_cell);
  fmt::print("\n{}: {} against \"{}\"\n", results.title,
             results.replicates == 1 ? "one paired run"
                                     : fmt::format("{} paired runs", results.replicates),
             results.scenarios.front().title);
  if (results.points > 0) {
    print_paragraph(fmt::format("Point {} of {} of the design: {}. --point N shows another.",
                                results.point + 1, results.points, results.at),
                    kWidth);
  }
  if (cells.hidden.front()) {
    fmt::print("Nothing is shown: there are fewer than {} students in all.\n", cells.limit);
    print_paragraph(results.notice, kWidth);
    return;
  }
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) print_scenario(results, s);
  if (results.scenarios.size() < 2) {
    fmt::print("There is one scenario, and nothing to set beside it.\n");
  }
  if (results.scenarios.size() > 1 && results.groups.size() > 1) {
    fmt::print("\nBy group: the difference from the group's own baseline{}\n",
               results.replicates > 1 ? ", ± half its 95% interval" : "");
    for (const auto& choices : analysis::kByGroup) {
      for (const std::string_view key : choices) {
        const Outcome* outcome = analysis::find_outcome(results, key);
        if (outcome == nullptr) continue;
        print_groups(results, cells, *outcome);
        break;
      }
    }
  }
  print_surveys(results, cells.limit);
  fmt::print("\n");
  print_paragraph(
      "Differences of percentages are in percentage points. Programs whose intervals "
      "overlap are not ranked. " +
          analysis::interval_note(results),
      kWidth);
  if (const std::string note = cells.note(results); !note.empty()) print_paragraph(note, kWidth);
  print_paragraph(results.notice, kWidth);
}

}  // namespace cli
