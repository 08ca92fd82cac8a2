#include "cli/program_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/dimension_names.h"
#include "cli/lever_table.h"
#include "cli/program_words.h"
#include "sim/run/near_key.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using sim::ConfigError;

std::array<std::string_view, kShelves.size()> shelf_keys() {
  std::array<std::string_view, kShelves.size()> keys;
  for (std::size_t k = 0; k < keys.size(); ++k) keys[k] = kShelves[k].key;
  return keys;
}

bool is_path(const std::string& reference) { return reference.ends_with(".toml"); }

std::string path_of(const std::string& reference, const std::string& folder,
                    const std::string& base) {
  if (is_path(reference)) return (fs::path(base) / reference).string();
  return (fs::path(folder) / (reference + ".toml")).string();
}

std::optional<double> optional_number(const sim::Table& table, std::string_view key,
                                      std::string_view meaning) {
  if (!table.has(key)) return {};
  return table.number(key, {0, 1e9f}, meaning);
}

/// Levers in the order of their names.
void read_levers(const std::vector<sim::Table>& tables, Program& program) {
  for (const sim::Table& table : tables) {
    NamedLever lever = read_lever(table);
    lever.lever.program = program.number;
    lever.lever.fidelity = static_cast<float>(program.fidelity);
    lever.lever.fidelity_spread = static_cast<float>(program.fidelity_spread);
    for (const NamedLever& other : program.levers) {
      if (other.name == lever.name) {
        table.fail("name", "is the name of another lever of this program; names must differ");
      }
    }
    program.levers.push_back(std::move(lever));
  }
  std::sort(program.levers.begin(), program.levers.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace

std::vector<std::string> program_names(const std::string& folder) {
  std::vector<std::string> names;
  for (const std::string& path : sim::paths_in(folder, ".toml")) {
    names.push_back(fs::path(path).stem().string());
  }
  return names;
}

std::optional<std::string> missing_program(const std::string& reference, const std::string& folder,
                                           const std::string& base) {
  const std::string path = path_of(reference, folder, base);
  if (is_path(reference)) {
    const auto missing = sim::missing_file(path);
    if (!missing) return {};
    return fmt::format("leads to {}: {}", path, *missing);
  }
  const auto names = program_names(folder);
  if (std::find(names.begin(), names.end(), reference) != names.end()) return {};
  return fmt::format("is no program: there is no {}{}", path, sim::instead(reference, names));
}

std::uint32_t program_number(const std::string& key) {
  std::uint32_t number = 2166136261u;  // FNV-1a
  for (const char c : key) number = (number ^ static_cast<unsigned char>(c)) * 16777619u;
  return number;
}

Program read_program(const std::string& reference, const std::string& folder,
                     const std::string& base, Assignments* changes) {
  Program program;
  if (const auto missing = missing_program(reference, folder, base)) {
    throw ConfigError(fmt::format("{} {}", reference, *missing));
  }
  program.path = path_of(reference, folder, base);
  auto document = sim::Document::read(program.path);
  if (changes) changes->change_program(document.root().table("program").text("name"), document);
  const sim::Table root = document.root();
  const sim::Table about = root.table("program");
  program.text = document.text();
  program.key = about.text("name");
  program.title = about.text("title");
  program.shelf = about.choice("shelf", shelf_keys());
  program.summary = about.text("summary");
  program.for_whom = about.text("for_whom", "");
  program.dose = about.text("dose", "");
  program.evidence = about.text("evidence", "assumed");
  program.not_known = about.text("not_known", "");
  program.sources = about.texts("sources", sim::Table::Texts{});
  program.evidence_ids = about.texts("evidence_ids", sim::Table::Texts{});
  if (const auto cost = root.find_table("cost")) {
    program.staff_hours = optional_number(*cost, "staff_hours_per_week", "hours a teacher a week");
    program.staff_note = cost->text("staff_note", "");
    program.cost_per_student = optional_number(*cost, "per_student", "US dollars a student a year");
    program.cost_note = cost->text("note", "");
  }
  if (const auto fidelity = root.find_table("fidelity")) {
    program.fidelity = fidelity->number("mean", {0, 1}, "share of each amount delivered", 1.0);
    program.fidelity_spread =
        fidelity->number("spread", {0, 0.5f}, "half-width between schools", 0.0);
  }
  const auto levers = root.tables("lever");
  if (levers.empty()) about.fail("name", "has no [[lever]]; a program needs at least one");
  program.number = program_number(program.key);
  read_levers(levers, program);
  root.done();
  return program;
}

Program own_program(const sim::Table& scenario, const std::string& key, const std::string& title,
                    const std::string& path) {
  Program program;
  program.path = path;
  program.key = "levers_of_" + key;
  program.title = title;
  program.shelf = "levers of its own";
  program.summary = "Levers that the experiment itself describes.";
  program.evidence = "assumed";
  program.number = program_number(kOwnLevers);
  read_levers(scenario.tables("lever"), program);
  return program;
}

namespace {

/// The numbers of a reach by membership.
void resolve_reach(const NamedLever& named, const DimensionNames& names, models::Reach& reach) {
  std::vector<std::string_view> known = names.keys();
  const auto at = [&](const std::string& key) {
    return static_cast<std::uint32_t>(std::find(known.begin(), known.end(), key) - known.begin());
  };
  reach.dimension = at(named.dimension);
  if (reach.dimension == known.size()) {
    named.reach->fail("dimension",
                      "is not a dimension of the school" + sim::instead(named.dimension, known));
  }
  known.clear();
  for (const auto& m : names.dimensions[reach.dimension].memberships) known.push_back(m.key);
  reach.membership = at(named.membership);
  if (reach.membership == known.size()) {
    named.reach->fail("membership",
                      fmt::format("is not a membership of the school's {}{}", named.dimension,
                                  sim::instead(named.membership, known)));
  }
}

}  // namespace

std::vector<models::Lever> resolve_levers(const std::vector<const Program*>& programs,
                                          const DimensionNames& names) {
  std::vector<const Program*> sorted = programs;
  std::sort(sorted.begin(), sorted.end(),
            [](const Program* a, const Program* b) { return a->key < b->key; });
  std::vector<models::Lever> levers;
  for (const Program* program : sorted) {
    for (const NamedLever& named : program->levers) {
      models::Lever lever = named.lever;
      if (!named.dimension.empty()) resolve_reach(named, names, lever.reach);
      if (named.becomes) lever.becomes = resolve_becomes(named, names);
      levers.push_back(lever);
    }
  }
  return levers;
}

}  // namespace cli
