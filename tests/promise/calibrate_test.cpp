// `belong calibrate`: what is not ruled out, the same again after a stop and on any threads.

#include <fmt/format.h>

#include <algorithm>

#include "cli/parameter_set.h"
#include "sandbox.h"
#include "tests/promise/experiments.h"

using sandbox::belong;
using sandbox::Sandbox;

namespace {

namespace fs = std::filesystem;

const std::string kTiny = R"([calibration]
name = "tiny"
evidence = "../evidence"
patterns = ["C12", "C16"]
schools = 4
seeds = 1
waves = 2
points = 12
candidates = 6
seed = 5

[[parameter]]
key = "attendance.base"
low = -4.5
high = -2
note = "for a test"

[[parameter]]
key = "learning.feeder_standard"
low = -0.5
high = 1.5
note = "for a test"
)";

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder with the tiny configuration.
struct Tiny {
  Sandbox box;
  explicit Tiny(const std::string& name) : box(name) {
    fs::create_directories(box.path("calibration"));
    box.write("calibration/tiny.toml", kTiny);
  }
  fs::path set(const std::string& folder) const { return box.path(folder) / "non_implausible.csv"; }
  fs::path log(const std::string& folder) const {
    return box.path(folder) / "non_implausible_points.csv";
  }
  sandbox::Outcome run(const std::string& folder, const std::string& extra = "") const {
    return belong("calibrate " + box.path("calibration/tiny.toml").string() + " -o " +
                      box.path(folder).string() + " --set profile.students=300 " + extra,
                  true);
  }
};

