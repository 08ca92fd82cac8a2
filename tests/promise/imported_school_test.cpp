// Every command runs on an imported school: structure from the roster, individuals drawn, nothing
// shown of a single student.

#include <nlohmann/json.hpp>

#include "analysis/report_page.h"
#include "cli/execute.h"
#include "cli/level.h"
#include "cli/page_preset.h"
#include "tests/promise/importing.h"

namespace {

using namespace importing;

/// A sandbox with an imported school and an experiment on it.
struct School : sandbox::Sandbox {
  explicit School(const std::string& name, const RosterSpec& spec = {.students = 160})
      : Sandbox(name) {
    const std::string from = path("roster").string();
    synthetic::write_folder(make_roster(spec), from);
    const Outcome outcome = belong("import oneroster " + from + " -o " + folder() + " --like " +
                                       path("schools/national_high_school.toml").string(),
                                   true);
    INFO(outcome.said);
    REQUIRE(outcome.code == 0);
    write("experiments/ours.toml", kExperiment);
  }
  std::string folder() const { return path("schools/ours").string(); }
  std::string file() const { return path("experiments/ours.toml").string(); }
  Outcome check(const std::string& extra = "") const {
    return belong("check " + file() + extra, true);
  }

  static constexpr const char* kExperiment = R"([experiment]
name = "ours"
school = "../schools/ours/school.toml"
replicates = 2
redraw = true

[calendar]
days = 40
terms = 1

[[scenario]]
name = "baseline"

[[scenario]]
name = "barr"
programs = ["barr"]
)";
};

cli::Experiment experiment(const School& school, std::vector<std::string> set = {}) {
  return cli::read_experiment(school.file(), set);
}

std::string fingerprint(const cli::Experiment& e, unsigned threads) {
  cli::ExecuteOptions how;
  how.threads = threads;
  return cli::execute(e, cli::choose_level(""), how).fingerprint(std::span(&e, 1));
}

}  // namespace

TEST_CASE("an imported school runs from end to end, with the same bits on one thread and on two",
          "[promise]") {
  const School school("run");
  const std::string one = school.path("one.h5").string(), two = school.path("two.h5").string();
  REQUIRE(belong("run " + school.file() + " --threads 1 -o " + one).code == 0);
  const Outcome run = belong("run " + school.file() + " --threads 2 -o " + two, true);
  CHECK(run.code == 0);
  CHECK(read(one) == read(two));
  CHECK(run.said.find("can do nothing in this school: \"shared blocks\" needs a") !=
        std::string::npos);
  CHECK(run.said.find("where this one is the roster's") != std::string::npos);
  CHECK(belong("summary " + one).code == 0);
  CHECK(belong("report " + one + " -o " + school.path("r.html").string()).code == 0);
  const Outcome checked = belong("check " + school.folder() + "/school.toml", true);
  CHECK(checked.said.find("1 school(s), 160 students") != std::string::npos);
  CHECK(checked.said.find("From the roster: who sits where with whom, grades, Race and ethnicity, "
                          "Gender. Drawn: what people bring. ") != std::string::npos);
}

TEST_CASE("a page of an imported school says what it holds, and offers no single student",
          "[promise]") {
  const School school("page");
  const cli::Experiment e = cli::read_page_experiment(school.file());
  const auto preset = cli::page_preset(e, {}, cli::choose_level(""), {});
  CHECK(preset["imported"] == true);
  if (analysis::workshop_template().empty()) return;
  const std::string page = school.path("page.html").string();
  const Outcome made = belong("page " + school.file() + " -o " + page, true);
  INFO(made.said);
  CHECK(made.code == 0);
  CHECK(made.said.find("keep and share it as you would the school's folder") != std::string::npos);
}

TEST_CASE("schools drawn anew differ in their students, and not in who sits where", "[promise]") {
  const School school("redraw");
  cli::Experiment e = experiment(school);
  models::SchoolPlan& plan = e.schools.schools[0];
  const auto first = models::build_school(plan, nullptr);
  plan.redraw = 1;
  const auto second = models::build_school(plan, nullptr);
  const models::Timetable &a = first->seating.timetable, &b = second->seating.timetable;
  CHECK(a.members == b.members);
  CHECK(a.first_member == b.first_member);
  REQUIRE(a.sections.size() == b.sections.size());
  for (std::size_t s = 0; s < a.sections.size(); ++s) {
    CHECK(a.sections[s].teacher == b.sections[s].teacher);
  }
  std::size_t alike = 0, unlike_given = 0;
  for (std::size_t id = 0; id < first->students(); ++id) {
    alike += first->people.preparation[id] == second->people.preparation[id] ? 1 : 0;
    for (const std::size_t d : {0u, 1u}) {
      const std::uint8_t given = plan.structure->people.membership[d][id];
      if (given == models::kNotGiven) continue;
      unlike_given += first->people.membership[d][id] != given ? 1 : 0;
      unlike_given += second->people.membership[d][id] != given ? 1 : 0;
    }
  }
  CHECK(alike == 0);
  CHECK(unlike_given == 0);
}

