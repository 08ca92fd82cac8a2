// A population of schools: what is wrong with its file, and what has no use beside one.

#include "cli/memory.h"
#include "tests/promise/sandbox.h"

namespace {

using sandbox::belong, sandbox::Outcome, sandbox::refused, sandbox::Sandbox;

const std::string kPrimary = "experiments/primary_schools.toml";
const std::string kSchool = "schools/primary_schools.toml";
const std::string kHead = "state,district,school,race,n\n";

/// A population of these rows, and the experiment that reads it.
struct Population : Sandbox {
  explicit Population(const std::string& name, const std::string& csv)
      : Sandbox("population_" + name) {
    write("people.csv", csv);
  }
  std::string arguments(const std::string& extra = "") const {
    return path(kPrimary).string() + " --set experiment.population=" + path("people.csv").string() +
           " " + extra;
  }
  Outcome check(const std::string& extra = "") const { return belong("check " + arguments(extra)); }
};

}  // namespace

TEST_CASE("a population's numbers are whole, and no school has more than 65,535", "[promise]") {
  struct Case {
    const char *name, *rows, *says;
  };
  const std::vector<Case> cases{
      {"most", "X,D,1,white,65536\n", "people.csv:2: n = 65536 is more than a school can have"},
      {"wide", "X,D,1,white,4294967297\n", ":2: n = 4294967297 is more than a school can have"},
      {"wider", "X,D,1,white,99999999999999999999\n",
       ":2: n = 99999999999999999999 is more than a school can have, 65535"},
      {"negative", "X,D,1,white,-1\n", ":2: n = -1 is not a whole number of students"},
      {"part", "X,D,1,white,1.5\n", ":2: n = 1.5 is not a whole number"},
      {"empty", "X,D,1,white,\n", ":2: n =  is not a whole number"},
      {"sum", "X,D,1,white,65000\nX,D,2,white,600\nX,D,1,black,600\n",
       ":4: n = 600 brings the school to 65600 students; at most 65535"},
      {"race", "X,D,1,whit,5\n",
       "race = whit is not a membership of race_ethnicity; did you mean "
       "white? expected one of: asian, black, hisp, native, white"},
      {"nobody", "X,D,1,white,0\n", "has no students"},
      {"fields", "X,D,1,white\n", ":2: this row has 4 fields; the header has 5"},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) { refused(Population(one.name, kHead + one.rows).check(), one.says); }
  }
  SECTION("many rows of one school add up without wrapping") {
    std::string rows = kHead;
    for (int k = 0; k < 70000; ++k) rows += "X,D,1,white,65535\n";
    refused(Population("wrap", rows).check(), ":3: n = 65535 brings the school to 131070");
  }
  SECTION("the largest school is accepted") {
    CHECK(Population("largest", kHead + "X,D,1,white,65000\nX,D,1,black,535\n").check().code == 0);
  }
  SECTION("a missing column") {
    refused(Population("column", "state,district,school,race\n").check(),
            "people.csv:1: there is no column \"n\"");
  }
  SECTION("an empty file") { refused(Population("no_rows", "").check(), "people.csv: is empty"); }
}

TEST_CASE("what has no use beside a population is refused, and so are keys nobody knows",
          "[promise]") {
  Population box("beside", kHead + "X,D,1,white,300\nX,D,2,black,200\n");
  SECTION("in order") { CHECK(box.check().code == 0); }
  SECTION("a number of students") {
    refused(box.check("--set profile.students=500"),
            "profile.students = 500 has no use: each school of this set has its own number");
  }
  SECTION("a key of the experiment") {
    refused(box.check("--set experiment.poplation=x.csv"),
            "experiment.poplation is not a parameter here; did you mean population?");
  }
  SECTION("a key of the school file") {
    box.replace(kSchool, "title =", "populatoin = 1\ntitle =");
    refused(box.check(), box.place(kSchool, "populatoin") + ": populatoin is not a parameter here");
  }
  SECTION("schools of the school file") {
    box.write(kSchool, box.read(kSchool) + "\n[[school]]\nname = \"Adams\"\n");
    refused(box.check(), "school has no use beside a population");
  }
  SECTION("a dimension that the school does not have") {
    box.replace(kSchool, "= \"race_ethnicity\"  #", "= \"race_ethnicty\"  #");
    refused(box.check(), box.place(kSchool, "\"race_ethnicty\"") +
                             ": population_dimension = \"race_ethnicty\" is not a dimension of "
                             "this school; did you mean race_ethnicity?");
  }
  SECTION("no dimension at all") {
    box.replace(kSchool, "population_dimension", "population_dimention");
    refused(box.check(),
            "population_dimension is missing; did you mean it by "
            "population_dimention?");
  }
}

TEST_CASE("memory: a population's plans and the reading of its file count", "[promise]") {
  std::string rows = kHead;
  for (int k = 0; k < 3000; ++k) rows += "X,D," + std::to_string(k) + ",white,30\n";
  const Population box("memory", rows);
  const auto experiment = cli::read_experiment(
      box.path(kPrimary).string(), {"experiment.population=" + box.path("people.csv").string()});
  REQUIRE(experiment.schools.schools.size() == 3000);
  CHECK(experiment.schools.reading >= rows.size() + 3000 * 64);
  CHECK(experiment.schools.reading <= rows.size() + 3000 * 256);
  const std::size_t plans = 3000 * sizeof(models::SchoolPlan);
  CHECK(cli::memory_needed(experiment, 1) >= plans + experiment.schools.reading);
  auto longer = experiment;
  longer.schools.reading += std::size_t{3} << 30;
  CHECK(cli::memory_needed(longer, 1) >= plans + (std::size_t{3} << 30));
  CHECK_THROWS_WITH(cli::check_memory(longer, 1), Catch::Contains("the limit is 2 GiB"));
}

TEST_CASE("a population larger than the memory limit is not even read", "[promise]") {
  const Population box("too_large", kHead + std::string(std::size_t{11} << 20, 'x'));
  refused(box.check("--set experiment.memory_limit=0.01"),
          "is a file of 0.011 GiB; the limit is 0.01 GiB");
}
