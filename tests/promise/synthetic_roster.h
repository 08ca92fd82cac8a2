#pragma once
// Writes OneRoster exports of schools that nobody attends, of any size, and remembers what is in
// them. Every name, id, address and date in them can be recognised, so that a test can look for it.

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace synthetic {

struct RosterSpec {
  std::string version = "1.2";
  std::size_t students = 1000, in_a_school = 1250;
  std::uint32_t periods = 6;
  bool names_periods = true, demographics = true, self_contained = false;
  bool bom = false, crlf = false;
  std::uint64_t seed = 1;
};

struct ClassTruth {
  std::string id, teacher;
  std::set<std::string> students;
  std::uint32_t period = 0;
};

struct SyntheticRoster {
  std::map<std::string, std::string> files;  ///< text by name
  std::vector<std::vector<ClassTruth>> schools;
  std::vector<std::string> school_ids;
  std::vector<std::string> secrets;  ///< what must never be written: names, ids, addresses, dates
  std::vector<std::string> student_ids;
};

SyntheticRoster make_roster(const RosterSpec& spec);

/// Writes the files into a folder, which is made.
void write_folder(const SyntheticRoster& roster, const std::string& folder);
/// The same as a zip archive, stored or deflated.
void write_zip(const std::map<std::string, std::string>& files, const std::string& path);

}  // namespace synthetic
