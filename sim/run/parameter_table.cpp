#include "sim/run/parameter_table.h"

#include <fmt/format.h>

#include "sim/run/number_text.h"

namespace sim {

namespace {

// A bar would end the cell.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

}  // namespace

std::string value_text(const ParameterRow& row) {
  if (row.kind == Kind::yes_no) return row.value != 0.0F ? "true" : "false";
  return number_text(row.value);
}

std::string range_text(const ParameterRow& row) {
  if (row.kind == Kind::yes_no) return "true or false";
  std::string allowed = limits(row.legal).allowed();
  if (row.kind == Kind::real) return allowed;
  return fmt::format("whole, {}", allowed);
}

std::string evidence_text(const ParameterRow& row) {
  if (row.source.empty()) return std::string(name(row.evidence));
  return fmt::format("{}: {}", name(row.evidence), row.source);
}

std::string describe(const ParameterRow& row) {
  return fmt::format("{}.{} = {}{}{}; {}: {} ({})", row.section, row.key, value_text(row),
                     row.unit == "1" ? "" : " ", row.unit == "1" ? "" : row.unit, range_text(row),
                     row.meaning, evidence_text(row));
}

std::string markdown_table(std::span<const ParameterRow> rows) {
  std::string table =
      "| key | default | unit | range | meaning | evidence |\n|---|---|---|---|---|---|\n";
  for (const ParameterRow& row : rows) {
    table += fmt::format("| `{}` | {} | {} | {} | {} | {} |\n", row.key, value_text(row),
                         row.unit == "1" ? "" : cell(row.unit), range_text(row), cell(row.meaning),
                         cell(evidence_text(row)));
  }
  return table;
}

}  // namespace sim
