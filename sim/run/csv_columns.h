#pragma once
// A CSV file by the names of its columns, in whatever order they stand. Names and values keep their
// case: "Role" is not "role".

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/run/csv.h"

namespace sim {

/// A column that somebody wants to read.
struct CsvColumn {
  std::string_view name;
  bool needed = true;  ///< a file without it is refused; else it reads as ""
};

/// One row, by the place of a column in the list of those wanted.
class CsvRecord {
 public:
  CsvRecord(const std::string& file, const std::vector<CsvColumn>& wanted,
            const std::vector<std::size_t>& places, const CsvRow& row)
      : file_(file), wanted_(wanted), places_(places), row_(row) {}

  const std::string& operator[](std::size_t column) const;
  std::size_t line() const { return row_.line; }

  /// Throws ConfigError "file:7: role = pupil " + message. Long values are cut.
  [[noreturn]] void fail(std::size_t column, std::string_view message) const;

  /// "enrollments.csv, line 7, role": the file without its folder.
  std::string place(std::size_t column) const;

 private:
  const std::string& file_;
  const std::vector<CsvColumn>& wanted_;
  const std::vector<std::size_t>& places_;
  const CsvRow& row_;
};

/// Calls `take` with every row after the header. Throws ConfigError as each_csv_row does; for an
/// empty file; for a needed column that is missing (naming a near one, and all that are needed) or
/// a wanted one that is there twice. Other columns are passed over.
void each_csv_record(const std::string& file, std::string_view text,
                     const std::vector<CsvColumn>& wanted,
                     const std::function<void(const CsvRecord&)>& take);

}  // namespace sim