void check_contains(const std::string& said, const std::string& part) {
  INFO(said);
  CHECK(said.find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("A calibration keeps vectors that a run carries, and says what was ruled out",
          "[promise]") {
  const Tiny tiny("calibrate");
  const std::string page = tiny.box.path("page.md").string();
  const std::string json = tiny.box.path("found.json").string();
  const auto said = tiny.run("out", "--threads 1 --markdown " + page + " --json " + json);
  INFO(said.said);
  REQUIRE(said.code == 0);
  check_contains(said.said, "31 points run");
  check_contains(said.said, "attendance.base");
  check_contains(read(page), "31 points were run");
  check_contains(read(page), "| `learning.feeder_standard` | 0.4 | -0.5 to 1.5 |");
  check_contains(read(json), "\"points_run\": 31");

  // What gives far too much or too little absence, or no fall of marks, is ruled out.
  const cli::ParameterSet set = cli::read_parameter_set(tiny.set("out").string());
  REQUIRE(set.keys == std::vector<std::string>{"attendance.base", "learning.feeder_standard"});
  for (const auto& vector : set.vectors) {
    CHECK(vector[0] > -4.0f);
    CHECK(vector[0] < -2.4f);
    CHECK(vector[1] > -0.3f);
    CHECK(vector[1] < 1.1f);
  }

  // On other threads, and after a stop in the middle of a line: the same files.
  REQUIRE(tiny.run("threads", "--threads 3").code == 0);
  CHECK(read(tiny.log("threads")) == read(tiny.log("out")));
  CHECK(read(tiny.set("threads")) == read(tiny.set("out")));
  const std::string whole = read(tiny.log("out"));
  fs::create_directories(tiny.box.path("resumed"));
  std::ofstream(tiny.log("resumed")) << whole.substr(0, whole.size() * 2 / 3);
  const auto refused = tiny.run("resumed");
  CHECK(refused.code == 2);
  check_contains(refused.said, "--resume");
  const auto resumed = tiny.run("resumed", "--resume");
  CHECK(resumed.code == 0);
  check_contains(resumed.said, "points were run before");
  CHECK(read(tiny.log("resumed")) == whole);
  CHECK(read(tiny.set("resumed")) == read(tiny.set("out")));

  // What a run takes of it.
  const auto carried = tiny.box.run("--set experiment.parameter_set=" + tiny.set("out").string());
  INFO(carried.said);
  CHECK(carried.code == 0);

  // Points of other inputs, or of another program, are not mixed in.
  const auto other = tiny.run("resumed", "--resume --set calibration.schools=3");
  CHECK(other.code == 2);
  check_contains(other.said, "other inputs");
  std::string spoiled = whole;
  const std::size_t line = spoiled.find("\n0,") + 1;
  const std::size_t value = spoiled.find(',', spoiled.find(',', line + 2) + 1) + 1;
  spoiled.insert(value, "1");
  std::ofstream(tiny.log("resumed")) << spoiled;
  const auto changed = tiny.run("resumed", "--resume");
  CHECK(changed.code == 2);
  check_contains(changed.said, "gives other results now");
}

TEST_CASE("What a calibration keeps is run again in more schools, and some of it is ruled out",
          "[promise][slow]") {
  const Tiny tiny("confirm");
  const std::string page = tiny.box.path("page.md").string();
  const std::string more = "--set calibration.confirm_schools=12 --markdown " + page;
  REQUIRE(tiny.run("out").code == 0);
  const auto said = tiny.run("confirmed", more);
  INFO(said.said);
  REQUIRE(said.code == 0);
  CHECK(read(tiny.log("confirmed")) == read(tiny.log("out")));
  const auto before = cli::read_parameter_set(tiny.set("out").string()).vectors;
  const auto after = cli::read_parameter_set(tiny.set("confirmed").string()).vectors;
  CHECK(after.size() < before.size());
  bool among = true;
  for (const auto& one : after) {
    among = among && std::find(before.begin(), before.end(), one) != before.end();
  }
  CHECK(among);
  check_contains(read(page),
                 fmt::format("{} of them are kept; run again in 12 schools, 1 run each, "
                             "{} are left",
                             before.size(), after.size()));
  // The points that were run again are not run a third time.
  const fs::path again = tiny.box.path("confirmed") / "non_implausible_confirmed.csv";
  const std::string whole = read(again);
  REQUIRE(tiny.run("confirmed", more + " --resume").code == 0);
  CHECK(read(again) == whole);
}

TEST_CASE("A calibration that can't be read is answered at its place", "[promise]") {
  const Tiny tiny("calibrate_bad");
  const auto spoiled = [&](const std::string& from, const std::string& to) {
    std::string text = kTiny;
    text.replace(text.find(from), from.size(), to);
    tiny.box.write("calibration/tiny.toml", text);
    const auto said = tiny.run("out");
    CHECK(said.code == 2);
    return said.said;
  };
  check_contains(spoiled("attendance.base", "attendence.base"), "did you mean attendance.base?");
  check_contains(spoiled("attendance.base", "attendence.base"), "tiny.toml:13:7");
  check_contains(spoiled("low = -4.5", "low = -9"), "is outside [-8, 2]");
  check_contains(spoiled("low = -4.5", "low = -1"), "must be below high");
  check_contains(spoiled("\"C12\"", "\"C99\""), "C99");
  check_contains(spoiled("waves = 2", "wawes = 2"), "did you mean waves?");
  check_contains(spoiled("learning.feeder_standard", "attendance.base"), "is given twice");
  check_contains(spoiled("schools = 4", "schools = 1"), "[2, 100000]");
  tiny.box.write("calibration/tiny.toml", kTiny);
  const auto fixed = tiny.run("out", "--set parameters.attendance.base=-3");
  CHECK(fixed.code == 2);
  check_contains(fixed.said, "varies attendance.base");
  CHECK_FALSE(fs::exists(tiny.set("out")));
}

TEST_CASE("When every point is ruled out there is no set", "[promise]") {
  Tiny tiny("calibrate_none");
  tiny.box.replace("calibration/tiny.toml", "high = -2", "high = -4.4");
  const auto said = tiny.run("out");
  CHECK(said.code == 1);
  check_contains(said.said, "ruled out");
  CHECK_FALSE(fs::exists(tiny.set("out")));
}
