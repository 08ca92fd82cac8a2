// Promise 6: bad input gets a sentence with place, value and what is allowed; exit code 2; nothing
// is written. A path that can't be written: exit code 1, a sentence, no half file.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "tests/promise/sandbox.h"

namespace {

using sandbox::belong, sandbox::Outcome, sandbox::Sandbox;

struct Case {
  const char* name;
  const char* file;
  const char* what;
  const char* with;
  std::vector<const char*> says;
};

}  // namespace

TEST_CASE("every kind of bad input gets its sentence, exit code 2, and writes nothing",
          "[promise]") {
  const std::vector<Case> cases{
      {"unknown_key",
       "experiments/ninth_grade.toml",
       "replicates = 32",
       "replicats = 32",
       {"ninth_grade.toml:", "replicats", "replicates"}},
      {"wrong_type",
       "experiments/ninth_grade.toml",
       "seed = 20260901",
       "seed = \"many\"",
       {"ninth_grade.toml:", "experiment.seed", "many", "whole number"}},
      {"out_of_range",
       "schools/three_high_schools.toml",
       "stigma = 0.1\n",
       "stigma = 1.1\n",
       {"three_high_schools.toml:", "stigma = 1.1", "[0, 0.9]"}},
      {"missing_file",
       "experiments/ninth_grade.toml",
       "three_high_schools.toml",
       "three_hi_schools.toml",
       {"three_hi_schools.toml", "no such file", "three_high_schools.toml"}},
      {"no_such_input",
       "programs/barr.toml",
       "input = \"team_talk\"",
       "input = \"team_tlak\"",
       {"barr.toml:", "team_tlak", "team_talk"}},
      {"no_such_program",
       "experiments/ninth_grade.toml",
       "programs = [\"barr\"]",
       "programs = [\"bar\"]",
       {"bar.toml", "did you mean barr"}},
      {"shares",
       "schools/three_high_schools.toml",
       "share = 0.40",
       "share = 0.30",
       {"three_high_schools.toml:", "add up to 0.9, not 1"}},
      {"zero_students",
       "schools/three_high_schools.toml",
       "students = 460",
       "students = 0",
       {"three_high_schools.toml:", "students = 0", "[1, 65535]"}},
      {"untaught",
       "schools/three_high_schools.toml",
       "teacher_classes = 5",
       "teacher_classes = 0",
       {"three_high_schools.toml:", "teacher_classes = 0", "[1, 7]"}},
      {"syntax",
       "experiments/ninth_grade.toml",
       "[experiment]",
       "[experiment",
       {"ninth_grade.toml:", ":"}},
      {"mid_term_blocks",
       "programs/barr.toml",
       "input = \"shared_blocks\"",
       "input = \"shared_blocks\"\nstart_day = 40",
       {"day 40", "term's first day"}},
      {"outcome",
       "experiments/ninth_grade.toml",
       "\"belonging\", \"uncertainty\"",
       "\"belongin\", \"uncertainty\"",
       {"belongin", "did you mean belonging"}},
  };
  for (const Case& one : cases) {
    DYNAMIC_SECTION(one.name) {
      Sandbox sandbox(one.name);
      sandbox.replace(one.file, one.what, one.with);
      const Outcome outcome = sandbox.run();
      INFO(outcome.said);
      CHECK(outcome.code == 2);
      CHECK(sandbox.untouched());
      for (const char* part : one.says) CHECK(outcome.said.find(part) != std::string::npos);
    }
  }
}

TEST_CASE("what can't be written ends with exit code 1 and no half file", "[promise]") {
  Sandbox sandbox("write");
  SECTION("a folder that is not there") {
    const Outcome outcome = belong("run " + sandbox.experiment() +
                                   " -o /nowhere/at/all.h5 --set experiment.replicates=1");
    CHECK(outcome.code == 1);
    CHECK(outcome.said.find("/nowhere/at") != std::string::npos);
  }
  SECTION("a disk that is full") {
    const std::string command = "ulimit -f 16; " BELONG_BINARY_DIR "/belong run " +
                                sandbox.experiment() + " -o " + sandbox.output() +
                                " --set experiment.replicates=1 >/dev/null 2>&1";
    const int status = std::system(("bash -c '" + command + "'").c_str());
    CHECK(WEXITSTATUS(status) == 1);
    CHECK(sandbox.untouched());
  }
}

TEST_CASE("wrong arguments: exit code 2", "[promise]") {
  CHECK(belong("run").code == 2);
  CHECK(belong("dance").code == 2);
  CHECK(belong("run x.toml --threads many").code == 2);
  CHECK(belong("run x.toml --level sse9").code == 2);
  CHECK(belong("--help").code == 0);
  CHECK(belong("--version").code == 0);
}

TEST_CASE("a run above its memory limit is refused before it begins", "[promise]") {
  Sandbox sandbox("memory");
  const Outcome outcome =
      sandbox.run("--set experiment.memory_limit=0.01 --set experiment.replicates=400");
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find("the limit is 0.01 GiB") != std::string::npos);
  CHECK(sandbox.untouched());
}
