#include "cli/parameter_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/parameter_key.h"
#include "sim/run/config_error.h"
#include "sim/run/csv.h"
#include "sim/run/number_text.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

[[noreturn]] void fail(const std::string& path, const sim::CsvRow& row, std::size_t column,
                       const std::string& message) {
  throw sim::ConfigError(fmt::format("{}:{}:{}: {}", path, row.line, row.columns[column], message));
}

/// One value of a known parameter.
float legal_value(const std::string& path, const sim::CsvRow& row, std::size_t column,
                  const std::string& key, const sim::ParameterRow& parameter) {
  const std::string& text = row.fields[column];
  const std::optional<double> read = sim::number_in(text);
  if (!read || !std::isfinite(*read)) {
    fail(path, row, column, fmt::format("{} = {} must be a number", key, text));
  }
  const double value = *read;
  const sim::Limits limits = sim::limits(parameter.legal, parameter.unit);
  if (value < sim::as_written(parameter.legal.lo) || value > sim::as_written(parameter.legal.hi)) {
    fail(path, row, column,
         fmt::format("{} = {} {} ({})", key, text, limits.refused(), parameter.meaning));
  }
  if (parameter.kind != sim::Kind::real && value != std::floor(value)) {
    fail(path, row, column, fmt::format("{} = {} must be a whole number", key, text));
  }
  return static_cast<float>(value);
}

}  // namespace

std::string without_comments(std::string text) {
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t end = text.find('\n', from);
    if (end == std::string::npos) end = text.size();
    if (text[from] == '#') {
      text.erase(from, end - from);
      end = from;
    }
    from = end + 1;
  }
  return text;
}

ParameterSet read_parameter_set(const std::string& path) {
  ParameterSet set{path, sim::read_text_file(path, std::size_t{16} << 20), {}, {}};
  std::vector<std::optional<sim::ParameterRow>> columns;  // none: not a parameter
  const auto read_header = [&](const sim::CsvRow& row) {
    for (std::size_t c = 0; c < row.fields.size(); ++c) {
      const std::string& key = row.fields[c];
      columns.push_back(key == kImplausibility ? std::nullopt : find_parameter(key));
      if (key == kImplausibility) continue;
      if (!columns.back()) fail(path, row, c, "the column " + key + not_a_parameter(key));
      if (std::find(set.keys.begin(), set.keys.end(), key) != set.keys.end()) {
        fail(path, row, c, "a second column " + key);
      }
      set.keys.push_back(key);
    }
  };
  sim::each_csv_row(path, without_comments(set.text), [&](const sim::CsvRow& row) {
    if (columns.empty()) return read_header(row);
    std::vector<float> vector;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (!columns[c]) continue;
      vector.push_back(legal_value(path, row, c, set.keys[vector.size()], *columns[c]));
    }
    set.vectors.push_back(std::move(vector));
  });
  if (set.keys.empty() || set.vectors.empty()) {
    throw sim::ConfigError(fmt::format("{}: holds no vector of parameters", path));
  }
  return set;
}

models::Parameters with_vector(const ParameterSet& set, std::size_t vector,
                               models::Parameters base) {
  for (std::size_t k = 0; k < set.keys.size(); ++k) {
    set_parameter(set.keys[k], set.vectors[vector][k], base);
  }
  return base;
}

}  // namespace cli
