#include "cli/program_page.h"

#include <fmt/format.h>

#include "cli/needs.h"
#include "cli/program_words.h"
#include "sim/run/config_error.h"

namespace cli {
namespace {

std::string capital(std::string_view text) {
  std::string sentence(text);
  if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
    sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
  }
  return sentence;
}

std::string section(const Program& p) {
  std::string text = fmt::format("\n### {}\n\n`{}`. {}\n\n", p.title, p.key, p.summary);
  const auto item = [&](const char* what, const std::string& words) {
    if (!words.empty()) text += fmt::format("- **{}**: {}\n", what, words);
  };
  item("For whom", p.for_whom);
  item("Dose", p.dose);
  item("Evidence", evidence_in_words(p));
  item("Delivered", fidelity_in_words(p));
  item("Staff time", staff_time_in_words(p));
  item("Cost", cost_in_words(p));
  item("Needs, in the model", needs_in_words(p));
  item("Not known", p.not_known);
  text += "\n| what adults do | size | who | when | evidence |\n|---|---|---|---|---|\n";
  for (const NamedLever& lever : p.levers) {
    text +=
        fmt::format("| {} (`{}`) | {} | {} | {} | {} |\n", capital(lever.name),
                    models::kInputRows[static_cast<std::size_t>(lever.lever.input)].key,
                    size_in_words(lever), lever.reach_text, lever.schedule_text, lever.evidence);
  }
  text += "\nSources: ";
  for (std::size_t k = 0; k < p.sources.size(); ++k) {
    text += fmt::format("{}{}", k > 0 ? "; " : "", p.sources[k]);
  }
  return text + ".\n";
}

}  // namespace

std::vector<Program> read_library(const std::string& folder) {
  std::vector<Program> programs;
  for (const std::string& name : program_names(folder)) {
    programs.push_back(read_program(name, folder, ""));
  }
  if (programs.empty()) {
    throw sim::ConfigError(
        fmt::format("{}: there are no programs here; --folder says where", folder));
  }
  return programs;
}

std::string library_page(const std::vector<Program>& programs) {
  std::string page = fmt::format(
      "# Programs\n\n"
      "Made by `belong programs --markdown` from the {} files in `configs/programs/`.\n\n"
      "A program is a bundle of levers, and a lever is something that adults change: no program\n"
      "sets an outcome. *Cited* says that a trial or a table stands behind it, *observational* "
      "that\nnobody drew lots, *assumed* that it is ours. Sizes are what a school that does all "
      "of it would\nchange, before what is delivered. Programs on a shelf are not ranked. What "
      "each input does:\n[parameters.md](parameters.md#inputs-of-levers). Ids such as E2.6 are "
      "explained in\n"
      "[findings.md](findings.md).\n",
      programs.size());
  for (const Shelf& shelf : kShelves) {
    page += fmt::format("\n## {}\n\n{}.\n", shelf.title, capital(shelf.what));
    for (const Program& program : programs) {
      if (program.shelf == shelf.key) page += section(program);
    }
  }
  return page;
}

}  // namespace cli
