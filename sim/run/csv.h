#pragma once
// Reading CSV as RFC 4180 has it: quoted fields, doubled quotes, line breaks within quotes, CRLF or
// LF, an optional byte-order mark. Every row knows its line, so that errors can say where.

#include <string>
#include <string_view>
#include <vector>

namespace sim {

struct CsvRow {
  std::size_t line = 0;  ///< of its first character, from 1
  std::vector<std::string> fields;
};

/// All rows, the header first. `name` stands for the file in errors. Throws ConfigError for a quote
/// that never ends, text after a closing quote, a zero byte, or a row with another number of
/// fields than the header.
std::vector<CsvRow> parse_csv(const std::string& name, std::string_view text);

}  // namespace sim
