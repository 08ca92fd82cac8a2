// Designs: every point is the run that one would have had with --set, and indices say what the
// points were made to show.

#include <fmt/format.h>

#include <cmath>

#include "analysis/results.h"
#include "cli/execute.h"
#include "cli/level.h"
#include "cli/study.h"
#include "sim/run/labelled_reader.h"
#include "sim/run/run_error.h"
#include "tests/promise/sandbox.h"

namespace {

using sandbox::belong;
using sandbox::Outcome;
using sandbox::Sandbox;

constexpr const char* kExperiment = R"([experiment]
name = "study"
school = "../schools/national_high_school.toml"
replicates = 2
[record]
outcomes = ["belonging", "gpa"]
[profile]
students = 60
[design]
@
[[scenario]]
name = "baseline"
[[scenario]]
name = "cycles"
programs = ["engagement_cycles"]
)";

constexpr const char* kFactors = R"(
[[design.factor]]
key = "parameters.relation.pace"
low = 0.02
high = 0.1
[[design.factor]]
key = "program.engagement_cycles.fidelity.mean"
values = [0.25, 1]
[[design.factor]]
key = 'school.dimension.gender.same_tie'
name = "liking"
low = 0
high = 1
)";

struct Study {
  Sandbox box;
  explicit Study(const std::string& name, const std::string& design) : box(name) {
    std::string text = kExperiment;
    text.replace(text.find('@'), 1, design);
    box.write("experiments/study.toml", text);
  }
  std::string path() const { return box.path("experiments/study.toml").string(); }
  std::string file(const char* name = "out.h5") const {
    return (box.path("..") / name).lexically_normal().string();
  }
  Outcome run(const std::string& extra = "", const char* name = "out.h5") const {
    return belong("run " + path() + " -o " + file(name) + " " + extra, true);
  }
};

std::string bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool same(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](float x, float y) {
           return x == y || (std::isnan(x) && std::isnan(y));
         });
}

}  // namespace

TEST_CASE("a point of a design is the run that --set would have made, on any threads",
          "[promise]") {
  const Study study("design_points",
                    std::string("method = \"latin_hypercube\"\npoints = 5") + kFactors);
  const Outcome ran = study.run("--threads 2");
  INFO(ran.said);
  REQUIRE(ran.code == 0);
  CHECK(ran.said.find("Design: latin_hypercube, 5 points of 3 factors") != std::string::npos);
  REQUIRE(study.run("--threads 1", "again.h5").code == 0);
  CHECK(bytes(study.file()) == bytes(study.file("again.h5")));
  const analysis::Study read = analysis::read_study(sim::LabelledReader(study.file()));
  CHECK(read.factors == std::vector<std::string>{"relation_pace", "fidelity_mean", "liking"});
  REQUIRE(read.all.points == 5);
  const Study alone("design_alone", "");
  std::string text = kExperiment;
  text.replace(text.find("[design]\n@"), 10, "");
  alone.box.write("experiments/study.toml", text);
  for (const std::size_t p : {std::size_t{1}, std::size_t{4}}) {
    const std::string set = fmt::format(
        "--set parameters.relation.pace={} --set program.engagement_cycles.fidelity.mean={} "
        "--set school.dimension.gender.same_tie={}",
        read.values[0][p], read.values[1][p], read.values[2][p]);
    REQUIRE(alone.run(set).code == 0);
    const analysis::Results one = analysis::read_results(alone.file()), point = read.at(p);
    REQUIRE(one.outcomes.size() == 2);
    for (std::size_t k = 0; k < 2; ++k) {
      CHECK(same(one.outcomes[k].means, point.outcomes[k].means));
      CHECK(same(one.outcomes[k].sds, point.outcomes[k].sds));
    }
    CHECK_FALSE(same(one.outcomes[0].means, read.at(0).outcomes[0].means));
  }
}

TEST_CASE("a design stopped at any unit and resumed writes the same bytes", "[promise]") {
  const std::string design = std::string("method = \"latin_hypercube\"\npoints = 5") + kFactors;
  const Study whole("design_whole", design);
  REQUIRE(whole.run().code == 0);
  const auto points = cli::read_points(cli::read_experiment(whole.path(), {}));
  const std::size_t units = points.front().schools.schools.size() * points.front().runs();
  for (const std::size_t most : {std::size_t{1}, units / 2, units - 1}) {
    INFO(most << " of " << units << " units");
    {
      cli::RunJournal journal(whole.file("again.h5"), points, true);
      std::size_t begun = 0;
      cli::ExecuteOptions how;
      how.threads = 1;
      how.journal = &journal;
      how.stop = [&] { return begun++ >= most; };
      CHECK_THROWS_AS(cli::execute(points, cli::choose_level(""), how), sim::RunError);
      REQUIRE(journal.finished() == most);
    }
    const Outcome resumed = whole.run("--resume --threads 2", "again.h5");
    INFO(resumed.said);
    REQUIRE(resumed.code == 0);
    CHECK(resumed.said.find(std::to_string(most) + " of " + std::to_string(units) +
                            " units kept from the journal, " + std::to_string(units - most) +
                            " run") != std::string::npos);
    CHECK(bytes(whole.file()) == bytes(whole.file("again.h5")));
  }
}

