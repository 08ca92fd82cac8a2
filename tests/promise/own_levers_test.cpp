// Levers that stand in an experiment itself, and files that lie anywhere: a scenario saved from a
// page is a file like any other.

#include <catch2/catch.hpp>

#include "cli/experiment.h"
#include "tests/promise/sandbox.h"

namespace {

constexpr const char* kHead = R"([experiment]
name = "own"
school = "three_high_schools"
seed = 3
replicates = 2
[calendar]
days = 30
breaks = []
[record]
outcomes = ["belonging", "referrals"]
)";

constexpr const char* kLever = R"([[scenario.lever]]
name = "check_in"
input = "adult_contact"
amount = 0.6
start_day = 5
days = 20
[[scenario.lever]]
name = "a_first"
input = "support"
amount = 0.1
)";

/// The same levers as a program.
constexpr const char* kProgram = R"([program]
name = "levers"
title = "Levers"
shelf = "relationships"
summary = "s"
[[lever]]
name = "a_first"
input = "support"
amount = 0.1
[[lever]]
name = "check_in"
input = "adult_contact"
amount = 0.6
start_day = 5
days = 20
)";

struct Own {
  sandbox::Sandbox box;
  explicit Own(const std::string& name, const std::string& scenarios) : box(name) {
    box.write("experiments/own.toml",
              kHead + std::string("[[scenario]]\nname = \"baseline\"\n") + scenarios);
    box.write("programs/levers.toml", kProgram);
  }
  std::string path() const { return box.path("experiments/own.toml").string(); }
  cli::Experiment read() const { return cli::read_experiment(path(), {}); }
};

std::string fingerprint(const std::string& file, const std::string& output) {
  const auto ran = sandbox::belong("run " + file + " -o " + output, true);
  INFO(ran.said);
  REQUIRE(ran.code == 0);
  return ran.said.substr(ran.said.find("fingerprint "), 44);
}

}  // namespace

TEST_CASE("a scenario's own levers are what a program of them would be", "[promise]") {
  const Own own("own", std::string("[[scenario]]\nname = \"mine\"\n") + kLever);
  const Own program("program", "[[scenario]]\nname = \"mine\"\nprograms = [\"levers\"]\n");
  const Own renamed("renamed", std::string("[[scenario]]\nname = \"other\"\n") + kLever);
  const std::string print = fingerprint(own.path(), test::scratch("own.h5"));
  CHECK(print == fingerprint(program.path(), test::scratch("program.h5")));
  CHECK(print == fingerprint(renamed.path(), test::scratch("renamed.h5")));
  const auto e = own.read();
  REQUIRE(e.scenarios[1].scenario.levers.size() == 2);
  CHECK(e.scenarios[1].scenario.levers[0].input == models::Input::support);
  CHECK(e.scenarios[1].programs == std::vector<std::string>{"levers_of_mine"});
}

TEST_CASE("a scenario's own levers add to its programs, and its fidelity holds for all",
          "[promise]") {
  const Own both("both", std::string("[[scenario]]\nname = \"mine\"\nprograms = "
                                     "[\"family_contact\"]\nfidelity = 0.5\n") +
                             kLever);
  const auto levers = both.read().scenarios[1].scenario.levers;
  CHECK(levers.size() > 2);
  for (const auto& lever : levers) CHECK(lever.fidelity == 0.5f);
}

TEST_CASE("an experiment that lies anywhere finds schools and programs by name", "[promise]") {
  const Own own("moved", std::string("[[scenario]]\nname = \"mine\"\nprograms = "
                                     "[\"family_contact\"]\n") +
                             kLever);
  namespace fs = std::filesystem;
  const fs::path folder = test::scratch("elsewhere");
  fs::create_directories(folder);
  fs::copy_file(own.path(), folder / "saved.toml", fs::copy_options::overwrite_existing);
  const std::string here = fs::current_path();
  fs::current_path(BELONG_SOURCE_DIR);
  const std::string print =
      fingerprint((folder / "saved.toml").string(), test::scratch("moved.h5"));
  fs::current_path(here);
  CHECK(print == fingerprint(own.path(), test::scratch("in_place.h5")));
}

TEST_CASE("own levers that can't be are answered at their place", "[promise]") {
  const auto refused = [](const std::string& lever, const std::string& why) {
    const Own own("bad_own", "[[scenario]]\nname = \"mine\"\n[[scenario.lever]]\n" + lever);
    sandbox::refused(sandbox::belong("check " + own.path()), why);
  };
  refused("name = \"x\"\ninput = \"suport\"\namount = 0.1", "did you mean support?");
  refused("name = \"x\"\ninput = \"support\"\namount = 3", "amount = 3");
  refused(
      "name = \"x\"\ninput = \"support\"\namount = 0.1\n[[scenario.lever]]\nname = \"x\"\n"
      "input = \"stigma\"\namount = -0.1",
      "is the name of another lever");
}
