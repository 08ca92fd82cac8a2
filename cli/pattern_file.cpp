#include "cli/pattern_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "cli/variable_name.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(const std::string& text, std::string_view at) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t to; (to = text.find(at, from)) != std::string::npos; from = to + at.size()) {
    parts.push_back(text.substr(from, to - from));
  }
  parts.push_back(text.substr(from));
  return parts;
}

/// Reads "name@day" or "name@day..day".
Stack read_stack(const sim::Table& table, std::string_view key, const Instruments& instruments,
                 Setting& setting) {
  const auto& plan = setting.experiment->schools.schools.front();
  auto [name, first, last] = read_on_days(table.text(key), plan.calendar.days_in_run(), table, key);
  // "course_referrals.1": one class only.
  std::optional<std::uint32_t> only;
  if (name.size() > 2 && name[name.size() - 2] == '.' && name.back() >= '0' && name.back() <= '6') {
    only = static_cast<std::uint32_t>(name.back() - '0');
    name.resize(name.size() - 2);
  }
  models::Variable variable = find_variable(name, instruments, table, key);
  if (only && (!of_class(variable) || static_cast<float>(*only) >= plan.profile.periods)) {
    table.fail(key, "names a class that this variable or this school does not have");
  }
  const auto periods = of_class(variable) ? static_cast<std::uint32_t>(plan.profile.periods) : 1u;
  Stack stack;
  for (std::uint32_t day = first; day <= last; ++day) {
    for (variable.period = 0; variable.period < periods; ++variable.period) {
      if (only && variable.period != *only) continue;
      stack.push_back(setting.sights.number(variable, day));
    }
  }
  return stack;
}

/// Reads "dimension=membership|membership" joined by " & "; != for all others.
Who read_who(const sim::Table& table, const DimensionNames& names) {
  Who who;
  const std::string text = table.text("who", "");
  if (text.empty()) return who;
  for (const std::string& part : split(text, " & ")) {
    const bool others = part.find("!=") != std::string::npos;
    const auto sides = split(part, others ? "!=" : "=");
    const auto named = [&](const auto& one) { return one.key == sides.front(); };
    const auto found = std::find_if(names.dimensions.begin(), names.dimensions.end(), named);
    if (sides.size() != 2 || found == names.dimensions.end()) {
      table.fail("who", "must be dimension=membership|membership, joined by ' & '");
    }
    Who::In in;
    in.dimension = static_cast<std::uint32_t>(found - names.dimensions.begin());
    for (const std::string& key : split(sides[1], "|")) {
      const auto& all = found->memberships;
      const auto m = std::find_if(all.begin(), all.end(), [&](auto& x) { return x.key == key; });
      if (m == all.end()) {
        table.fail("who", fmt::format("names {}, which {} does not have", key, found->key));
      }
      in.memberships |= 1u << static_cast<std::uint32_t>(m - all.begin());
    }
    if (others) in.memberships = ~in.memberships;
    who.in.push_back(in);
  }
  return who;
}

std::uint32_t read_wave(const sim::Table& table, std::string_view key, Setting& setting) {
  const auto& calendar = setting.experiment->schools.schools.front().calendar;
  const auto day = static_cast<std::uint32_t>(
      table.whole(key, 0, calendar.days_in_run() - 1, "school day on which networks are seen"));
  const auto at = std::find(setting.waves.begin(), setting.waves.end(), day);
  if (at == setting.waves.end()) {
    setting.waves.push_back(day);
    return static_cast<std::uint32_t>(setting.waves.size() - 1);
  }
  return static_cast<std::uint32_t>(at - setting.waves.begin());
}

analysis::Statistic read_statistic(const sim::Table& table) {
  std::vector<std::string_view> known;
  known.reserve(analysis::kStatistics);
  for (const auto& row : analysis::kStatisticRows) known.push_back(row.key);
  return static_cast<analysis::Statistic>(table.which("of", known));
}

