// `belong import oneroster`: which day, which memberships, which friendships.

#include <algorithm>
#include <sstream>

#include "tests/promise/importing.h"

using namespace importing;

TEST_CASE("a class counts from its first day to the day before its end", "[promise]") {
  RosterSpec spec;
  spec.students = 50;
  const SyntheticRoster roster = make_roster(spec);
  const auto code = [&](const std::string& date) {
    return import(roster, "date", "--date " + date).outcome.code;
  };
  CHECK(code("2025-08-17") == 2);
  CHECK(code("2025-08-18") == 0);
  CHECK(code("2026-06-05") == 0);
  CHECK(code("2026-06-06") == 2);  // exclusive
  CHECK(code("2026-02-30") == 2);  // no date
}

TEST_CASE("memberships are those of demographics.csv, in the words of the school file",
          "[promise]") {
  SyntheticRoster roster = make_roster({.students = 50});
  std::string& demographics = roster.files["demographics.csv"];
  demographics = demographics.substr(0, demographics.find('\n') + 1);
  // Columns: birth date, sex, native, asian, black, pacific, white, two or more, hispanic.
  const std::vector<std::string> marks{
      "male,false,true,false,false,false,false,false",   // asian
      "male,false,false,false,true,false,false,false",   // Pacific Islander
      "female,false,false,true,false,false,false,true",  // Hispanic comes before any race
      "female,false,false,true,false,true,false,false",  // two races: no row for them
      "other,true,false,false,false,false,false,false"};
  for (std::size_t k = 0; k < marks.size(); ++k) {
    demographics += roster.student_ids[k] + ",,,2009-01-01," + marks[k] + "\n";
  }
  const Imported imported = import(
      roster, "groups", "", BELONG_SOURCE_DIR "/configs/schools/low_performing_high_school.toml");
  REQUIRE(imported.outcome.code == 0);
  std::map<std::string, int> rows;
  std::istringstream lines(imported.files().at("students.csv"));
  std::string line;
  std::getline(lines, line);
  CHECK(line == "student,grade,race_ethnicity,gender");
  while (std::getline(lines, line)) ++rows[line.substr(line.find(',', line.find(',') + 1))];
  CHECK(
      rows ==
      std::map<std::string, int>{
          {",asian,boys", 2}, {",hispanic,girls", 1}, {",,girls", 1}, {",native,", 1}, {",,", 45}});
}

TEST_CASE("friendships of a list are those that the year begins with", "[promise]") {
  const SyntheticRoster roster = make_roster({.students = 40});
  const std::string list = test::scratch("friends.csv");
  const auto& id = roster.student_ids;
  std::ofstream(list) << "from,to\n"
                      << id[0] << "," << id[1] << "\n"
                      << id[1] << "," << id[0] << "\n"
                      << id[5] << "," << id[5] << "\n"
                      << id[2] << "," << id[0] << "\n";
  const Imported imported = import(roster, "friends", "--friends " + list);
  REQUIRE(imported.outcome.code == 0);
  const models::Structure s = structure_of(imported);
  CHECK(s.friends.size() == 3);
  models::Friendships friends;
  models::give_friends(s, sim::stream(1, 0, 0), friends);
  std::size_t returned = 0, ties = 0;
  for (std::uint32_t i = 0; i < s.students(); ++i) {
    for (std::uint32_t j = 0; j < s.students(); ++j) {
      const bool names = friends.has(i, static_cast<std::uint16_t>(j));
      ties += names ? 1 : 0;
      returned += names && friends.has(j, static_cast<std::uint16_t>(i)) ? 1 : 0;
    }
  }
  CHECK(ties == 3);
  CHECK(returned == 2);
  std::ofstream(list) << "from,to\n" << id[0] << ",nobody-7\n";
  const Imported refused = import(roster, "friends", "--friends " + list);
  sandbox::refused(refused.outcome, "friends.csv:2: to = nobody-7 is the id of nobody");
  CHECK_FALSE(fs::exists(refused.folder));
}
