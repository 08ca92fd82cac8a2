#pragma once
// Reading CSV as RFC 4180 has it: quoted fields, doubled quotes, line breaks within quotes, CRLF or
// LF, an optional byte-order mark. Every row knows its line, so that errors can say where.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

struct CsvRow {
  std::size_t line = 0;  ///< of its first character, from 1
  std::vector<std::string> fields;
  std::vector<std::size_t> columns;  ///< where each begins in its line, from 1, in bytes
};

/// Calls `take` with every row, the header first, and keeps none. `name` stands for the file in
/// errors. Throws ConfigError for a quote that never ends, text after a closing quote, a zero byte,
/// a row with another number of fields than the header, more than 1000 fields in a row, or more
/// than 1 MiB in a field.
void each_csv_row(const std::string& name, std::string_view text,
                  const std::function<void(const CsvRow&)>& take);

}  // namespace sim
