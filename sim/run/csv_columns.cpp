#include "sim/run/csv_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/run/config_error.h"
#include "sim/run/near_key.h"

namespace sim {
namespace {

constexpr std::size_t kAbsent = ~std::size_t{0};
constexpr std::size_t kMostShown = 80;  // bytes of a value, in an error

/// A value as an error shows it: cut, and nothing that a terminal would obey.
std::string shown(const std::string& value) {
  std::string text = value.substr(0, kMostShown);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  if (value.empty()) return "\"\"";
  return value.size() > kMostShown ? text + "..." : text;
}

std::vector<std::string_view> needed_of(const std::vector<CsvColumn>& wanted) {
  std::vector<std::string_view> needed;
  for (const CsvColumn& column : wanted) {
    if (column.needed) needed.push_back(column.name);
  }
  return needed;
}

std::vector<std::size_t> places_of(const std::string& file, const CsvRow& header,
                                   const std::vector<CsvColumn>& wanted) {
  std::vector<std::size_t> places;
  for (const CsvColumn& column : wanted) {
    const auto& names = header.fields;
    const auto at = std::find(names.begin(), names.end(), column.name);
    places.push_back(at == names.end() ? kAbsent : static_cast<std::size_t>(at - names.begin()));
    if (at == names.end() && column.needed) {
      const auto near = nearest(column.name, names);
      throw ConfigError(fmt::format(
          "{}:{}: there is no column \"{}\"{}; needed here: {}", file, header.line, column.name,
          near ? fmt::format("; is \"{}\" meant to be it?", shown(std::string(*near))) : "",
          fmt::join(needed_of(wanted), ", ")));
    }
    if (at != names.end() && std::find(at + 1, names.end(), column.name) != names.end()) {
      throw ConfigError(
          fmt::format("{}:{}: the column \"{}\" is there twice", file, header.line, column.name));
    }
  }
  return places;
}

}  // namespace

const std::string& CsvRecord::operator[](std::size_t column) const {
  static const std::string none;
  return places_[column] == kAbsent ? none : row_.fields[places_[column]];
}

void CsvRecord::fail(std::size_t column, std::string_view message) const {
  throw ConfigError(fmt::format("{}:{}: {} = {} {}", file_, row_.line, wanted_[column].name,
                                shown((*this)[column]), message));
}

std::string CsvRecord::place(std::size_t column) const {
  const std::size_t folder = file_.rfind('/');
  return fmt::format("{}, line {}, {}", folder == file_.npos ? file_ : file_.substr(folder + 1),
                     row_.line, wanted_[column].name);
}

void each_csv_record(const std::string& file, std::string_view text,
                     const std::vector<CsvColumn>& wanted,
                     const std::function<void(const CsvRecord&)>& take) {
  std::vector<std::size_t> places;
  each_csv_row(file, text, [&](const CsvRow& row) {
    if (places.empty()) {
      places = places_of(file, row, wanted);
    } else {
      take(CsvRecord(file, wanted, places, row));
    }
  });
  if (places.empty()) throw ConfigError(file + ": is empty");
}

}  // namespace sim
