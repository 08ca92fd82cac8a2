#include "cli/roster_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

#include "sim/kernel/fingerprint.h"  // XXH3
#include "sim/run/config_error.h"

namespace cli {
namespace {

constexpr std::size_t kMostIds = 20'000'000;

/// Digits of a part of a date.
bool digits(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && text.front() != '-';
}

/// What the manifest says of files that are not read.
bool is_mode(const std::string& word) {
  return word == "absent" || word == "bulk" || word == "delta";
}

}  // namespace

std::optional<std::int32_t> day_of(std::string_view date) {
  int year = 0, month = 0, day = 0;
  if (date.size() != 10 || date[4] != '-' || date[7] != '-' || !digits(date.substr(0, 4), year) ||
      !digits(date.substr(5, 2), month) || !digits(date.substr(8, 2), day)) {
    return {};
  }
  const std::chrono::year_month_day calendar{std::chrono::year(year),
                                             std::chrono::month(static_cast<unsigned>(month)),
                                             std::chrono::day(static_cast<unsigned>(day))};
  if (!calendar.ok()) return {};
  return std::chrono::sys_days(calendar).time_since_epoch().count();
}

std::string date_of(std::int32_t day) {
  const std::chrono::year_month_day calendar{std::chrono::sys_days(std::chrono::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(calendar.year()),
                     static_cast<unsigned>(calendar.month()),
                     static_cast<unsigned>(calendar.day()));
}

bool RosterManifest::has(std::string_view file) const {
  return std::find(files.begin(), files.end(), file) != files.end();
}

RosterManifest read_manifest(const RosterSource& source) {
  RosterManifest manifest;
  const std::string place = source.place("manifest.csv");
  bool versioned = false;
  const auto read = [&](const sim::CsvRecord& row) {
    const std::string &name = row[0], &value = row[1];
    if (name == "manifest.version") {
      if (value != "1.0") row.fail(1, "is no version of a manifest that is known: 1.0");
      versioned = true;
    } else if (name == "oneroster.version") {
      if (value != "1.1" && value != "1.2") row.fail(1, "is not a version that is read: 1.1, 1.2");
      manifest.version = value;
    } else if (name.starts_with("file.")) {
      if (!is_mode(value)) row.fail(1, "must be absent, bulk or delta");
      static const std::vector<std::string> read_here{
          "orgs",  "academicSessions", "courses", "classes",
          "users", "enrollments",      "roles",   "demographics"};
      const std::string file = name.substr(5);
      if (std::find(read_here.begin(), read_here.end(), file) == read_here.end()) return;
      if (value == "delta") {
        row.fail(1, fmt::format("({}): only whole exports are read (bulk), not changes since the "
                                "last one",
                                file));
      }
      if (value == "bulk") manifest.files.push_back(file + ".csv");
    }
  };
  sim::each_csv_record(place, source.text("manifest.csv"), {{"propertyName"}, {"value"}}, read);
  if (!versioned) throw sim::ConfigError(place + ": says no manifest.version");
  if (manifest.version.empty()) throw sim::ConfigError(place + ": says no oneroster.version");
  for (const std::string& file : manifest.files) {
    if (source.has(file)) continue;
    throw sim::ConfigError(fmt::format("{}: promises {} (bulk), which is not there", place, file));
  }
  return manifest;
}

RosterFile::RosterFile(const RosterSource& source, const RosterManifest& manifest,
                       const std::string& file, std::vector<sim::CsvColumn> wanted)
    : place_(source.place(file)), wanted_{{"sourcedId"}, {"status", false}} {
  if (!manifest.has(file)) {
    throw sim::ConfigError(
        fmt::format("{}: says that {} is absent; a school cannot be built "
                    "without it",
                    source.place("manifest.csv"), file));
  }
  wanted_.insert(wanted_.end(), wanted.begin(), wanted.end());
  text_ = source.text(file);
}

bool RosterFile::stays(const sim::CsvRecord& row, RosterNotes& notes) const {
  const std::string& status = row[1];
  if (status.empty()) return true;
  if (status == "active") {
    ++notes.active;
    return true;
  }
  if (status != "tobedeleted") row.fail(1, "must be empty in bulk mode (or active, tobedeleted)");
  ++notes.left_out;
  return false;
}

std::uint32_t add_id(const sim::CsvRecord& row, std::uint32_t place, Ids& ids) {
  if (row[0].empty()) row.fail(0, "is empty; every row has an id");
  if (ids.size() >= kMostIds) row.fail(0, fmt::format("is one of more than {}", kMostIds));
  if (!ids.try_emplace(row[0], place).second) row.fail(0, "is the id of another row as well");
  return place;
}

std::uint32_t place_of_id(const sim::CsvRecord& row, std::size_t column, const std::string& id,
                          const Ids& ids, std::string_view file) {
  const auto at = ids.find(id);
  if (at == ids.end()) row.fail(column, fmt::format("is the id of nothing in {}", file));
  return at->second;
}

std::uint32_t place_of_id(const sim::CsvRecord& row, std::size_t column, const Ids& ids,
                          std::string_view file) {
  return place_of_id(row, column, row[column], ids, file);
}

std::uint64_t key_of(const std::string& id) { return XXH3_64bits(id.data(), id.size()); }

std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    const std::size_t first = text.find_first_not_of(' ', from);
    if (first < to)
      all.push_back(text.substr(first, text.find_last_not_of(' ', to - 1) + 1 - first));
    from = to + 1;
  }
  return all;
}

std::optional<std::int32_t> date_in(const sim::CsvRecord& row, std::size_t column) {
  if (row[column].empty()) return {};
  const auto day = day_of(row[column]);
  if (!day) row.fail(column, "is no date as 2026-02-28");
  return day;
}

Span span_in(const sim::CsvRecord& row, std::size_t begin, std::size_t end) {
  Span span;
  if (const auto day = date_in(row, begin)) span.begin = *day;
  if (const auto day = date_in(row, end)) span.end = *day;
  if (span.end < span.begin) row.fail(end, fmt::format("is before it begins, {}", row[begin]));
  return span;
}

}  // namespace cli