/// A limit for values that are held as floats: 0.65 as a float is what a value of 0.65 is.
double read_limit(const sim::Table& table, std::string_view key, std::string_view meaning,
                  std::optional<double> fallback = {}) {
  return static_cast<double>(static_cast<float>(table.number(key, {-1e6, 1e6}, meaning, fallback)));
}

EstimateSpec read_estimate(const sim::Table& table, const Instruments& instruments,
                           Setting& setting) {
  EstimateSpec spec;
  const Experiment& e = *setting.experiment;
  spec.name = table.text("name");
  spec.of = read_statistic(table);
  const std::string scenario = table.text("scenario", e.scenarios.front().key);
  const auto found = std::find_if(e.scenarios.begin(), e.scenarios.end(),
                                  [&](const auto& s) { return s.key == scenario; });
  if (found == e.scenarios.end()) {
    table.fail("scenario", fmt::format("is not a scenario of {}", e.path));
  }
  spec.scenario = static_cast<std::uint32_t>(found - e.scenarios.begin());
  const auto& row = analysis::kStatisticRows[static_cast<std::size_t>(spec.of)];
  if (row.columns == 0) {
    spec.wave = read_wave(table, "wave", setting);
    if (spec.of == analysis::Statistic::stability) {
      spec.from_wave = read_wave(table, "from_wave", setting);
    }
    return spec;
  }
  constexpr std::array<std::string_view, 3> keys{"x", "y", "z"};
  for (std::size_t c = 0; c < row.columns; ++c) {
    spec.column[c] = read_stack(table, keys[c], instruments, setting);
    if (spec.column[c].size() != spec.column[0].size()) {
      table.fail(keys[c], "must have as many days and classes as x");
    }
  }
  if (spec.of == analysis::Statistic::share) {
    spec.at_least = read_limit(table, "at_least", "lowest value that counts");
  }
  spec.who = read_who(table, e.schools.names);
  for (const std::string_view key : {"present", "present_too"}) {
    if (table.has(key)) spec.present.push_back(read_stack(table, key, instruments, setting));
  }
  if (table.has("where")) {
    spec.where = read_stack(table, "where", instruments, setting);
    if (spec.where.size() != 1) table.fail("where", "must be one day of one variable");
    spec.from = read_limit(table, "from", "lowest value of `where` that counts", -1e6);
    spec.to = read_limit(table, "to", "highest value of `where` that counts", 1e6);
    if (spec.from > spec.to) table.fail("from", "must not be above to: nobody would count");
  }
  if (table.has("third")) {
    constexpr std::array<std::string_view, 2> thirds{"bottom", "top"};
    spec.third = table.choice("third", thirds) == "top" ? Third::top : Third::bottom;
    spec.by = read_stack(table, "by", instruments, setting);
    if (spec.by.size() != spec.column[0].size()) {
      table.fail("by", "must have as many days and classes as x");
    }
  }
  return spec;
}

CheckSpec read_check(const sim::Table& table) {
  return {table.text("name"), static_cast<Check>(table.which("of", kCheckNames))};
}

Claim read_claim(const sim::Table& table) {
  Claim claim;
  claim.what = table.text("what");
  claim.formula = table.text("value");
  claim.unit = table.text("unit", "1");
  if (table.has("low")) claim.low = table.number("low", {-1e9, 1e9}, "lower edge of the band");
  if (table.has("high")) claim.high = table.number("high", {-1e9, 1e9}, "upper edge of the band");
  if (!(claim.low <= claim.high)) table.fail("low", "must not be above high");
  return claim;
}

