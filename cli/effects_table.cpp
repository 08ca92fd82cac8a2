#include "cli/effects_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/headline.h"
#include "analysis/outcome_lists.h"
#include "analysis/places.h"
#include "analysis/small_cells.h"
#include "cli/rows_table.h"
#include "cli/survey_table.h"
#include "cli/text_lines.h"

namespace cli {
namespace {

using analysis::Effect;
using analysis::FigureStyle;
using analysis::Outcome;
using analysis::Results;

constexpr std::size_t kNameWidth = 28;   // of an outcome
constexpr std::size_t kMostPlaces = 40;  // in a table

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
    fmt::print("  {:<{}} {:>8} {:>8} {:>10}  {:<17}  {}\n",
               outcome_name(results, *outcome, kNameWidth), kNameWidth,
               style.level(effect.baseline), style.level(effect.value),
               style.change(effect.difference), interval, analysis::higher_in(effect));
  }
}

/// The answer first, as the report says it.
void print_answers(const Results& results, const analysis::SmallCells& cells) {
  for (const analysis::Answer& answer : analysis::answers(results, cells)) {
    fmt::print("\n");
    print_paragraph(answer.change, kTableWidth);
    if (!answer.rest.empty()) print_paragraph(answer.rest, kTableWidth);
  }
}

/// What answers and tables are made of, so that nothing else is read and unpacked.
bool is_shown(const std::string& key) {
  const auto among = [&](const auto& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  const auto in_answers = [&](const analysis::HeadlineOutcome& one) { return one.key == key; };
  return among(analysis::kMain) ||
         std::any_of(analysis::kByGroup.begin(), analysis::kByGroup.end(), among) ||
         std::any_of(analysis::kHeadline.begin(), analysis::kHeadline.end(), in_answers);
}

/// The outcomes that are shown by group and place.
std::vector<std::string> shown_by_group(const Results& results) {
  std::vector<std::string> shown;
  for (const auto& choices : analysis::kByGroup) {
    for (const std::string_view key : choices) {
      if (analysis::find_outcome(results, key) == nullptr) continue;
      shown.emplace_back(key);
      break;
    }
  }
  return shown;
}

void print_groups(const Results& results, const analysis::SmallCells& cells) {
  std::vector<TableRow> rows;
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    if (!cells.hidden[g]) rows.push_back({results.groups[g].label, &results, g});
  }
  if (results.scenarios.size() < 2) {
    fmt::print("\nThe year's figures, by group\n");
    return print_levels(results, rows);
  }
  if (rows.size() < 2) return;
  fmt::print("\nBy group: the difference from the group's own baseline{}\n",
             results.replicates > 1 ? ", ± half its 95% interval" : "");
  for (const std::string& key : shown_by_group(results)) print_differences(results, rows, key);
}

/// Everyone in each place; --place shows its groups.
void print_places(const sim::LabelledReader& file, unsigned small_cell, const Results& everywhere) {
  if (everywhere.places.empty() || everywhere.place != 0) return;
  std::vector<std::size_t> shown;
  Results counted = everywhere;
  for (std::size_t p = 1; p < everywhere.places.size() && shown.size() < kMostPlaces; ++p) {
    analysis::count_place(p, counted);
    if (!analysis::small_cells(counted, small_cell).hidden.front()) shown.push_back(p);
  }
  if (shown.empty()) return;
  const std::vector<Results> places =
      analysis::read_at_places(file, everywhere.point, shown, is_shown);
  std::vector<TableRow> rows;
  for (const Results& there : places) {
    rows.push_back({there.places[there.place].label, &there, 0});
  }
  if (everywhere.scenarios.size() < 2) {
    fmt::print("\nThe year's figures, by place\n");
    print_levels(everywhere, rows);
  } else {
    fmt::print("\nBy place: the difference from the place's own baseline{}\n",
               everywhere.replicates > 1 ? ", ± half its 95% interval" : "");
    for (const std::string& key : shown_by_group(everywhere))
      print_differences(everywhere, rows, key);
  }
  const std::string& first = everywhere.places[1].key;
  fmt::print("\n");
  print_paragraph(fmt::format("`belong summary {} --place {}` shows the groups of one place{}.",
                              file.path(), first,
                              everywhere.places.size() > kMostPlaces + 1
                                  ? fmt::format("; of {} the first {} stand here",
                                                everywhere.places.size() - 1, kMostPlaces)
                                  : ""),
                  kTableWidth);
}

}  // namespace

void print_effects(const sim::LabelledReader& file, unsigned small_cell, std::size_t point,
                   const std::string& place) {
  const Results results = analysis::read_results(file, point, place, is_shown);
  const analysis::SmallCells cells = analysis::small_cells(results, small_cell);
  const std::string runs = results.replicates == 1
                               ? "one paired run"
                               : fmt::format("{} paired runs", results.replicates);
  if (results.scenarios.size() > 1) {
    fmt::print("\n{}: {} against \"{}\"\n", results.title, runs, results.scenarios.front().title);
  } else {
    fmt::print("\n{}: \"{}\", one scenario and nothing to set beside it\n", results.title,
               results.scenarios.front().title);
  }
  if (results.points > 0) {
    print_paragraph(fmt::format("Point {} of {} of the design: {}. --point N shows another.",
                                results.point + 1, results.points, results.at),
                    kTableWidth);
  }
  if (cells.hidden.front()) {
    fmt::print("Nothing is shown: there are fewer than {} students in all.\n", cells.limit);
    print_paragraph(results.notice, kTableWidth);
    return;
  }
  print_answers(results, cells);
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) print_scenario(results, s);
  print_groups(results, cells);
  print_places(file, small_cell, results);
  print_surveys(results, cells.limit);
  fmt::print("\n");
  if (results.scenarios.size() > 1) {
    print_paragraph(
        "Differences of percentages are in percentage points. Programs whose intervals "
        "overlap are not ranked. " +
            analysis::interval_note(results),
        kTableWidth);
  }
  if (const std::string note = cells.note(results); !note.empty())
    print_paragraph(note, kTableWidth);
  print_paragraph(results.notice, kTableWidth);
}

}  // namespace cli
