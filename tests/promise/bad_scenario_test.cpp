// What no scenario can do: each is refused with a sentence before anything runs.

#include "tests/promise/sandbox.h"

namespace {

using sandbox::Outcome, sandbox::Sandbox;

struct Case {
  const char* name;
  const char* file;
  const char* what;
  const char* with;
  const char* says;
};

constexpr const char* kNinth = "experiments/ninth_grade.toml";
constexpr const char* kBarr = "programs/barr.toml";
constexpr const char* kSchools = "schools/three_high_schools.toml";
constexpr const char* kBlocks = "input = \"shared_blocks\"\namount = 1";
constexpr const char* kNoTimetable = "shares blocks in a way no timetable can";

void refused(const Sandbox& box, const Outcome& outcome, const std::string& says) {
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find(says) != std::string::npos);
  CHECK(box.untouched());
}

}  // namespace

TEST_CASE("what a school or a year does not have is refused", "[promise]") {
  const std::vector<Case> cases{
      {"grade", kBarr, "lowest_marks = 0.35", "grade = 1",
       "reaches grade 1; the school's grades are 0 to 0"},
      {"subject", kBarr, "start_day = 5", "start_day = 5\nreach = {subject = 6}",
       "reaches subject 6, which this school does not have"},
      {"elementary_subject", kSchools, "grades = 1", "grades = 1\nelementary = true",
       "shares blocks"},
      {"booster", "programs/empathic_discipline.toml", "boosters = [72]", "boosters = [72, 180]",
       "a booster on day 180; the year has 180 days"},
      {"opening", kBarr, "start_day = 10", "start_day = 180",
       "opens on day 180; the year has 180 days"},
      {"blocks_cycle", kBarr, kBlocks,
       "input = \"shared_blocks\"\namount = 1\nevery = 10\nopen_for = 5", kNoTimetable},
      {"blocks_booster", kBarr, kBlocks, "input = \"shared_blocks\"\namount = 1\nboosters = [90]",
       kNoTimetable},
      {"blocks_fade", kBarr, kBlocks, "input = \"shared_blocks\"\namount = 1\ndecay_days = 5",
       kNoTimetable},
      {"blocks_end", kBarr, kBlocks, "input = \"shared_blocks\"\namount = 1\ndays = 40",
       kNoTimetable},
      {"scenario_name", kNinth, "name = \"barr\"", "name = \"baseline\"",
       "is the name of another scenario"},
      {"dimensions", kSchools, "name = \"family_income\"", "name = \"gender\"",
       "dimension.3.name = \"gender\" is the name of another dimension"},
      {"program_twice", kNinth, "[\"barr\"]", "[\"barr\", \"barr\"]",
       "scenario.2.programs.2 = \"barr\" names barr twice"},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) {
      Sandbox box(std::string("scenario_") + one.name);
      box.replace(one.file, one.what, one.with);
      refused(box, box.run(), one.says);
    }
  }
}

TEST_CASE("what a school and a year do have is accepted", "[promise]") {
  Sandbox box("scenario_accepted");
  SECTION("a grade") { box.replace(kBarr, "lowest_marks = 0.35", "grade = 0"); }
  SECTION("the last subject") {
    box.replace(kBarr, "start_day = 5", "start_day = 5\nreach = {subject = 5}");
  }
  SECTION("a booster on the last day") {
    box.replace("programs/empathic_discipline.toml", "boosters = [72]", "boosters = [72, 179]");
  }
  SECTION("blocks for one term") {
    box.replace(kBarr, kBlocks, "input = \"shared_blocks\"\namount = 1\ndays = 90");
  }
  const Outcome outcome = sandbox::belong("check " + box.experiment());
  INFO(outcome.said);
  CHECK(outcome.code == 0);
}

TEST_CASE("an empty list of outcomes is refused at its place", "[promise]") {
  Sandbox box("scenario_outcomes");
  refused(box, box.run("--set record.outcomes=[]"), "record.outcomes = [] is empty");
}

TEST_CASE("two programs of one name are refused, wherever they come from", "[promise]") {
  Sandbox box("scenario_two_programs");
  box.write("programs/barr2.toml", box.read(kBarr));
  SECTION("by name") {
    box.replace(kNinth, "[\"barr\"]", "[\"barr\", \"barr2\"]");
    refused(box, box.run(), box.place(kNinth, "\"barr2\"") + ": scenario.2.programs.2");
  }
  SECTION("by path, in another scenario") {
    box.replace(kNinth, "[\"engagement_cycles\"]", "[\"../programs/barr2.toml\"]");
    refused(box, box.run(), "program.name = barr is also the name of");
  }
  SECTION("the same file by two paths is one program") {
    box.replace(kNinth, "[\"engagement_cycles\"]", "[\"./../programs/barr.toml\"]");
    CHECK(sandbox::belong("check " + box.experiment()).code == 0);
  }
}

TEST_CASE("what is drawn when a school is built can't differ between scenarios", "[promise]") {
  const std::string key = GENERATE("staff.support", "staff.advisors", "attendance.frailty",
                                   "behaviour.temperament", "lens.start", "lens.start_spread",
                                   "friendship.first_degree", "entry.engagement", "entry.relation");
  CAPTURE(key);
  Sandbox box("scenario_drawn");
  const std::string set = "--set scenario.2.parameters." + key + "=0.123";
  refused(box,
          box.run(key == "staff.advisors" ? "--set scenario.2.parameters.staff.advisors=1" : set),
          "is drawn when a school is built, once for all scenarios; change it under [parameters]");
  // For all scenarios it may be changed, and a scenario may repeat it.
  const std::string value = key == "staff.advisors" ? "=1" : "=0.123";
  const std::string both =
      " --set parameters." + key + value + " --set scenario.2.parameters." + key + value;
  CHECK(sandbox::belong("check " + box.experiment() + both).code == 0);
}

TEST_CASE("a scenario may change what acts on its days", "[promise]") {
  Sandbox box("scenario_days");
  CHECK(sandbox::belong("check " + box.experiment() +
                        " --set scenario.2.parameters.relation.pace=0.05"
                        " --set scenario.2.parameters.friendship.closure=1")
            .code == 0);
}
