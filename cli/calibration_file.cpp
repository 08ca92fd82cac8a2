#include "cli/calibration_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/parameter_key.h"
#include "cli/version.h"
#include "sim/run/fingerprint_text.h"
#include "sim/run/number_text.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

Prior read_prior(const sim::Table& table, const std::vector<Prior>& others) {
  Prior prior;
  prior.key = table.text("key");
  const auto row = find_parameter(prior.key);
  if (!row) table.fail("key", not_a_parameter(prior.key).substr(1));
  if (row->kind == sim::Kind::yes_no) table.fail("key", "is yes or no: it has no range");
  for (const Prior& other : others) {
    if (other.key == prior.key) table.fail("key", "is given twice");
  }
  prior.row = *row;
  prior.low = table.number("low", row->legal, row->meaning, sim::as_written(row->legal.lo));
  prior.high = table.number("high", row->legal, row->meaning, sim::as_written(row->legal.hi));
  if (!(prior.low < prior.high)) table.fail("low", "must be below high");
  prior.note = table.text("note");
  return prior;
}

/// Keys of varied parameters that a setting, or the file of its school, sets itself.
std::vector<std::string> own_keys(const Setting& setting, const std::vector<Prior>& priors) {
  std::vector<std::string> keys;
  const auto document =
      sim::Document::from_text(setting.experiment->path, setting.experiment->text);
  const auto own = document.root().find_table("parameters");
  for (const Prior& prior : priors) {
    const auto section = own ? own->find_table(std::string(prior.row.section)) : own;
    const auto by_school = find_parameter(prior.key, setting.experiment->schools.parameters);
    const auto standard = find_parameter(prior.key, models::Parameters{});
    if ((section && section->has(prior.row.key)) || by_school->value != standard->value) {
      keys.push_back(prior.key);
    }
  }
  return keys;
}

/// Every id that is named is a pattern's, and of one that values may be set by.
void check_ids(const sim::Table& about, const Calibration& c) {
  for (std::size_t k = 0; k < c.ids.size(); ++k) {
    bool known = false;
    for (const Setting& setting : c.settings) {
      for (const Pattern& pattern : setting.patterns) {
        if (pattern.id != c.ids[k]) continue;
        known = true;
        if (pattern.held_out) about.fail("patterns", k, "is held out: it may set no value");
      }
    }
    if (!known) about.fail("patterns", k, fmt::format("is the id of no pattern in {}", c.folder));
  }
}

void read_sizes(const sim::Table& about, Calibration& c) {
  const auto size = [&](std::string_view key, std::int64_t low, std::int64_t high,
                        std::string_view meaning, std::size_t value) {
    return static_cast<std::size_t>(
        about.whole(key, low, high, meaning, static_cast<std::int64_t>(value)));
  };
  c.schools = static_cast<std::uint32_t>(
      size("schools", 2, 100000, "schools drawn from each profile", c.schools));
  c.seeds = static_cast<std::uint32_t>(size("seeds", 1, 100000, "runs of each school", c.seeds));
  c.points = size("points", 8, 100000, "points of a wave", c.points);
  c.waves = size("waves", 1, 20, "waves", c.waves);
  c.candidates = size("candidates", 1, 100000, "points run after the last wave", c.candidates);
  c.forgiving = size("forgiving_waves", 0, 20,
                     "first waves in which the second largest implausibility decides", c.forgiving);
  c.confirm_schools = static_cast<std::uint32_t>(
      size("confirm_schools", 0, 100000, "schools in which what is kept is run again", 0));
  c.confirm_seeds = static_cast<std::uint32_t>(
      size("confirm_seeds", 1, 100000, "runs of each of those schools", 1));
  c.cut_off = about.number("cut_off", {0.1f, 100}, "implausibility that rules out", c.cut_off);
  c.seed = size("seed", 0, std::int64_t{1} << 53, "start of all designs", c.seed);
}

}  // namespace

Calibration read_calibration(const std::string& path, const std::vector<std::string>& assignments) {
  Calibration c;
  c.path = path;
  auto document = sim::Document::read(path);
  for (const std::string& assignment : assignments) {
    // What is no value of this file changes a value of every setting, as in `belong validate`.
    if (assignment.starts_with("calibration.") || assignment.starts_with("parameter.")) {
      document.set(assignment);
    } else {
      c.assignments.push_back(assignment);
    }
  }
  const sim::Table root = document.root();
  const sim::Table about = root.table("calibration");
  c.name = about.text("name");
  c.title = about.text("title", c.name);
  c.folder = (fs::path(path).parent_path() / about.text("evidence")).lexically_normal().string();
  c.ids = about.texts("patterns", sim::Table::Texts{});
  read_sizes(about, c);
  for (const sim::Table& table : root.tables("parameter")) {
    c.priors.push_back(read_prior(table, c.priors));
  }
  if (c.priors.empty()) root.fail("parameter", "at least one [[parameter]] is needed");
  root.done();
  std::vector<std::string> keys;
  for (const Prior& prior : c.priors) keys.push_back(prior.key);
  for (const std::string& assignment : c.assignments) {
    const std::string key = assigned_parameter(assignment, keys);
    if (key.empty()) continue;
    throw sim::ConfigError(
        fmt::format("--set {}: {} varies {}, so it has no one value", assignment, path, key));
  }
  c.instruments = read_instruments(c.folder + "/../instruments");
  c.settings = read_patterns(c.folder, c.ids, c.instruments, c.assignments);
  check_ids(about, c);
  for (Setting& setting : c.settings) {
    std::erase_if(setting.patterns, [](const Pattern& pattern) { return pattern.held_out; });
  }
  std::erase_if(c.settings, [](const Setting& setting) { return setting.patterns.empty(); });
  for (const Setting& setting : c.settings) c.fixed.push_back(own_keys(setting, c.priors));
  return c;
}

std::string inputs_hash(const Calibration& c) {
  sim::Fingerprint print;
  const auto add = [&](const std::string& text) {
    print.add(static_cast<std::uint64_t>(text.size()));
    print.add(std::span<const char>(text));
  };
  add(std::string(version()));
  print.add(c.schools);
  print.add(c.seeds);
  for (const std::string& assignment : c.assignments) add(assignment);
  for (const InstrumentFile& one : c.instruments) add(sim::read_text_file(one.path, 1u << 24));
  for (const Setting& setting : c.settings) {
    const Experiment& e = *setting.experiment;
    add(e.text);
    add(e.schools.text);
    for (const Program& program : e.programs) add(program.text);
    for (const Pattern& pattern : setting.patterns)
      add(sim::read_text_file(pattern.path, 1u << 24));
  }
  print.add_plain(models::Parameters{});
  for (const Prior& prior : c.priors) add(prior.key);
  return sim::hex_text(print.value());
}

}  // namespace cli
