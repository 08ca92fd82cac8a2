// A name that nothing has: the sentence stands at the name's own place, file:line:column, and says
// the nearest name that there is.

#include "tests/promise/sandbox.h"

namespace {

using sandbox::Outcome, sandbox::Sandbox;

struct Case {
  const char* name;
  const char* file;
  const char* what;
  const char* with;
  const char* at;  ///< text at whose place the error stands
  std::vector<const char*> says;
};

void check(const Case& one) {
  Sandbox box(std::string("names_") + one.name);
  box.replace(one.file, one.what, one.with);
  const Outcome outcome = box.run();
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find(box.place(one.file, one.at) + ": ") != std::string::npos);
  for (const char* part : one.says) CHECK(outcome.said.find(part) != std::string::npos);
  CHECK(box.untouched());
}

}  // namespace

TEST_CASE("a wrong name is answered at its own place, with the nearest right one", "[promise]") {
  const char* ninth = "experiments/ninth_grade.toml";
  const std::vector<Case> cases{
      {"program",
       ninth,
       "\"barr\", \"empathic",
       "\"barr\", \"engagement_cycle\", \"empathic",
       "\"engagement_cycle\"",
       {"scenario.5.programs.2 = \"engagement_cycle\" is no program",
        "did you mean "
        "engagement_cycles?",
        "expected one of: aama, advisory_crew, barr"}},
      {"program_path",
       ninth,
       "[\"barr\"]",
       "[\"../programs/bar.toml\"]",
       "\"../programs/bar.toml\"",
       {"scenario.2.programs.1", "there is no such file; did you mean barr.toml?"}},
      {"school",
       ninth,
       "three_high_schools.toml",
       "three_hi_schools.toml",
       "\"../schools/three_hi",
       {"experiment.school", "there is no such file; did you mean three_high_schools.toml?"}},
      {"population",
       ninth,
       "seed = 20260901",
       "population = \"nowhere.csv\"",
       "\"nowhere.csv\"",
       {"experiment.population", "nowhere.csv: there is no such file"}},
      {"dimension",
       "programs/barr.toml",
       "lowest_marks = 0.35",
       "dimension = \"gendr\"\nmembership = \"girls\"",
       "\"gendr\"",
       {"lever.4.reach.dimension = \"gendr\" is not a dimension of the school",
        "did you mean gender?", "race_ethnicity, gender, family_income, language"}},
      {"membership",
       "programs/barr.toml",
       "lowest_marks = 0.35",
       "dimension = \"gender\"\nmembership = \"grils\"",
       "\"grils\"",
       {"lever.4.reach.membership = \"grils\" is not a membership of the school's gender",
        "did you mean girls?", "expected one of: girls, boys"}},
      {"teachers_membership",
       "programs/barr.toml",
       "start_day = 5\nevidence = \"cited: E1.5; its size is assumed\"",
       "start_day = 5\n[lever.reach]\ndimension = \"gender\"\nmembership = \"women\"",
       "\"women\"",
       {"lever.2.reach.membership", "expected one of: girls, boys"}},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) { check(one); }
  }
}

TEST_CASE("an unknown name given with --set is answered as well", "[promise]") {
  Sandbox box("names_set");
  const Outcome outcome = box.run("--set 'scenario.2.programs=[\"bar\"]'");
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find("--set scenario.2.programs=[\"bar\"]: scenario.2.programs.1 = \"bar\" is "
                          "no program") != std::string::npos);
  CHECK(outcome.said.find("did you mean barr?") != std::string::npos);
}
