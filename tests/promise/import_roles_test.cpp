// `belong import oneroster`: roles in users.csv (1.1) and roles.csv (1.2), teachers of a section,
// rows to be deleted, and what is left out.

#include "tests/promise/importing.h"

namespace {

using namespace importing;

/// Replaces every `what`, and says how often.
std::size_t replace_all(std::string& text, const std::string& what, const std::string& with) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
    text.replace(at, what.size(), with);
    at += with.size();
    ++n;
  }
  return n;
}

bool says(const Imported& imported, const std::string& text) {
  INFO(imported.outcome.said);
  REQUIRE(imported.outcome.code == 0);
  return imported.outcome.said.find(text) != std::string::npos;
}

/// The whole line of a file that begins with `start`.
std::string line_of(const std::string& text, const std::string& start) {
  const std::size_t at = text.find("\n" + start) + 1;
  REQUIRE(at != 0);
  return text.substr(at, text.find('\n', at) - at);
}

}  // namespace

TEST_CASE("who is only a parent or a teacher is no student, whatever the enrolment says",
          "[promise]") {
  const std::string version = GENERATE("1.1", "1.2");
  SyntheticRoster roster = make_roster({.version = version, .students = 60});
  const std::string& id = roster.student_ids[7];
  if (version == "1.1") {
    std::string& users = roster.files["users.csv"];
    const std::string line = line_of(users, id + ",");
    std::string other = line;
    replace_all(other, ",student,", ",guardian,");
    replace_all(users, line, other);
  } else {
    std::string& roles = roster.files["roles.csv"];
    const std::size_t at = roles.find("," + id + ",primary,student,");
    REQUIRE(at != std::string::npos);
    roles.replace(at, id.size() + 18, "," + id + ",primary,guardian,");
  }
  const Imported imported = import(roster, "roles");
  CHECK(says(imported, "59 students"));
  CHECK(says(imported, "6 enrolments as student or teacher of users who have only other roles"));
}

TEST_CASE("of several teachers the primary one is the section's", "[promise]") {
  const SyntheticRoster plain = make_roster({.students = 60});
  const auto before = shapes_of(structure_of(import(plain, "one_teacher")));
  SyntheticRoster roster = plain;
  std::string& seats = roster.files["enrollments.csv"];
  const auto& classes = roster.schools[0];
  std::size_t added = 0;
  for (const auto& one : classes) {
    if (one.students.empty()) continue;
    seats += "more" + one.id + ",,," + one.id + "," + roster.school_ids[0] + "," +
             classes[0].teacher + ",teacher,false,,\n";
    added += one.teacher == classes[0].teacher ? 0 : 1;
  }
  const Imported imported = import(roster, "two_teachers");
  CHECK(says(imported, "One teacher for each of " + std::to_string(added) + " sections"));
  CHECK(shapes_of(structure_of(imported)) == before);
}

TEST_CASE("a section without a teacher gets one of its own", "[promise]") {
  SyntheticRoster roster = make_roster({.students = 60});
  std::string& seats = roster.files["enrollments.csv"];
  const std::size_t gone = replace_all(seats, ",teacher,true,", ",proctor,,");
  const Imported imported = import(roster, "no_teacher");
  CHECK(says(imported, "A teacher for each of"));
  CHECK(says(imported, std::to_string(gone) + " enrolments of neither students nor teachers"));
  const models::Structure s = structure_of(imported);
  CHECK(s.teachers == s.sections.size());
}

TEST_CASE("rows to be deleted go, and all that hangs on them", "[promise]") {
  SyntheticRoster roster = make_roster({.students = 60});
  std::string& users = roster.files["users.csv"];
  const std::string& id = roster.student_ids[3];
  REQUIRE(replace_all(users, id + ",,", id + ",tobedeleted,") == 1);
  const Imported imported = import(roster, "deleted");
  CHECK(says(imported, "59 students"));
  CHECK(says(imported, "7 rows that are to be deleted, or hang on one"));  // six classes
}

TEST_CASE("an eighth class of the day is left out, and so is a homeroom beside the others",
          "[promise]") {
  SyntheticRoster roster = make_roster({.students = 60, .periods = 7});
  const std::string& school = roster.school_ids[0];
  const std::string term = line_of(roster.files["academicSessions.csv"], "term").substr(0, 20);
  const std::string course = line_of(roster.files["courses.csv"], "course").substr(0, 22);
  for (const char* kind : {"homeroom", "scheduled"}) {
    const std::string id = std::string("extra-") + kind;
    roster.files["classes.csv"] +=
        id + ",,,Robotics,09," + course + ",," + kind + ",," + school + "," + term + ",,,\n";
    for (const std::string& student : roster.student_ids) {
      roster.files["enrollments.csv"] +=
          "e,,," + id + "," + school + "," + student + ",student,,,\n";
    }
  }
  const Imported imported = import(roster, "eighth");
  CHECK(says(imported, "1 homerooms beside a class a period"));
  CHECK(says(imported, "60 enrolments beyond seven classes a day"));
  CHECK(structure_of(imported).periods == 7);
}

TEST_CASE("a grade that is missing is that of most classmates", "[promise]") {
  SyntheticRoster roster = make_roster({.students = 60});
  const auto before = import(roster, "grades").files();
  std::string& users = roster.files["users.csv"];
  const std::string line = line_of(users, roster.student_ids[20] + ",");
  const std::size_t at = users.find(line);
  const std::size_t end = users.find("\n", users.find("Jr\"", at));  // the name has a line end
  const std::size_t comma = users.rfind(',', end);
  users.replace(comma, end - comma, ",XX");
  const Imported imported = import(roster, "no_grade");
  CHECK(says(imported, "Grades of 1 students without a usable one"));
  CHECK(imported.files().at("students.csv") == before.at("students.csv"));
}
