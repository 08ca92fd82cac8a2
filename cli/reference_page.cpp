#include "cli/reference_page.h"

#include <fmt/format.h>

#include "models/variables.h"

namespace cli {
namespace {

std::string inputs_table() {
  constexpr std::array<const char*, 3> levels{"teacher", "student", "school"};
  std::string page =
      "| input | who has it | range | unit | what adults do |\n|---|---|---|---|---|\n";
  for (const auto& row : models::kInputRows) {
    page += fmt::format("| `{}` | {} | [{}, {}] | {} | {} |\n", row.key,
                        levels[static_cast<std::size_t>(row.level)], row.legal.lo, row.legal.hi,
                        row.unit, row.doc);
  }
  return page;
}

std::string outcomes_table() {
  constexpr std::array<const char*, 3> cadences{"week or day", "marking period", "year"};
  std::string page = "| outcome | label | unit | read each | meaning |\n|---|---|---|---|---|\n";
  for (const auto& row : models::kOutcomeRows) {
    page += fmt::format("| `{}` | {} | {} | {} | {} |\n", row.key, row.label, row.unit,
                        cadences[static_cast<std::size_t>(row.cadence)], row.doc);
  }
  return page;
}

std::string extras_table() {
  std::string page = "| variable | unit | by class | meaning |\n|---|---|---|---|\n";
  for (const auto& row : models::kExtraRows) {
    page += fmt::format("| `{}` | {} | {} | {} |\n", row.key, row.unit, row.of_class ? "yes" : "",
                        row.doc);
  }
  return page;
}

}  // namespace

std::string reference_page() {
  std::string page =
      "# Parameters, inputs and outcomes\n\n"
      "Made by `belong parameters --markdown` from the tables that load, check and explain them.\n"
      "A default is *cited* (a published figure), *derived* (follows from others), *calibrated*\n"
      "(set so that the model meets published levels) or *assumed* (ours, to be varied).\n";
  for_each_parameter_section([&](std::string_view title, const auto& rows) {
    page += fmt::format("\n## {}\n\nTable `{}`.\n\n{}", title, rows.front().section,
                        sim::markdown_table(rows));
  });
  page += "\n## Inputs of levers\n\nWhat a program's `[[lever]]` may shift.\n\n" + inputs_table();
  page += "\n## Outcomes\n\nWhat `[record] outcomes` may name.\n\n" + outcomes_table();
  page +=
      "\n## Variables of students\n\nWhat `[record.students] variables` may name besides the "
      "outcomes, `survey.NAME` and `survey.NAME.favourable`.\n\n" +
      extras_table();
  return page;
}

}  // namespace cli
