// Memory is worked out before a run; `belong check` says what `belong run` would.

#include "tests/promise/sandbox.h"

namespace {

using sandbox::belong, sandbox::Outcome, sandbox::Sandbox;

}  // namespace

TEST_CASE("check refuses what run would for its memory, in the same sentence", "[promise]") {
  Sandbox box("memory_check");
  const std::string low = " --set experiment.memory_limit=0.01";
  const Outcome check = belong("check " + box.experiment() + low);
  const Outcome run = belong("run " + box.experiment() + low + " -o " + box.output());
  INFO(check.said);
  CHECK(check.code == 2);
  CHECK(run.code == 2);
  CHECK(check.said == run.said);
  CHECK(check.said.find("the limit is 0.01 GiB") != std::string::npos);
  CHECK(box.untouched());
}

TEST_CASE("the memory limit is named where it stands", "[promise]") {
  Sandbox box("memory_place");
  const std::string file = "experiments/ninth_grade.toml";
  SECTION("in the file") {
    box.replace(file, "replicates = 32", "replicates = 32\nmemory_limit = 0.02");
    const Outcome outcome = belong("check " + box.experiment());
    INFO(outcome.said);
    CHECK(outcome.said.find(box.place(file, "0.02") + ": experiment.memory_limit = 0.02 is too "
                                                      "little: this run needs about") !=
          std::string::npos);
  }
  SECTION("left out: at its table") {
    box.replace(file, "replicates = 32", "replicates = 100000");
    const Outcome outcome = belong("check " + box.experiment());
    INFO(outcome.said);
    CHECK(outcome.code == 2);
    CHECK(outcome.said.find(box.place(file, "[experiment]") + ": experiment.memory_limit is too "
                                                              "little") != std::string::npos);
  }
}

TEST_CASE("check says how much memory a run may take", "[promise]") {
  const Sandbox box("memory_says");
  const Outcome outcome = belong("check " + box.experiment(), true);
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  const std::size_t at = outcome.said.find("about ");
  REQUIRE(at != std::string::npos);
  CHECK(std::stoi(outcome.said.substr(at + 6)) > 1);
  CHECK(outcome.said.find(" MiB", at) != std::string::npos);
}
