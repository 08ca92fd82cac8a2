#pragma once
// Imports of synthetic rosters by the program itself, for tests.

#include <algorithm>

#include "cli/imported_school.h"
#include "cli/oneroster.h"
#include "cli/school_file.h"
#include "cli/school_roster.h"
#include "tests/promise/sandbox.h"
#include "tests/promise/synthetic_roster.h"

namespace importing {

namespace fs = std::filesystem;
using sandbox::belong, sandbox::Outcome;
using synthetic::make_roster, synthetic::RosterSpec, synthetic::SyntheticRoster;

inline const std::string kHigh = BELONG_SOURCE_DIR "/configs/schools/national_high_school.toml";
inline const std::string kPrimary = BELONG_SOURCE_DIR "/configs/schools/primary_schools.toml";

inline std::string fresh(const std::string& name) {
  const std::string path = test::scratch(name);
  fs::remove_all(path);
  return path;
}

inline std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All files below a folder, by their path in it.
inline std::map<std::string, std::string> files_in(const std::string& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      all[fs::relative(entry.path(), folder).string()] = read(entry.path());
    }
  }
  return all;
}

struct Imported {
  Outcome outcome;
  std::string folder;
  std::map<std::string, std::string> files() const { return files_in(folder); }
};

inline Imported import_folder(const std::string& from, const std::string& name,
                              const std::string& options = "", const std::string& like = kHigh) {
  Imported one;
  one.folder = fresh(name + "_school");
  one.outcome = belong(
      "import oneroster " + from + " -o " + one.folder + " --like " + like + " " + options, true);
  return one;
}

inline Imported import(const SyntheticRoster& roster, const std::string& name,
                       const std::string& options = "", const std::string& like = kHigh) {
  const std::string from = fresh(name + "_roster");
  synthetic::write_folder(roster, from);
  return import_folder(from, name, options, like);
}

inline models::Structure structure_of(const Imported& imported) {
  const auto set = cli::read_schools(imported.folder + "/school.toml", "");
  REQUIRE(set.schools.size() == 1);
  return *set.schools[0].structure;
}

/// A school's structure without the program or any file of its own. Its memberships are those of
/// the high school's race_ethnicity and gender.
inline models::Structure structure_of(const SyntheticRoster& roster) {
  const std::string from = fresh("in_process");
  synthetic::write_folder(roster, from);
  const cli::Roster read = cli::read_oneroster(cli::RosterSource(from));
  const auto names = cli::read_schools(kHigh, "").names;
  return cli::school_roster(read, 0, cli::fullest_day(read, {0}), false,
                            cli::demographic_rows(names))
      .structure;
}

/// A class as it can be recognised without ids: how many sit in it, and how many classes its
/// teacher has.
using Shape = std::pair<std::size_t, std::size_t>;

inline std::vector<Shape> shapes_of(const models::Structure& s) {
  std::vector<Shape> all;
  for (std::size_t k = 0; k < s.sections.size(); ++k) {
    const auto load = std::count_if(s.sections.begin(), s.sections.end(), [&](const auto& other) {
      return other.teacher == s.sections[k].teacher;
    });
    all.push_back({s.first_member[k + 1] - s.first_member[k], static_cast<std::size_t>(load)});
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace importing
