// Runs that carry parameter uncertainty: each replicate takes the next vector of a set.

#include <fstream>

#include "analysis/effects.h"
#include "cli/parameter_key.h"
#include "sandbox.h"
#include "sim/run/labelled_reader.h"
#include "tests/promise/experiments.h"

using sandbox::Sandbox;

namespace {

const std::string kSet = "experiments/set.csv";
const std::string kTwo =
    "# two vectors\nengagement.belonging,staff.support,implausibility\n0.1,0.5,1\n0.5,0.6,2\n";
const std::string kName = "experiment.parameter_set=set.csv";

cli::Experiment small(const Sandbox& box, std::vector<std::string> assignments) {
  cli::Experiment e = cli::read_experiment(box.experiment(), assignments);
  e.schools.schools.resize(1);
  e.schools.schools[0].profile.students = 60;
  return e;
}

/// The mean over students of everyone's belonging at the end, baseline.
std::int64_t sum_of(const cli::Tallies& tallies, std::uint32_t replicate) {
  return tallies.at(0, replicate, models::Outcome::engagement, 5, 0).sum;
}

}  // namespace

TEST_CASE("The shipped set begins with the defaults, and holds all that is marked as left open",
          "[promise]") {
  const auto set =
      cli::read_parameter_set(BELONG_SOURCE_DIR "/configs/calibration/non_implausible.csv");
  REQUIRE(set.vectors.size() > 1);
  for (std::size_t k = 0; k < set.keys.size(); ++k) {
    INFO(set.keys[k]);
    CHECK(set.vectors.front()[k] == Approx(cli::find_parameter(set.keys[k])->value).epsilon(1e-5));
  }
  for (const std::string& key : cli::parameter_keys()) {
    const auto row = cli::find_parameter(key);
    if (row->source.find("docs/calibration.md leaves open") == std::string_view::npos) continue;
    INFO(key);
    CHECK(std::find(set.keys.begin(), set.keys.end(), key) != set.keys.end());
  }
}

TEST_CASE("Replicates take the vectors in turn, as if each were a run of its own", "[promise]") {
  const Sandbox box("vectors");
  box.write(kSet, kTwo);
  const auto carried = test::run(small(box, {kName, "experiment.replicates=3"}));
  const auto one =
      test::run(small(box, {"parameters.engagement.belonging=0.1", "parameters.staff.support=0.5",
                            "experiment.replicates=3"}));
  const auto two =
      test::run(small(box, {"parameters.engagement.belonging=0.5", "parameters.staff.support=0.6",
                            "experiment.replicates=3"}));
  CHECK(sum_of(carried, 0) == sum_of(one, 0));
  CHECK(sum_of(carried, 1) == sum_of(two, 1));
  CHECK(sum_of(carried, 2) == sum_of(one, 2));
  CHECK(sum_of(one, 1) != sum_of(two, 1));
}

TEST_CASE("A drawn entry follows the vector too", "[promise]") {
  const Sandbox box("vectors_entry");
  box.write(kSet, kTwo);
  const std::vector<std::string> drawn{"profile.simulated_entry=false", "experiment.replicates=2"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.end(), drawn.begin(), drawn.end());
    return test::run(small(box, more));
  };
  const auto two = with({"parameters.engagement.belonging=0.5", "parameters.staff.support=0.6"});
  CHECK(sum_of(with({kName}), 1) == sum_of(two, 1));
}

TEST_CASE("Threads change nothing in a run over vectors; other vectors do", "[promise]") {
  const Sandbox box("vectors_threads");
  box.write(kSet, kTwo);
  const auto e = small(box, {kName, "experiment.replicates=4"});
  const std::string print = test::run(e, 1).fingerprint(e);
  CHECK(test::run(e, 3).fingerprint(e) == print);
  box.write(kSet, kTwo + "0.3,0.5,1\n");
  const auto other = small(box, {kName, "experiment.replicates=2"});
  const auto before = small(box, {"experiment.replicates=2"});
  CHECK(test::run(other).fingerprint(other) != test::run(before).fingerprint(before));
}