TEST_CASE("a year's results depend on who sits with whom, and on nothing that is not used",
          "[promise]") {
  const School school("depend");
  const cli::Experiment e = experiment(school);
  const std::string before = fingerprint(e, 2);
  CHECK(fingerprint(e, 1) == before);
  cli::Experiment other = e;
  auto changed = *e.schools.schools[0].structure;
  for (std::size_t s = 1; s < changed.sections.size(); ++s) {
    if (changed.sections[s].period != changed.sections[0].period) continue;
    std::swap(changed.members[changed.first_member[0]], changed.members[changed.first_member[s]]);
    break;
  }
  for (std::size_t s = 0; s < changed.sections.size(); ++s) {
    std::sort(changed.members.begin() + changed.first_member[s],
              changed.members.begin() + changed.first_member[s + 1]);
  }
  REQUIRE(models::is_sound(changed));
  other.schools.schools[0].structure = std::make_shared<const models::Structure>(changed);
  CHECK(fingerprint(other, 2) != before);
}

TEST_CASE("nothing is shown or stored of a single student of an imported school", "[promise]") {
  School school("single");
  using sandbox::refused;
  const std::string why =
      "is an imported school, and nothing is shown of a single student of a real one";
  refused(belong("twin " + school.file()), why);
  refused(belong("twin --differences " + school.file()), why);
  refused(belong("export network " + school.file() + " -o " + school.path("net").string()), why);
  CHECK_FALSE(fs::exists(school.path("net")));
  school.write("experiments/ours.toml",
               std::string(School::kExperiment) +
                   "[record.students]\ndays = [10]\nvariables = [\"belonging\"]\n");
  refused(school.check(), "record.students is refused for an imported school: nothing is stored");
}

TEST_CASE("what an imported school cannot do is said in a sentence", "[promise]") {
  School school("cannot");
  using sandbox::refused;
  refused(school.check(" --set experiment.years=2"),
          "experiment.years = 2 is more than a roster tells of: an imported school lives one year");
  refused(school.check(" --set profile.students=500"),
          "profile.students = 500 has no use: it comes from the school's roster");
  refused(school.check(" --set profile.elementary=true"), "it goes with the school's roster");
  school.replace("schools/ours/school.toml", "[profile]", "[profile]\nperiods = 5");
  refused(school.check(), "profile.periods = 5 has no use: it comes from the school's roster");
}

TEST_CASE("a file of an imported school that was changed by hand is checked", "[promise]") {
  School school("by_hand");
  struct Case {
    const char *file, *what, *with, *says;
  };
  const Case one = GENERATE(
      Case{"students.csv", "student,grade", "student,year", "there is no column \"grade\""},
      Case{"students.csv", "\n2,", "\n3,", "students.csv:3: student = 3 is not the next running"},
      Case{"students.csv", "\n1,", "\n1,wizards,", "this row has 5 fields"},
      Case{"students.csv", ",boys", ",bys", "gender = bys is not known here; did you mean boys?"},
      Case{"sections.csv", "\n1,1,", "\n1,8,", "period = 8 is not a whole number from 1 to 7"},
      Case{"sections.csv", ",open,", ",hard,", "level = hard is not known here; expected one of"},
      Case{"sections.csv", ",open,1\n", ",open,0\n", "teacher = 0 is not a whole number from 1"},
      Case{"enrolments.csv", "\n1,", "\n99999,", "section = 99999 is not a whole number from 1 to"},
      Case{"enrolments.csv", "section,student\n", "section,student\n2,1\n1,1\n",
           "has two sections in period"});
  const std::string name = std::string("schools/ours/") + one.file;
  school.replace(name, one.what, one.with);
  sandbox::refused(school.check(), one.says);
}

TEST_CASE("a student of whom the roster says nothing is drawn like the others", "[law]") {
  models::Dimension dimension;
  dimension.memberships = 3;
  for (std::uint32_t m = 0; m < 3; ++m) dimension.row[m].key = static_cast<float>(m);
  std::vector<std::uint8_t> given(9000, models::kNotGiven);
  for (std::size_t id = 0; id < 3000; ++id) given[id] = id % 3 == 0 ? 0 : 2;
  sim::Column<std::uint8_t> membership(given.size());
  models::give_membership(sim::stream(1, 0, 0), 0, dimension, given, membership);
  std::array<std::size_t, 3> heads{};
  for (std::size_t id = 0; id < given.size(); ++id) {
    if (given[id] != models::kNotGiven) {
      CHECK(membership[id] == given[id]);
    } else {
      ++heads[membership[id]];
    }
  }
  CHECK(heads[1] == 0);
  CHECK(heads[0] == Approx(2000).margin(120));
}
