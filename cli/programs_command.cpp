#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/program_file.h"
#include "sim/run/config_error.h"

namespace cli {
namespace {

void explain(const Program& p) {
  fmt::print("{} ({})\n\n{}\n", p.title, p.key, p.summary);
  const auto line = [](const char* what, const std::string& text) {
    if (!text.empty()) fmt::print("{:<14}{}\n", what, text);
  };
  fmt::print("\n");
  line("Shelf", p.shelf);
  line("For whom", p.for_whom);
  line("Dose", p.dose);
  line("Fidelity", p.fidelity_spread > 0
                       ? fmt::format("{:.0f} % on average, {:.0f} to {:.0f} % between schools",
                                     100 * p.fidelity, 100 * (p.fidelity - p.fidelity_spread),
                                     100 * (p.fidelity + p.fidelity_spread))
                       : fmt::format("{:.0f} %", 100 * p.fidelity));
  if (p.staff_hours)
    line("Staff time",
         fmt::format("{:g} hours a teacher a week. {}", *p.staff_hours, p.staff_note));
  if (p.cost_per_student)
    line("Cost", fmt::format("${:g} a student a year. {}", *p.cost_per_student, p.cost_note));
  if (!p.cost_per_student) line("Cost", p.cost_note.empty() ? "not known" : p.cost_note);
  line("Evidence", p.evidence);
  fmt::print("\nWhat adults do\n");
  for (const NamedLever& lever : p.levers) {
    const auto& row = models::kInputRows[static_cast<std::size_t>(lever.lever.input)];
    fmt::print("  {}: {} ({} {:+g}{}); {}; {} [{}]\n", lever.name, row.doc, row.key,
               lever.lever.amount, row.unit == "1" ? "" : " " + std::string(row.unit),
               lever.reach_text, lever.schedule_text, lever.evidence);
  }
  if (!p.not_known.empty()) fmt::print("\nWhat is not known\n  {}\n", p.not_known);
  fmt::print("\nSources\n");
  for (const std::string& source : p.sources) fmt::print("  {}\n", source);
}

}  // namespace

int programs_command(const std::string& folder, const std::string& name) {
  if (!name.empty()) {
    explain(read_program(name, folder, ""));
    return 0;
  }
  const auto names = program_names(folder);
  if (names.empty()) {
    throw sim::ConfigError(
        fmt::format("{}: there are no programs here; --folder says where", folder));
  }
  for (const std::string& one : names) {
    const Program program = read_program(one, folder, "");
    fmt::print("{:<22} {:<14} {}\n", program.key, program.shelf, program.title);
  }
  return 0;
}

}  // namespace cli
