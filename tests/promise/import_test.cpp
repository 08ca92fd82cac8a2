// `belong import oneroster`: the structure of a roster is kept exactly, and nothing else of it.

#include <sys/resource.h>

#include <algorithm>
#include <sstream>

#include "tests/promise/importing.h"

namespace {

using namespace importing;

std::vector<Shape> shapes(const std::vector<synthetic::ClassTruth>& classes) {
  std::vector<Shape> all;
  for (const auto& one : classes) {
    if (one.students.empty()) continue;
    const auto load = std::count_if(classes.begin(), classes.end(), [&](const auto& other) {
      return other.teacher == one.teacher && !other.students.empty();
    });
    all.push_back({one.students.size(), static_cast<std::size_t>(load)});
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// How many pairs of students share 1, 2, 3 ... classes.
template <class Lists>
std::map<int, int> shared_classes(const Lists& classes) {
  std::map<std::pair<int, int>, int> pairs;
  for (const auto& members : classes) {
    for (auto a = members.begin(); a != members.end(); ++a) {
      for (auto b = std::next(a); b != members.end(); ++b) ++pairs[std::minmax<int>(*a, *b)];
    }
  }
  std::map<int, int> counts;
  for (const auto& [pair, n] : pairs) ++counts[n];
  return counts;
}

std::map<int, int> truth_shared(const SyntheticRoster& roster, std::size_t school) {
  std::map<std::string, int> number;
  std::vector<std::vector<int>> classes;
  for (const auto& one : roster.schools[school]) {
    classes.emplace_back();
    for (const auto& student : one.students) {
      classes.back().push_back(
          number.try_emplace(student, static_cast<int>(number.size())).first->second);
    }
  }
  return shared_classes(classes);
}

std::map<int, int> model_shared(const models::Timetable& t) {
  std::vector<std::vector<int>> classes;
  for (std::size_t k = 0; k < t.sections.size(); ++k) {
    classes.emplace_back(t.members.begin() + t.first_member[k],
                         t.members.begin() + t.first_member[k + 1]);
  }
  return shared_classes(classes);
}

}  // namespace

TEST_CASE("an import keeps every section, its teacher's classes and who sits with whom",
          "[promise]") {
  RosterSpec spec;
  spec.students = GENERATE(10u, 1000u);
  spec.version = GENERATE("1.1", "1.2");
  spec.names_periods = GENERATE(true, false);
  const SyntheticRoster roster = make_roster(spec);
  const Imported imported = import(roster, "kept");
  INFO(imported.outcome.said);
  REQUIRE(imported.outcome.code == 0);
  const models::Structure structure = structure_of(imported);
  CHECK(structure.students() == spec.students);
  CHECK(structure.periods == spec.periods);
  CHECK(shapes_of(structure) == shapes(roster.schools[0]));
  CHECK(model_shared(models::timetable_of(structure)) == truth_shared(roster, 0));
  std::set<std::pair<int, int>> busy;  // teacher and period
  for (const auto& one : structure.sections) {
    CHECK(busy.insert({one.teacher, one.period}).second);
  }
  CHECK(imported.outcome.said.find("classes that meet at the same time") == std::string::npos);
}

TEST_CASE("a byte-order mark, CRLF, the order of rows and a zip archive change nothing",
          "[promise]") {
  RosterSpec spec;
  spec.students = 200;
  const SyntheticRoster plain = make_roster(spec);
  const auto expected = import(plain, "plain").files();
  REQUIRE(expected.size() == 4);
  SECTION("the same roster again") { CHECK(import(plain, "again").files() == expected); }
  SECTION("a byte-order mark and CRLF") {
    spec.bom = spec.crlf = true;
    CHECK(import(make_roster(spec), "marked").files() == expected);
  }
  SECTION("rows from last to first") {
    SyntheticRoster turned = plain;
    for (const char* name : {"enrollments.csv", "classes.csv", "demographics.csv", "roles.csv"}) {
      std::istringstream lines(plain.files.at(name));
      std::string head, rest;
      std::getline(lines, head);
      for (std::string line; std::getline(lines, line);) rest = line + "\n" + rest;
      turned.files[name] = head + "\n" + rest;
    }
    CHECK(import(turned, "turned").files() == expected);
  }
  SECTION("a zip archive") {
    const std::string zip = fresh("roster.zip");
    synthetic::write_zip(plain.files, zip);
    CHECK(import_folder(zip, "zipped").files() == expected);
  }
}

TEST_CASE("no name, address, birth date, password or id of a roster is written", "[promise]") {
  RosterSpec spec;
  spec.students = 300;
  spec.version = GENERATE("1.1", "1.2");
  const SyntheticRoster roster = make_roster(spec);
  const Imported imported = import(roster, "secret");
  REQUIRE(imported.outcome.code == 0);
  std::string all = imported.outcome.said;
  for (const auto& [name, text] : imported.files()) all += name + text;
  REQUIRE(roster.secrets.size() > 1500);
  for (const std::string& secret : roster.secrets) {
    if (all.find(secret) != std::string::npos) FAIL("written: " << secret);
  }
  CHECK(all.find("School 1") == std::string::npos);
}

TEST_CASE("a school of self-contained classes stays one", "[promise]") {
  RosterSpec spec;
  spec.students = 180;
  spec.self_contained = true;
  const SyntheticRoster roster = make_roster(spec);
  const Imported imported = import(roster, "homerooms", "", kPrimary);
  INFO(imported.outcome.said);
  REQUIRE(imported.outcome.code == 0);
  const models::Structure structure = structure_of(imported);
  CHECK(structure.self_contained == 1);
  CHECK(structure.sections.size() == roster.schools[0].size());
  const models::Timetable t = models::timetable_of(structure);
  for (std::size_t id = 0; id < structure.students(); ++id) {
    const auto home = t.section[0][id];
    for (std::uint32_t p = 0; p + 1 < t.periods; ++p) CHECK(t.section[p][id] == home);
    CHECK(t.section[t.periods - 1][id] != home);
  }
}

TEST_CASE("a district's schools go into one file, or those that are chosen", "[promise]") {
  RosterSpec spec;
  spec.students = 240;
  spec.in_a_school = 80;
  const SyntheticRoster roster = make_roster(spec);
  SECTION("all") {
    const Imported imported = import(roster, "district");
    REQUIRE(imported.outcome.code == 0);
    const auto set = cli::read_schools(imported.folder + "/school.toml", "");
    REQUIRE(set.schools.size() == 3);
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(shapes_of(*set.schools[k].structure) == shapes(roster.schools[k]));
    }
  }
  SECTION("one by its name, its number or its id") {
    const std::string name = GENERATE(std::string("'School 2'"), std::string("101"), std::string());
    const Imported imported =
        import(roster, "one", "--school " + (name.empty() ? roster.school_ids[1] : name));
    REQUIRE(imported.outcome.code == 0);
    CHECK(shapes_of(structure_of(imported)) == shapes(roster.schools[1]));
  }
  SECTION("two of three") {
    const Imported imported = import(roster, "two", "--school 'School 3' --school 100");
    REQUIRE(imported.outcome.code == 0);
    const auto set = cli::read_schools(imported.folder + "/school.toml", "");
    REQUIRE(set.schools.size() == 2);
    CHECK(shapes_of(*set.schools[0].structure) == shapes(roster.schools[2]));
    CHECK(shapes_of(*set.schools[1].structure) == shapes(roster.schools[0]));
  }
  SECTION("one that is not there") {
    const Imported imported = import(roster, "none", "--school Nowhere");
    sandbox::refused(imported.outcome, "--school Nowhere: is no school with students of");
    sandbox::refused(imported.outcome, "School 1 (" + roster.school_ids[0] + "), School 2");
    CHECK_FALSE(fs::exists(imported.folder));
  }
}

TEST_CASE("a district of 100,000 students is imported within 1 GiB", "[promise][slow]") {
  RosterSpec spec;
  spec.students = 100000;
  std::size_t sections = 0;
  Imported imported;
  {
    const SyntheticRoster roster = make_roster(spec);
    for (const auto& school : roster.schools) sections += school.size();
    imported = import(roster, "large");
  }
  INFO(imported.outcome.said);
  REQUIRE(imported.outcome.code == 0);
  CHECK(imported.outcome.said.find("80 school(s), 100000 students, " + std::to_string(sections) +
                                   " sections") != std::string::npos);
  rusage used{};
  REQUIRE(getrusage(RUSAGE_CHILDREN, &used) == 0);
  CHECK(used.ru_maxrss < 1024 * 1024);  // KiB
  CHECK(belong("check " + imported.folder + "/school.toml").code == 0);
}
