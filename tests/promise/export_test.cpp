// `belong export`: others' tools read what is written, and small groups stay hidden.

#include <sstream>

#include "tests/promise/sandbox.h"

namespace {

namespace fs = std::filesystem;
using sandbox::belong, sandbox::Outcome, sandbox::refused, sandbox::Sandbox;

const std::string kExperiment = R"([experiment]
name = "small"
school = "../schools/small.toml"
replicates = 2

[calendar]
days = 30
terms = 1

[record]
every = "week"
outcomes = ["belonging", "attendance", "gpa"]

[[scenario]]
name = "baseline"

[[scenario]]
name = "barr"
programs = ["barr"]
)";

/// One small school; two of its native students are too few to be shown.
struct Small : Sandbox {
  explicit Small(const std::string& name) : Sandbox(name) {
    write("schools/small.toml", read("schools/low_performing_high_school.toml"));
    replace("schools/small.toml", "students = 400", "students = 120");
    write("experiments/small.toml", kExperiment);
  }
  std::string file() const { return path("experiments/small.toml").string(); }
};

/// Exit code of the script, and what it prints.
std::pair<int, std::string> python(const std::string& arguments) {
  const std::string out = test::scratch("python.txt");
  const int status =
      std::system(("/usr/bin/python3 " BELONG_SOURCE_DIR "/tests/promise/check_export.py " +
                   arguments + " > " + out)
                      .c_str());
  std::ifstream file(out);
  std::ostringstream text;
  text << file.rdbuf();
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, text.str()};
}

}  // namespace

TEST_CASE("an exported network is what networkx and pandas read", "[promise]") {
  const Small small("export_network");
  const std::string folder = small.path("net").string();
  const Outcome outcome =
      belong("export network " + small.file() + " --scenario barr --day 20 -o " + folder, true);
  INFO(outcome.said);
  REQUIRE(outcome.code == 0);
  CHECK(outcome.said.find("120 synthetic students") != std::string::npos);
  const auto [code, said] = python("network " + folder + " 120");
  INFO(said);
  if (code == 77 || code == 127) return;  // no networkx here
  CHECK(code == 0);
}

TEST_CASE("an exported network is the same again, and another on another day", "[promise]") {
  const Small small("export_again");
  const auto edges = [&](const std::string& options) {
    const std::string folder = small.path("net").string();
    REQUIRE(belong("export network " + small.file() + " -o " + folder + " " + options).code == 0);
    return small.read("net/edges.csv");
  };
  const std::string first = edges("--day 25");
  CHECK(edges("--day 25") == first);
  CHECK(edges("--day 4") != first);
  CHECK(edges("--day 25 --replicate 2") != first);
}

TEST_CASE("exported curves leave out groups that are too small, and say so", "[promise]") {
  const Small small("export_curves");
  const std::string results = small.path("small.h5").string();
  REQUIRE(belong("run " + small.file() + " -o " + results).code == 0);
  const Outcome outcome = belong("export curves " + results, true);
  CHECK(outcome.code == 0);
  CHECK(outcome.said.find("Not shown, because fewer than 10 students: ") != std::string::npos);
  const std::string text = small.read("small.csv");
  CHECK(text.find("race_ethnicity:native") == std::string::npos);
  CHECK(text.find("race_ethnicity:white") != std::string::npos);
  refused(belong("export curves " + results + " -o " + results),
          "the curves would replace the results");
  const auto [code, said] = python("curves " + small.path("small.csv").string());
  INFO(said);
  if (code != 77 && code != 127) CHECK(code == 0);
}

TEST_CASE("an export that cannot be is refused with a sentence", "[promise]") {
  const Small small("export_refused");
  const std::string network = "export network " + small.file() + " -o " + small.path("n").string();
  refused(belong(network + " --day 30"), "--day 30: the school days are 0 to 29");
  refused(belong(network + " --replicate 3"),
          "--replicate 3: the experiment has replicates 1 to 2");
  refused(belong(network + " --school 4"), "--school 4: there is one school, number 0");
  refused(belong(network + " --scenario bar"), "--scenario bar: is no scenario of");
  CHECK_FALSE(fs::exists(small.path("n")));
  CHECK(belong("export curves " + small.path("none.h5").string()).code != 0);
  CHECK(belong("export").code == 2);
}
