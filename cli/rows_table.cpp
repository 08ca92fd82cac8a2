#include "cli/rows_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"
#include "cli/text_lines.h"

namespace cli {
namespace {

using analysis::Effect;
using analysis::FigureStyle;
using analysis::Outcome;
using analysis::Results;

constexpr std::size_t kLabelWidth = 32;   // of a row
constexpr std::size_t kLevelWidth = 13;   // of an outcome's column
constexpr std::size_t kColumnWidth = 14;  // of a scenario's column

/// "+0.112 ±0.011": the difference and half its interval.
std::string short_effect(const Effect& effect, const FigureStyle& style) {
  if (!effect.interval) return style.change(effect.difference);
  const double half = 0.5 * (effect.interval->high - effect.interval->low);
  return fmt::format("{} ±{:.{}f}", style.change(effect.difference), style.scale * half,
                     style.change_digits);
}

/// Heads of columns, over as many lines as they need and ending on the same one. `last` stands on
/// that line before them.
void print_heads(const std::string& last, const std::vector<std::string>& heads,
                 std::size_t width) {
  std::vector<std::vector<std::string>> titles;
  std::size_t height = 1;
  for (const std::string& head : heads) {
    titles.push_back(lines_of(head, width - 1));
    height = std::max(height, titles.back().size());
  }
  fmt::print("\n");
  for (std::size_t line = 0; line < height; ++line) {
    std::string text = line + 1 == height ? last : std::string(last.size(), ' ');
    for (const auto& title : titles) {
      const std::size_t above = height - title.size();
      text +=
          fmt::format(" {:>{}.{}}", line < above ? "" : title[line - above], width - 1, width - 1);
    }
    fmt::print("{}\n", text.substr(0, text.find_last_not_of(' ') + 1));
  }
}

std::string row_label(const TableRow& row) {
  return fmt::format("  {:<{}.{}}", row.label, kLabelWidth, kLabelWidth);
}

/// The same outcome in the results of another row.
const Outcome& same(const Outcome& outcome, const TableRow& row) {
  return *analysis::find_outcome(*row.results, outcome.key);
}

}  // namespace

std::string outcome_name(const Results& results, const Outcome& outcome, std::size_t width) {
  const std::string unit = analysis::year_style(results, outcome).unit;
  const std::string name =
      unit.empty() || unit == "%" ? outcome.label : fmt::format("{} ({})", outcome.label, unit);
  return fmt::format("{:.{}}", name, width);
}

void print_levels(const Results& results, const std::vector<TableRow>& rows) {
  const auto outcomes = analysis::named_outcomes(results, analysis::kMain);
  constexpr std::size_t columns = (kTableWidth - kLabelWidth - 2) / kLevelWidth;
  for (std::size_t first = 0; first < outcomes.size(); first += columns) {
    const std::size_t last = std::min(first + columns, outcomes.size());
    std::vector<std::string> heads;
    for (std::size_t k = first; k < last; ++k) {
      heads.push_back(outcome_name(results, *outcomes[k], 3 * kLevelWidth));
    }
    print_heads(std::string(kLabelWidth + 2, ' '), heads, kLevelWidth);
    for (const TableRow& row : rows) {
      fmt::print("{}", row_label(row));
      for (std::size_t k = first; k < last; ++k) {
        const FigureStyle style = analysis::year_style(results, *outcomes[k]);
        const Effect effect =
            analysis::paired_effect(*row.results, same(*outcomes[k], row), 0, row.group);
        fmt::print(" {:>{}}", style.level(effect.baseline), kLevelWidth - 1);
      }
      fmt::print("\n");
    }
  }
}

void print_differences(const Results& results, const std::vector<TableRow>& rows,
                       const std::string& key) {
  const Outcome& outcome = *analysis::find_outcome(results, key);
  const FigureStyle style = analysis::year_style(results, outcome);
  const std::string name = outcome_name(results, outcome, kLabelWidth + 2);
  constexpr std::size_t columns = (kTableWidth - kLabelWidth - 11) / kColumnWidth;
  for (std::size_t first = 1; first < results.scenarios.size(); first += columns) {
    const std::size_t last = std::min(first + columns, results.scenarios.size());
    std::vector<std::string> heads;
    for (std::size_t s = first; s < last; ++s) heads.push_back(results.scenarios[s].title);
    print_heads(fmt::format("{:<{}} {:>8}", name, kLabelWidth + 2, "baseline"), heads,
                kColumnWidth);
    for (const TableRow& row : rows) {
      const auto effect = [&](std::size_t scenario) {
        return analysis::paired_effect(*row.results, same(outcome, row), scenario, row.group);
      };
      fmt::print("{} {:>8}", row_label(row), style.level(effect(0).baseline));
      for (std::size_t s = first; s < last; ++s) {
        fmt::print(" {:>{}}", short_effect(effect(s), style), kColumnWidth - 1);
      }
      fmt::print("\n");
    }
  }
}

}  // namespace cli
