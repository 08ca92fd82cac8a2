// Any bytes as the files of a OneRoster export: each is read or refused with a sentence, and what
// is read gives sound schools. Input: files one after another, each after a line "\x01name".

#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "cli/oneroster.h"
#include "cli/school_roster.h"
#include "sim/run/config_error.h"

namespace {

std::map<std::string, std::string> files_in(const std::string& bytes) {
  std::map<std::string, std::string> files;
  for (std::size_t at = bytes.find('\x01'); at != std::string::npos;) {
    const std::size_t line = std::min(bytes.find('\n', at), bytes.size());
    const std::size_t next = bytes.find('\x01', line);
    const std::size_t end = std::min(next, bytes.size());
    if (line < end)
      files[bytes.substr(at + 1, line - at - 1)] = bytes.substr(line + 1, end - line - 1);
    at = next;
  }
  return files;
}

void import(const std::string& bytes) {
  const cli::Roster roster = cli::read_oneroster(cli::RosterSource("roster", files_in(bytes)));
  cli::DemographicRows rows;
  rows.race_dimension = 0;
  rows.sex_dimension = 1;
  rows.race.fill(1);
  rows.sex.fill(cli::kNoRow);
  rows.sex[1] = 0;
  for (std::uint32_t k = 0; k < roster.schools.size(); ++k) {
    const std::int32_t day = cli::fullest_day(roster, {k});
    const auto kind = cli::self_contained(roster, k, day);
    if (!kind) continue;
    const cli::SchoolRoster school = cli::school_roster(roster, k, day, *kind, rows);
    if (!models::is_sound(school.structure)) std::abort();
    models::timetable_of(school.structure);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    import(std::string(reinterpret_cast<const char*>(data), size));
  } catch (const sim::ConfigError& error) {
    if (error.what()[0] == 0) std::abort();
  }
  return 0;
}