TEST_CASE("points come from combinations and from tables too", "[promise]") {
  const Study all("design_factorial", R"(method = "factorial"
[[design.factor]]
key = "parameters.relation.pace"
from = 0.02
to = 0.06
step = 0.02
[[design.factor]]
key = "scenario.cycles.fidelity"
values = [0, 1])");
  REQUIRE(all.run().code == 0);
  const auto read = analysis::read_study(sim::LabelledReader(all.file()));
  CHECK(read.values[0] == std::vector<double>{0.02, 0.02, 0.04, 0.04, 0.06, 0.06});
  CHECK(read.values[1] == std::vector<double>{0, 1, 0, 1, 0, 1});
  const auto nothing = read.at(2);  // of no fidelity: the baseline
  for (std::size_t k = 0; k < nothing.outcomes[0].means.size() / 2; ++k) {
    const std::size_t other = k + nothing.outcomes[0].means.size() / 2;
    REQUIRE(same({nothing.outcomes[0].means[k]}, {nothing.outcomes[0].means[other]}));
  }
  const Study given("design_table", R"(method = "points"
file = "points.csv"
[[design.factor]]
key = "parameters.relation.pace"
name = "pace")");
  given.box.write("experiments/points.csv", "note,pace\nslow,0.02\nfast,0.09\n");
  REQUIRE(given.run().code == 0);
  CHECK(analysis::read_study(sim::LabelledReader(given.file())).values[0] ==
        std::vector<double>{0.02, 0.09});
}

TEST_CASE("sensitivity: what does nothing has no effect, and what decides has all", "[promise]") {
  const Study study("design_morris", R"(method = "morris"
points = 4
[[design.factor]]
key = "scenario.cycles.fidelity"
name = "fidelity"
low = 0
high = 1
[[design.factor]]
key = "experiment.memory_limit"
name = "idle"
low = 1
high = 2)");
  REQUIRE(study.run().code == 0);
  const std::string json = study.file("found.json");
  const Outcome found =
      belong("sensitivity " + study.file() + " --effects --outcome gpa --json " + json, true);
  INFO(found.said);
  REQUIRE(found.code == 0);
  CHECK(found.said.find("  idle                               0.0000") != std::string::npos);
  CHECK(bytes(json).find("\"factor\": \"fidelity\"") != std::string::npos);
  const auto refused = [&](const std::string& extra, const std::string& why) {
    sandbox::refused(belong("sensitivity " + study.file() + " " + extra), why);
  };
  refused("--outcome gpaa", "did you mean gpa");
  refused("--scenario cycle", "did you mean cycles");
  refused("--effects --scenario baseline", "needs a scenario beside the baseline");
  CHECK(belong("summary " + study.file() + " --point 13").code == 1);
  CHECK(belong("summary " + study.file() + " --point 12").code == 0);
  REQUIRE(belong("report " + study.file() + " --point 2").code == 0);
  CHECK(bytes(study.file("out.html")).find("Point 2 of 12 of the design: fidelity = ") !=
        std::string::npos);
}

TEST_CASE("a design that can't be run is answered at its place, and nothing is written",
          "[promise]") {
  const auto refused = [](const std::string& design, const std::string& why) {
    const Study study("design_bad", design);
    sandbox::refused(study.run(), why);
    CHECK(study.box.untouched());
  };
  const auto factor = [](const std::string& rest) {
    return "method = \"sobol\"\npoints = 4\n[[design.factor]]\n" + rest;
  };
  refused("method = \"soboll\"", "did you mean sobol?");
  refused("method = \"sobol\"\npoints = 4", "at least one [[design.factor]]");
  refused(factor("key = \"parameters.relation.pase\"\nlow = 0\nhigh = 1"), "did you mean pace?");
  refused(factor("key = \"parameters.relation.pace\"\nlow = 0\nhigh = 7"),
          "of the design (relation_pace = ");
  refused(factor("key = \"parameters.relation.pace\"\nlow = 1\nhigh = 0.5"), "must be below high");
  refused(factor("key = \"calendar.days\"\nwhole = true\nlow = 100\nhigh = 180"),
          "the calendar is not that of the first point");
  refused(factor("key = \"experiment.replicates\"\nvalues = [1, 2]"),
          "the number of replicates is not that of the first point");
  refused(
      "method = \"factorial\"\n[[design.factor]]\nkey = \"parameters.relation.pace\"\nlow = "
      "0\nhigh = 1",
      "needs values, or from, to and step");
  refused("method = \"points\"\nfile = \"none.csv\"\n[[design.factor]]\nkey = \"a.b\"",
          "there is no such file");
  refused(std::string("method = \"saltelli\"\npoints = 100000") + kFactors,
          "is outside [1, 20000]");
  const Study plain("design_none", std::string("method = \"sobol\"\npoints = 2") + kFactors);
  REQUIRE(plain.run().code == 0);
  sandbox::refused(belong("sensitivity " + plain.file()), "its design's method is sobol");
}