TEST_CASE("A scenario's own parameters stand above the vector, the experiment's below",
          "[promise]") {
  Sandbox box("vectors_order");
  box.write(kSet, kTwo);
  box.replace("experiments/ninth_grade.toml", "[[scenario]]\nname = \"barr\"",
              "[[scenario]]\nname = \"other\"\n[scenario.parameters.engagement]\nbelonging = 0.3\n"
              "[[scenario]]\nname = \"barr\"");
  box.replace("experiments/ninth_grade.toml", "[record]",
              "[parameters.engagement]\nbelonging = 0.2\nmarks = 0.1\n[record]");
  const auto e = small(box, {kName});
  REQUIRE(e.carried.size() == 2);
  CHECK(e.carried[1].engagement.belonging == 0.5f);
  CHECK(e.carried[1].engagement.marks == 0.1f);
  CHECK(e.scenarios[0].carried[1].engagement.belonging == 0.5f);
  CHECK(e.scenarios[1].carried[1].engagement.belonging == 0.3f);
  CHECK(e.scenarios[1].carried[1].staff.support == 0.6f);
}

TEST_CASE("Results say which vector each replicate took, and what intervals cover", "[promise]") {
  const Sandbox box("vectors_file");
  box.write(kSet, kTwo);
  const auto said = sandbox::belong("run " + box.experiment() + " -o " + box.output() + " --set " +
                                        kName + " --set experiment.replicates=3",
                                    true);
  INFO(said.said);
  REQUIRE(said.code == 0);
  CHECK(said.said.find("2 vectors of") != std::string::npos);
  CHECK(said.said.find("cover chance (new days in these 3 schools, not other schools) and "
                       "parameters") == std::string::npos);  // lines are wrapped
  const sim::LabelledReader file(box.output());
  CHECK(file.whole_numbers("parameter_vector") == std::vector<std::int64_t>{1, 2, 1});
  CHECK(file.shape("varied_parameter_value") == std::vector<std::size_t>{3, 2});
  CHECK(file.values("varied_parameter_value")[2] == Approx(0.5));
  CHECK(file.attribute_string("", "parameter_set_text") == kTwo);
  const auto results = analysis::read_results(box.output());
  CHECK(results.vectors == 2);
  const std::string note = analysis::interval_note(results);
  CHECK(note.find("2 vectors of 2 parameters") != std::string::npos);
  CHECK(note.find("one more run") != std::string::npos);
  for (const auto& p : results.parameters) {
    if (p.key != "engagement.belonging") continue;
    CHECK(p.varied);
    CHECK(p.least == 0.1);
    CHECK(p.most == 0.5);
    CHECK(p.value == Approx(0.7 / 3));
  }
}

TEST_CASE("A set that can't be used is answered at its place", "[promise]") {
  const Sandbox box("vectors_bad");
  const auto answer = [&](const std::string& text, const std::string& extra = "") {
    box.write(kSet, text);
    const auto said = box.run("--set " + kName + " " + extra);
    CHECK(said.code == 2);
    CHECK(box.untouched());
    return said.said;
  };
  const auto contains = [](const std::string& said, const std::string& part) {
    INFO(said);
    CHECK(said.find(part) != std::string::npos);
  };
  contains(answer("# note\nengagment.belonging\n0.1\n"),
           "set.csv:2:1: the column engagment.belonging is not a parameter; did you mean "
           "engagement.belonging?");
  contains(answer("staff.support,engagement.belonging\n0.5,0.1\n0.5,1.5\n"),
           "set.csv:3:5: engagement.belonging = 1.5 is outside [0, 1]");
  contains(answer("staff.support\nx\n"), "set.csv:2:1: staff.support = x must be a number");
  contains(answer("staff.support,staff.support\n0.5,0.5\n"), "a second column");
  contains(answer("staff.support\n"), "holds no vector");
  contains(answer(kTwo, "--set parameters.staff.support=0.5"), "varies staff.support");
  contains(answer(kTwo, "--set parameters={staff={support=0.5}}"), "varies staff.support");
  const auto missing = box.run("--set experiment.parameter_set=sett.csv");
  CHECK(missing.code == 2);
  contains(missing.said, "did you mean set.csv?");
}
