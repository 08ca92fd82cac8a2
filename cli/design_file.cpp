#include "cli/design_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "cli/plain_name.h"
#include "sim/run/csv.h"
#include "sim/run/number_text.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t kLargestTable = std::size_t{64} << 20;
constexpr sim::Range kAny{-1e12f, 1e12f};

/// The last two words of a key: "appraisal_lens".
std::string short_name(const std::string& key) {
  const std::size_t last = key.rfind('.');
  const std::size_t before =
      last == 0 || last == std::string::npos ? last : key.rfind('.', last - 1);
  std::string name;
  for (const char c : before == std::string::npos ? key : key.substr(before + 1)) {
    if (is_plain_name({&c, 1})) {
      name += c;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  return name;
}

std::vector<double> read_steps(const sim::Table& table) {
  const double from = table.number("from", kAny, "first value");
  const double to = table.number("to", kAny, "last value");
  const double step = table.number("step", {1e-9f, 1e12f}, "from one value to the next");
  if (to < from) table.fail("to", "must not be below from");
  const double steps = std::floor((to - from) / step + 1e-9);
  if (steps >= static_cast<double>(kMaxPoints)) table.fail("step", "gives too many values");
  std::vector<double> values;
  for (int k = 0; k <= static_cast<int>(steps); ++k) values.push_back(from + k * step);
  return values;
}

Factor read_factor(const sim::Table& table, Method method, const std::vector<Factor>& others) {
  Factor factor;
  factor.key = table.text("key");
  factor.name = table.text("name", short_name(factor.key));
  check_plain_name(factor.name, table, "name");
  for (const Factor& other : others) {
    if (other.key == factor.key) table.fail("key", "is varied by another factor");
    if (other.name == factor.name) table.fail("name", "is the name of another factor");
  }
  if (method == Method::points) return factor;
  factor.whole = table.yes_no("whole", false);
  if (table.has("values")) {
    factor.values = table.numbers("values", kAny, "values to take");
    if (factor.values.empty()) table.fail("values", "is empty");
  } else if (table.has("from")) {
    factor.values = read_steps(table);
  } else if (method == Method::factorial) {
    table.fail("needs values, or from, to and step: every combination is run");
  } else {
    factor.low = table.number("low", kAny, "lowest value");
    factor.high = table.number("high", kAny, "highest value");
    if (!(factor.low < factor.high)) table.fail("low", "must be below high");
  }
  return factor;
}

/// Points as they stand in a table: a column for each factor, by its name.
void read_points(const sim::Table& table, const std::string& folder, Design& design) {
  const std::string path = (fs::path(folder) / table.text("file")).lexically_normal().string();
  if (const auto missing = sim::missing_file(path)) {
    table.fail("file", fmt::format("leads to {}: {}", path, *missing));
  }
  std::vector<std::size_t> columns;
  sim::each_csv_row(path, sim::read_text_file(path, kLargestTable), [&](const sim::CsvRow& row) {
    if (columns.empty()) {
      for (const Factor& factor : design.factors) {
        const auto at = std::find(row.fields.begin(), row.fields.end(), factor.name);
        if (at == row.fields.end()) {
          throw sim::ConfigError(fmt::format("{}:1:1: has no column {}; it has: {}", path,
                                             factor.name, fmt::join(row.fields, ", ")));
        }
        columns.push_back(static_cast<std::size_t>(at - row.fields.begin()));
      }
      return;
    }
    std::vector<double> values;
    for (const std::size_t c : columns) {
      const auto value = sim::number_in(row.fields[c]);
      if (!value || !std::isfinite(*value)) {
        throw sim::ConfigError(fmt::format("{}:{}:{}: \"{}\" must be a number", path, row.line,
                                           row.columns[c], row.fields[c]));
      }
      values.push_back(*value);
    }
    design.values.push_back(std::move(values));
  });
  if (design.values.empty()) table.fail("file", "has no points");
}

std::size_t read_count(const sim::Table& table, std::size_t each, std::string_view meaning) {
  return static_cast<std::size_t>(
      table.whole("points", 1, static_cast<std::int64_t>(kMaxPoints / each), meaning));
}

void lay_out(const sim::Table& table, Design& design) {
  const std::size_t factors = design.factors.size();
  switch (design.method) {
    case Method::factorial: {
      std::vector<std::size_t> levels;
      double all = 1;
      for (const Factor& factor : design.factors) {
        levels.push_back(factor.values.size());
        all *= static_cast<double>(factor.values.size());
      }
      if (all > static_cast<double>(kMaxPoints)) {
        table.fail(fmt::format("has {:.0f} combinations; at most {}", all, kMaxPoints));
      }
      design.unit = analysis::factorial(levels);
      design.base = design.unit.size();
      break;
    }
    case Method::latin_hypercube:
      design.base = read_count(table, 1, "points of the design");
      design.unit = analysis::latin_hypercube(design.base, factors, design.seed);
      break;
    case Method::sobol:
      design.base = read_count(table, 1, "points of the design");
      design.unit = analysis::sobol(design.base, factors, design.seed);
      break;
    case Method::saltelli:
      design.base = read_count(table, factors + 2, "rows; each has a point a factor, and two more");
      design.unit = analysis::saltelli(design.base, factors, design.seed);
      break;
    case Method::morris: {
      design.base =
          read_count(table, factors + 1, "trajectories; each has a point a factor, and one more");
      const auto levels = static_cast<std::size_t>(
          table.whole("levels", 2, 100, "levels of the grid, an even number", 4));
      if (levels % 2 != 0) table.fail("levels", "must be even");
      design.unit = analysis::morris(design.base, factors, levels, design.seed);
      break;
    }
    case Method::points:
      break;
  }
}

}  // namespace

double Factor::at(double u) const {
  if (!values.empty()) {
    const auto n = static_cast<double>(values.size());
    return values[std::min(static_cast<std::size_t>(u * n), values.size() - 1)];
  }
  const double value = low + u * (high - low);
  return whole ? std::round(value) : value;
}

std::vector<std::string> Design::assignments(std::size_t point) const {
  std::vector<std::string> all;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    all.push_back(fmt::format("{}={}", factors[f].key, sim::number_text(values[point][f])));
  }
  return all;
}

Design read_design(const sim::Table& table, const std::string& folder) {
  Design design;
  design.method = static_cast<Method>(table.which("method", kMethods));
  design.seed = static_cast<std::uint64_t>(
      table.whole("seed", 0, std::int64_t{1} << 53, "start of the design's random numbers", 1));
  for (const sim::Table& one : table.tables("factor")) {
    design.factors.push_back(read_factor(one, design.method, design.factors));
  }
  if (design.factors.empty()) table.fail("factor", "at least one [[design.factor]] is needed");
  if (design.factors.size() > 500) table.fail("factor", "has more than 500 factors");
  if (design.method == Method::points) {
    read_points(table, folder, design);
    design.base = design.values.size();
    if (design.values.size() > kMaxPoints) {
      table.fail("file", fmt::format("has more than {} points", kMaxPoints));
    }
    return design;
  }
  lay_out(table, design);
  for (const std::vector<double>& u : design.unit) {
    std::vector<double> values;
    for (std::size_t f = 0; f < u.size(); ++f) values.push_back(design.factors[f].at(u[f]));
    design.values.push_back(std::move(values));
  }
  return design;
}

}  // namespace cli
