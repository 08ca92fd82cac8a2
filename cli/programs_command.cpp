#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/needs.h"
#include "cli/program_page.h"
#include "cli/program_words.h"

namespace cli {
namespace {

constexpr std::size_t kWidth = 92;

/// A word, then text that hangs beside it.
void item(std::size_t indent, std::string_view what, std::string_view text) {
  if (text.empty()) return;
  constexpr std::size_t kRoom = 12;
  fmt::print("{:{}}{:<{}}{}\n", "", indent, what, kRoom, wrapped(text, indent + kRoom, kWidth));
}

void explain(const Program& p) {
  fmt::print("{}\n{} program, {}\n\n", p.title, p.key, p.shelf);
  fmt::print("  {}\n\n", wrapped(p.summary, 2, kWidth));
  item(0, "For whom", p.for_whom);
  item(0, "Dose", p.dose);
  item(0, "Delivered", fidelity_in_words(p));
  item(0, "Staff time", staff_time_in_words(p));
  item(0, "Cost", cost_in_words(p));
  item(0, "Evidence", evidence_in_words(p));
  item(0, "Needs", needs_in_words(p));
  fmt::print("\nWhat adults do\n");
  for (const NamedLever& lever : p.levers) {
    fmt::print("\n  {}\n", lever.name);
    item(4, "what", meaning(lever));
    item(4, "size", size_in_words(lever));
    item(4, "who", lever.reach_text);
    item(4, "when", lever.schedule_text);
    item(4, "needs", need_in_words(need_of(lever.lever.input)));
    item(4, "evidence", lever.evidence);
  }
  if (!p.not_known.empty()) {
    fmt::print("\nWhat is not known\n\n  {}\n", wrapped(p.not_known, 2, kWidth));
  }
  fmt::print("\nSources\n\n");
  for (const std::string& source : p.sources) fmt::print("  - {}\n", wrapped(source, 4, kWidth));
}

void list(const std::vector<Program>& programs) {
  for (const Shelf& shelf : kShelves) {
    fmt::print("{}: {}\n", shelf.title, shelf.what);
    for (const Program& program : programs) {
      if (program.shelf != shelf.key) continue;
      fmt::print("  {:<30}{}\n", program.key, program.title);
    }
    fmt::print("\n");
  }
  fmt::print("{} programs. To read one: belong programs {}\n", programs.size(),
             programs.front().key);
}

}  // namespace

int programs_command(const std::string& folder, const std::string& name, bool markdown) {
  if (markdown) {
    fmt::print("{}", library_page(read_library(folder)));
  } else if (name.empty()) {
    list(read_library(folder));
  } else {
    explain(read_program(name, folder, ""));
  }
  return 0;
}

}  // namespace cli
