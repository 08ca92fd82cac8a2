#pragma once
// One CSV file of a roster, row by row. For oneroster*.cpp only.

#include <optional>
#include <string_view>
#include <vector>

#include "cli/oneroster.h"
#include "sim/run/csv_columns.h"

namespace cli {

/// Which files a manifest promises, and the version.
struct RosterManifest {
  std::string version;
  std::vector<std::string> files;  ///< "users.csv"
  bool has(std::string_view file) const;
};
RosterManifest read_manifest(const RosterSource& source);

/// Reads one file: column 0 is sourcedId, column 1 status. Rows to be deleted are passed over.
class RosterFile {
 public:
  /// `wanted` without sourcedId and status, which come first. Throws if the file is not there.
  RosterFile(const RosterSource& source, const RosterManifest& manifest, const std::string& file,
             std::vector<sim::CsvColumn> wanted);

  template <class Take, class Gone>
  void each(RosterNotes& notes, Take take, Gone gone) const {
    sim::each_csv_record(place_, text_, wanted_, [&](const sim::CsvRecord& row) {
      if (stays(row, notes)) {
        take(row);
      } else {
        gone(row);
      }
    });
  }

 private:
  bool stays(const sim::CsvRecord& row, RosterNotes& notes) const;
  std::string place_, text_;
  std::vector<sim::CsvColumn> wanted_;
};

/// Counts a word of a column that the standard's list does not hold.
inline void pass_over(const sim::CsvRecord& row, std::size_t column, RosterNotes& notes) {
  if (notes.unknown_words++ == 0) notes.first_unknown = row.place(column);
}

/// Gives an id the next place; twice the same is refused.
std::uint32_t add_id(const sim::CsvRecord& row, std::uint32_t place, Ids& ids);
/// The place of the id in a column; throws if nobody has it.
std::uint32_t place_of_id(const sim::CsvRecord& row, std::size_t column, const Ids& ids,
                          std::string_view file);
std::uint32_t place_of_id(const sim::CsvRecord& row, std::size_t column, const std::string& id,
                          const Ids& ids, std::string_view file);

/// A hash that orders ids otherwise than the roster does.
std::uint64_t key_of(const std::string& id);

/// The entries of a list, which commas part; spaces around them go.
std::vector<std::string> list_of(const std::string& text);

/// A date or nothing.
std::optional<std::int32_t> date_in(const sim::CsvRecord& row, std::size_t column);
/// beginDate and endDate, each of which may be missing.
Span span_in(const sim::CsvRecord& row, std::size_t begin, std::size_t end);

/// Parts of read_oneroster. `users`, `classes`: places by id.
void read_people(const RosterSource& source, const RosterManifest& manifest, Roster& roster);
void read_classes(const RosterSource& source, const RosterManifest& manifest, Roster& roster);

/// The subject's number (roster_words.h) by its codes, else by the words of its name.
struct CourseKind {
  std::uint8_t subject = 6;
  bool known = false, advanced = false;
};
CourseKind kind_of_course(const std::string& codes, const std::string& subjects,
                          const std::string& title);

}  // namespace cli