Setting& find_setting(const std::string& name, const std::string& folder, const sim::Table& about,
                      const std::vector<std::string>& assignments, std::vector<Setting>& settings) {
  const std::string path = (fs::path(folder) / "settings" / (name + ".toml")).string();
  for (Setting& setting : settings) {
    if (setting.experiment->path == path) return setting;
  }
  if (!fs::exists(path)) about.fail("setting", fmt::format("must be a file: {}", path));
  Setting setting;
  setting.experiment = std::make_shared<Experiment>(read_experiment(path, assignments));
  if (setting.experiment->parameter_set) about.fail("setting", "names a parameter set");
  settings.push_back(std::move(setting));
  return settings.back();
}

void read_pattern(const std::string& path, const std::string& folder,
                  const std::vector<std::string>& ids, const Instruments& instruments,
                  const std::vector<std::string>& assignments, std::vector<Setting>& settings) {
  const auto document = sim::Document::read(path);
  const sim::Table root = document.root();
  const sim::Table about = root.table("pattern");
  Pattern p;
  p.path = path;
  p.id = about.text("id");
  if (!ids.empty() && std::find(ids.begin(), ids.end(), p.id) == ids.end()) return;
  p.title = about.text("title");
  p.finding = about.text("finding");
  p.source = about.text("source");
  p.status = about.text("status");
  p.note = about.text("note", "");
  p.held_out = about.yes_no("held_out", false);
  p.evidence = about.texts("evidence", sim::Table::Texts{});
  p.setting = about.text("setting");
  Setting& setting = find_setting(p.setting, folder, about, assignments, settings);
  for (const sim::Table& table : root.tables("estimate")) {
    p.estimates.push_back(read_estimate(table, instruments, setting));
  }
  for (const sim::Table& table : root.tables("check")) p.checks.push_back(read_check(table));
  for (const sim::Table& table : root.tables("claim")) p.claims.push_back(read_claim(table));
  if (p.claims.empty()) root.fail("claim", "at least one [[claim]] is needed");
  root.done();
  setting.patterns.push_back(std::move(p));
}

/// Observers see days in ascending order: gives every sight its new number.
void sort_sights(Setting& setting) {
  const std::vector<std::uint32_t> place = setting.sights.sort();
  const auto renumber = [&](Stack& stack) {
    for (std::uint32_t& number : stack) number = place[number];
  };
  for (Pattern& pattern : setting.patterns) {
    for (EstimateSpec& spec : pattern.estimates) {
      for (Stack& stack : spec.column) renumber(stack);
      for (Stack& stack : spec.present) renumber(stack);
      renumber(spec.by);
      renumber(spec.where);
    }
  }
}

void sort_waves(Setting& setting) {
  std::vector<std::uint32_t> sorted = setting.waves;
  std::sort(sorted.begin(), sorted.end());
  const auto place = [&](std::uint32_t& wave) {
    const auto at = std::find(sorted.begin(), sorted.end(), setting.waves[wave]);
    wave = static_cast<std::uint32_t>(at - sorted.begin());
  };
  for (Pattern& pattern : setting.patterns) {
    for (EstimateSpec& spec : pattern.estimates) {
      if (analysis::kStatisticRows[static_cast<std::size_t>(spec.of)].columns != 0) continue;
      place(spec.wave);
      place(spec.from_wave);
    }
  }
  setting.waves = std::move(sorted);
}

}  // namespace

std::vector<Setting> read_patterns(const std::string& folder, const std::vector<std::string>& ids,
                                   const Instruments& instruments,
                                   const std::vector<std::string>& assignments) {
  const std::vector<std::string> paths = sim::paths_in(folder, ".toml");
  if (paths.empty()) throw sim::ConfigError(fmt::format("{}: no patterns (*.toml) there", folder));
  std::vector<Setting> settings;
  for (const std::string& path : paths) {
    read_pattern(path, folder, ids, instruments, assignments, settings);
  }
  for (Setting& setting : settings) {
    sort_sights(setting);
    sort_waves(setting);
  }
  if (settings.empty()) {
    throw sim::ConfigError(
        fmt::format("{}: no pattern has the id {}", folder, fmt::join(ids, ", ")));
  }
  return settings;
}

}  // namespace cli
