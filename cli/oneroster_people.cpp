// users.csv, roles.csv (1.2) and demographics.csv: who is a student or a teacher, in which grade,
// and memberships. Birth dates stand in demographics.csv too, and are not looked at.

#include <algorithm>
#include <array>
#include <charconv>

#include "cli/roster_file.h"

namespace cli {
namespace {

constexpr std::array<std::string_view, 13> kRoles{"administrator", "aide",
                                                  "counselor",     "districtAdministrator",
                                                  "guardian",      "parent",
                                                  "principal",     "proctor",
                                                  "relative",      "siteAdministrator",
                                                  "student",       "systemAdministrator",
                                                  "teacher"};

/// Rank of a grade (roster_words.h) by its CEDS code, as people write it; -1 for any other.
std::int8_t rank_of(std::string code) {
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  for (const char* early : {"IT", "PR", "PK", "TK", "P3", "P4", "PREK"}) {
    if (code == early) return 0;
  }
  for (const char* first : {"KG", "K", "0", "00"}) {
    if (code == first) return 1;
  }
  int grade = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), grade);
  if (error != std::errc() || end != code.data() + code.size()) return -1;
  return grade >= 1 && grade <= 13 ? static_cast<std::int8_t>(grade + 1) : std::int8_t{-1};
}

void take_role(const sim::CsvRecord& row, std::size_t column, RosterUser& user,
               RosterNotes& notes) {
  const std::string& role = row[column];
  user.student = user.student || role == "student";
  user.teacher = user.teacher || role == "teacher";
  user.other = user.other || (role != "student" && role != "teacher");
  if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end()) pass_over(row, column, notes);
}

bool yes(const sim::CsvRecord& row, std::size_t column) {
  const std::string& word = row[column];
  if (word.empty() || word == "false") return false;
  if (word != "true") row.fail(column, "must be true or false");
  return true;
}

Race race_of(const sim::CsvRecord& row) {
  constexpr std::array races{Race::native, Race::asian, Race::black, Race::pacific, Race::white};
  // An ethnicity that is given comes before any race, as in the federal tables.
  if (yes(row, 8)) return Race::hispanic;
  Race one = Race::not_given;
  std::size_t marked = 0;
  for (std::size_t k = 0; k < races.size(); ++k) {
    if (!yes(row, 3 + k)) continue;
    one = races[k];
    ++marked;
  }
  return yes(row, 9) || marked > 1 ? Race::several : one;
}

Sex sex_of(const sim::CsvRecord& row, RosterNotes& notes) {
  const std::string& sex = row[2];
  if (sex == "male") return Sex::male;
  if (sex == "female") return Sex::female;
  if (sex == "other") return Sex::other;
  if (!sex.empty() && sex != "unspecified") pass_over(row, 2, notes);
  return Sex::not_given;
}

void read_demographics(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  if (!manifest.has("demographics.csv")) return;
  roster.notes.demographics = true;
  const RosterFile file(source, manifest, "demographics.csv",
                        {{"sex", false},
                         {"americanIndianOrAlaskaNative", false},
                         {"asian", false},
                         {"blackOrAfricanAmerican", false},
                         {"nativeHawaiianOrOtherPacificIslander", false},
                         {"white", false},
                         {"hispanicOrLatinoEthnicity", false},
                         {"demographicRaceTwoOrMoreRaces", false}});
  const auto take = [&](const sim::CsvRecord& row) {
    const std::uint32_t place = place_of_id(row, 0, roster.user_id, "users.csv");
    if (place == kGone) return;
    roster.users[place].sex = sex_of(row, roster.notes);
    roster.users[place].race = race_of(row);
  };
  file.each(roster.notes, take, [](const sim::CsvRecord&) {});
}

void read_roles(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  const RosterFile file(source, manifest, "roles.csv", {{"userSourcedId"}, {"role"}});
  const auto take = [&](const sim::CsvRecord& row) {
    const std::uint32_t place = place_of_id(row, 2, roster.user_id, "users.csv");
    if (place != kGone) take_role(row, 3, roster.users[place], roster.notes);
  };
  file.each(roster.notes, take, [](const sim::CsvRecord&) {});
}

}  // namespace

void read_people(const RosterSource& source, const RosterManifest& manifest, Roster& roster) {
  const bool roles_apart = roster.version == "1.2";
  const RosterFile file(source, manifest, "users.csv", {{"role", !roles_apart}, {"grades", false}});
  const auto take = [&](const sim::CsvRecord& row) {
    add_id(row, static_cast<std::uint32_t>(roster.users.size()), roster.user_id);
    RosterUser user;
    user.key = key_of(row[0]);
    if (!roles_apart) take_role(row, 2, user, roster.notes);
    for (const std::string& grade : list_of(row[3])) {
      user.grade = std::max(user.grade, rank_of(grade));
    }
    roster.users.push_back(user);
  };
  file.each(roster.notes, take,
            [&](const sim::CsvRecord& row) { add_id(row, kGone, roster.user_id); });
  if (roles_apart) read_roles(source, manifest, roster);
  read_demographics(source, manifest, roster);
}

}  // namespace cli
