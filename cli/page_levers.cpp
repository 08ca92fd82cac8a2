#include "cli/page_levers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "cli/library.h"

namespace cli {
namespace {

constexpr double kMost = 3;  // times what the program does
constexpr std::size_t kFewest = 5, kMany = 9;

const NamedLever& find_lever(const sim::Table& table, const Program& program) {
  const std::string name = table.text("lever");
  std::vector<std::string> names;
  for (const NamedLever& lever : program.levers) {
    if (lever.name == name) return lever;
    names.push_back(lever.name);
  }
  table.fail("lever", fmt::format("is no lever of {}; its levers are: {}", program.key,
                                  fmt::join(names, ", ")));
}

/// How many times the amount still lies within the input's range, downwards and upwards, to a
/// hundredth: ranges and amounts are round numbers.
void find_range(PageLever& lever) {
  const sim::Range legal = models::kInputRows[static_cast<std::size_t>(lever.of.lever.input)].legal;
  const auto amount = static_cast<double>(lever.of.lever.amount);
  const double up = static_cast<double>(amount > 0 ? legal.hi : legal.lo) / amount;
  const double down = static_cast<double>(amount > 0 ? legal.lo : legal.hi) / amount;
  const auto rounded = [](double x) { return std::round(100 * x) / 100 + 0.0; };  // never -0
  lever.most = rounded(std::min(kMost, up));
  lever.least = rounded(std::max(-1.0, down));
}

PageLever read_one(const sim::Table& table, const std::string& programs) {
  PageLever lever;
  lever.name = table.text("name");
  lever.question = table.text("question");
  lever.says = table.text("says");
  const std::string reference = table.text("program");
  if (const auto missing = missing_program(reference, programs, "")) {
    table.fail("program", *missing);
  }
  lever.program = read_program(reference, programs, "");
  lever.of = find_lever(table, lever.program);
  if (lever.of.lever.amount == 0.0f || lever.of.becomes) {
    table.fail("lever", "has no amount that a slider could move");
  }
  models::Lever& own = lever.template_lever;
  own.input = lever.of.lever.input;
  own.amount = lever.of.lever.amount;
  own.program = program_number(kOwnLevers);
  own.schedule.start = lever.of.lever.schedule.start;
  own.schedule.days = lever.of.lever.schedule.days;
  own.schedule.decay_days = lever.of.lever.schedule.decay_days;
  find_range(lever);
  return lever;
}

}  // namespace

std::vector<PageLever> read_page_levers(const std::string& path) {
  const auto document = sim::Document::read(path);
  const sim::Table root = document.root();
  const std::string base = std::filesystem::path(path).parent_path().string();
  const std::string programs = library_folder(base, "programs");
  std::vector<PageLever> levers;
  for (const sim::Table& table : root.tables("lever")) {
    levers.push_back(read_one(table, programs));
    const auto same = [&](const PageLever& other) { return other.name == levers.back().name; };
    if (std::count_if(levers.begin(), levers.end(), same) > 1) {
      table.fail("name", "is the name of another lever");
    }
  }
  if (levers.size() < kFewest || levers.size() > kMany) {
    root.fail("lever", fmt::format("there are {} [[lever]]; a page has {} to {}, so that a room "
                                   "can take them in",
                                   levers.size(), kFewest, kMany));
  }
  root.done();
  return levers;
}

}  // namespace cli
