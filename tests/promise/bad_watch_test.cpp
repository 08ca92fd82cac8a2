// What [record.students] and [[record.survey]] can't be: the sentence stands at the place of the
// mistake, file:line:column, and says what would be right.

#include "tests/promise/sandbox.h"

namespace {

using sandbox::Outcome, sandbox::Sandbox;
constexpr const char* kNinth = "experiments/ninth_grade.toml";

struct Case {
  const char* name;
  const char* record;  ///< tables that stand before the scenarios
  const char* at;      ///< text at whose place the error stands
  std::vector<const char*> says;
};

void check(const Case& one, const std::string& more = "") {
  Sandbox box(std::string("watch_") + one.name);
  box.replace(kNinth, "[[scenario]]\nname = \"baseline\"",
              std::string(one.record) + "\n[[scenario]]\nname = \"baseline\"");
  const Outcome outcome = box.run(more);
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find(box.place(kNinth, one.at) + ": ") != std::string::npos);
  for (const char* part : one.says) CHECK(outcome.said.find(part) != std::string::npos);
  CHECK(box.untouched());
}

}  // namespace

TEST_CASE("what can't be stored of students is answered at its place", "[promise]") {
  const std::vector<Case> cases{
      {"variable",
       "[record.students]\ndays = [19]\nvariables = [\"gpa\", \"belongin\"]",
       "\"belongin\"",
       {"record.students.variables.2 = \"belongin\"", "did you mean belonging?"}},
      {"survey_variable",
       "[record.students]\ndays = [19]\nvariables = [\"survey.belongin\"]",
       "\"survey.belongin\"",
       {"names belongin, which is no variable; did you mean belonging?", "teacher_support"}},
      {"twice",
       "[record.students]\ndays = [19]\nvariables = [\"lens\", \"lens\"]",
       "\"lens\"]",
       {"stands there twice"}},
      {"order",
       "[record.students]\ndays = [164, 19]\nvariables = [\"lens\"]",
       "[164, 19]\nvariables",
       {"record.students.days", "whole school days of the year, in ascending order"}},
      {"late",
       "[record.students]\ndays = [180]\nvariables = [\"lens\"]",
       "[180]",
       {"whole school days of the year"}},
      {"none",
       "[record.students]\ndays = []\nvariables = [\"lens\"]",
       "[]",
       {"is empty; at least one school day is needed"}},
      {"replicates",
       "[record.students]\ndays = [19]\nvariables = [\"lens\"]\nreplicates = 99",
       "99",
       {"record.students.replicates = 99 is more than experiment.replicates, which is 1"}},
      {"key",
       "[record.students]\ndays = [19]\nvariables = [\"lens\"]\ntwin = false",
       "twin = false",
       {"did you mean twins?"}},
  };
  for (const Case& one : cases) check(one);
}

TEST_CASE("a survey that can't be asked is answered at its place", "[promise]") {
  const std::vector<Case> cases{
      {"instrument",
       "[[record.survey]]\ninstrument = \"belongng\"\ndays = [19]",
       "\"belongng\"",
       {"is no instrument: there is no ", "did you mean belonging?", "teacher_support"}},
      {"path",
       "[[record.survey]]\ninstrument = \"../none.toml\"\ndays = [19]",
       "\"../none.toml\"",
       {"leads to "}},
      {"again",
       "[[record.survey]]\ninstrument = \"belonging\"\ndays = [19]\n"
       "[[record.survey]]\ninstrument = \"../instruments/belonging.toml\"\ndays = [20]",
       "\"../instruments/belonging.toml\"",
       {"is asked already"}},
      {"days", "[[record.survey]]\ninstrument = \"belonging\"\ndays = [19.5]", "[19.5]", {"days"}},
  };
  for (const Case& one : cases) check(one);
}

TEST_CASE("students that would not fit are refused by name, before anything is run", "[promise]") {
  Sandbox box("watch_memory");
  box.replace(kNinth, "[[scenario]]\nname = \"baseline\"",
              "[record.students]\ndays = [19, 40, 60, 80, 100, 120, 140, 164]\n"
              "variables = [\"belonging\", \"gpa\", \"class_mark\", \"class_relation\"]\n"
              "replicates = 32\n[[scenario]]\nname = \"baseline\"");
  const std::string low = " --set experiment.memory_limit=0.1";
  const Outcome check = sandbox::belong("check " + box.experiment() + low);
  INFO(check.said);
  CHECK(check.code == 2);
  CHECK(check.said.find("experiment.memory_limit = 0.1 is too little") != std::string::npos);
  CHECK(check.said.find("[record.students] takes ") != std::string::npos);
  CHECK(check.said.find("fewer days, variables or replicates there") != std::string::npos);
  CHECK(sandbox::belong("run " + box.experiment() + low + " -o " + box.output()).said ==
        check.said);
  CHECK(box.untouched());
}

TEST_CASE("a thousand schools with one variable of each student fit", "[promise]") {
  const Sandbox box("watch_population");
  std::string rows = "state,district,school,race,n\n";
  for (int school = 0; school < 1000; ++school) {
    const std::string start = "X,1,s" + std::to_string(school) + ",";
    rows += start + "white,230\n" + start + "hisp,200\n";
  }
  box.write("experiments/enrolment.csv", rows);
  std::string text = box.read("experiments/primary_schools.toml");
  text.insert(text.find("[[scenario]]"),
              "[record.students]\ndays = [19, 80]\nvariables = [\"belonging\"]\n");
  text += "\n[[scenario]]\nname = \"more\"\nprograms = [\"empathic_discipline\"]\n";
  box.write("experiments/primary_schools.toml", text);
  const Outcome outcome =
      sandbox::belong("check " + box.path("experiments/primary_schools.toml").string() +
                          " --set experiment.population=enrolment.csv",
                      true);
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK(outcome.said.find("430000 students") != std::string::npos);
}
