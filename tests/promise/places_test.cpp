// Outcomes by place: they add up to everywhere, are what the place's schools alone would give, and
// keep small groups hidden.

#include "analysis/places.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>

#include "analysis/results.h"
#include "analysis/small_cells.h"
#include "tests/promise/sandbox.h"

namespace {

using analysis::Results;

/// Three schools, of which the last is small; their groups are counted, so that nothing else of a
/// school depends on the others.
constexpr const char* kSchools = R"(
title = "Three schools"
[profile]
grades = 1
simulated_entry = false
[calendar]
days = 40
terms = 1
breaks = []
[[dimension]]
name = "group"
label = "Group"
[dimension.membership.a]
label = "A"
share = 0.5
teachers = 0.5
stigma = 0.1
[dimension.membership.b]
label = "B"
share = 0.5
teachers = 0.5
)";

constexpr const char* kExperiment = R"(
[experiment]
name = "placed"
school = "../schools/three.toml"
seed = 5
replicates = 2
[record]
outcomes = ["belonging", "referrals"]
quantiles = ["belonging"]
)";

constexpr const char* kScenarios = R"(
[[scenario]]
name = "baseline"
[[scenario]]
name = "cycles"
programs = ["engagement_cycles"]
)";

struct Placed {
  sandbox::Sandbox box;
  std::string out;

  Placed(const std::string& name, const std::string& schools, const std::string& by)
      : box(name), out(test::scratch(name + ".h5")) {
    box.write("schools/three.toml", std::string(kSchools) + schools);
    box.write("experiments/placed.toml", std::string(kExperiment) + by + kScenarios);
  }
  sandbox::Outcome run(const std::string& more = "") const {
    return sandbox::belong("run " + box.path("experiments/placed.toml").string() + " -o " + out +
                           " " + more);
  }
  Results at(const std::string& place) const { return analysis::read_results(out, 0, place); }
};

constexpr const char* kThree =
    "[[school]]\nname = \"north\"\nstudents = 70\n[[school]]\nstudents = 50\n"
    "[[school]]\nname = \"south\"\nstudents = 16\n";

/// Mean over groups' students of all places of a kind, at one tick.
double pooled(const Placed& placed, const std::vector<std::string>& places, std::size_t group) {
  double sum = 0, n = 0;
  for (const std::string& key : places) {
    const Results there = placed.at(key);
    const auto students = static_cast<double>(there.groups[group].students);
    sum += students * there.mean(there.outcomes.front(), 1, 1, 2, group);
    n += students;
  }
  return sum / n;
}

}  // namespace

TEST_CASE("places add up to everywhere, for every group", "[promise]") {
  const Placed placed("placed", kThree, "by = [\"school\"]\n");
  REQUIRE(placed.run("--threads 2").code == 0);
  const Results all = placed.at("");
  REQUIRE(all.places.size() == 4);
  CHECK(all.places[2].key == "school_2");
  CHECK(all.places[2].label == "School 2");
  for (std::size_t g = 0; g < all.groups.size(); ++g) {
    std::int64_t students = 0;
    for (std::size_t p = 1; p < 4; ++p) students += all.places[p].students[g];
    CHECK(students == all.groups[g].students);
    CHECK(pooled(placed, {"north", "school_2", "south"}, g) ==
          Approx(all.mean(all.outcomes.front(), 1, 1, 2, g)).margin(1e-6));
    CHECK(placed.at("everywhere").mean(all.outcomes.front(), 1, 0, 1, g) ==
          all.mean(all.outcomes.front(), 1, 0, 1, g));
  }
}

TEST_CASE("a place's figures are those of its schools alone", "[promise]") {
  const Placed placed("beside", kThree, "by = [\"school\"]\n");
  REQUIRE(placed.run().code == 0);
  const Placed alone("alone", "[[school]]\nname = \"north\"\nstudents = 70\n", "");
  REQUIRE(alone.run().code == 0);
  const Results north = placed.at("north"), own = alone.at("");
  REQUIRE(north.outcomes.size() == 2);
  for (std::size_t k = 0; k < north.outcomes.size(); ++k) {
    CHECK(north.outcomes[k].means == own.outcomes[k].means);
    CHECK(north.outcomes[k].sds == own.outcomes[k].sds);
  }
  CHECK(north.schools == 1);
  CHECK(north.students == 70);
}

TEST_CASE("what is added up by place changes nothing else", "[promise]") {
  const Placed by("by", kThree, "by = [\"school\"]\n"), plain("plain", kThree, "");
  REQUIRE(by.run("--threads 1").code == 0);
  REQUIRE(plain.run().code == 0);
  CHECK(by.at("").outcomes.front().means == plain.at("").outcomes.front().means);
}

TEST_CASE("a small group of one place is hidden there, and no other place gives it away",
          "[promise]") {
  const Placed placed("few", kThree, "by = [\"school\"]\n");
  REQUIRE(placed.run().code == 0);
  std::size_t hidden_places = 0;
  for (const char* key : {"north", "school_2", "south"}) {
    const Results there = placed.at(key);
    const auto cells = analysis::small_cells(there);
    const std::string said =
        sandbox::belong("summary " + placed.out + " --place " + key, true).said;
    for (std::size_t g = 1; g < there.groups.size(); ++g) {
      INFO(key << " " << there.groups[g].label);
      if (there.groups[g].students < 10) CHECK(cells.hidden[g]);
    }
    hidden_places += cells.hidden[1] ? 1 : 0;
    if (cells.hidden[1]) CHECK(said.find("Not shown") != std::string::npos);
  }
  // South has fewer than ten of a group; everywhere less one other place would give it.
  CHECK(hidden_places == 2);
  CHECK_FALSE(analysis::small_cells(placed.at("")).hidden[1]);
}

TEST_CASE("several places that are read at once are each place, at any point of a design",
          "[promise]") {
  const Placed placed("at_once", kThree,
                      "by = [\"school\"]\n[design]\nmethod = \"latin_hypercube\"\npoints = 3\n"
                      "[[design.factor]]\nkey = \"parameters.relation.pace\"\n"
                      "low = 0.02\nhigh = 0.09\n");
  REQUIRE(placed.run().code == 0);
  const sim::LabelledReader file(placed.out);
  for (const std::size_t point : {std::size_t{0}, std::size_t{2}}) {
    const std::vector<Results> all = analysis::read_at_places(file, point, {3, 1});
    REQUIRE(all.size() == 2);
    for (const Results& there : all) {
      const std::string& key = there.places[there.place].key;
      INFO(key << " at point " << point);
      const Results one = analysis::read_results(file, point, key);
      CHECK(there.title == one.title);
      CHECK(there.at == one.at);
      CHECK(there.students == one.students);
      CHECK(there.schools == one.schools);
      for (std::size_t g = 0; g < one.groups.size(); ++g) {
        CHECK(there.groups[g].students == one.groups[g].students);
      }
      for (std::size_t k = 0; k < one.outcomes.size(); ++k) {
        CHECK(there.outcomes[k].means == one.outcomes[k].means);
        CHECK(there.outcomes[k].sds == one.outcomes[k].sds);
      }
    }
    CHECK(all[0].outcomes[0].means != all[1].outcomes[0].means);
  }
}

TEST_CASE("exported curves of a place are those of its schools alone", "[promise]") {
  const Placed placed("curves", kThree, "by = [\"school\"]\n");
  REQUIRE(placed.run().code == 0);
  const Placed alone("curves_alone", "[[school]]\nname = \"north\"\nstudents = 70\n", "");
  REQUIRE(alone.run().code == 0);
  const auto curves = [](const Placed& of, const std::string& options) {
    const std::string csv = test::scratch("place.csv");
    REQUIRE(sandbox::belong("export curves " + of.out + " -o " + csv + " " + options).code == 0);
    std::ifstream file(csv);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  };
  const std::string north = curves(placed, "--place north");
  CHECK(north == curves(alone, ""));
  CHECK(north.find("group:a,") != std::string::npos);
  CHECK(north != curves(placed, ""));
  // South's small group stays hidden.
  CHECK(curves(placed, "--place south").find("group:a,") == std::string::npos);
  CHECK(sandbox::belong("export curves " + placed.out + " --place nort").code == 1);
}

TEST_CASE("places that are not there are refused, with those that are", "[promise]") {
  const Placed strata("strata", kThree, "by = [\"school\", \"stratum\"]\n");
  sandbox::refused(strata.run(), "record.by");
  const Placed twice("twice", kThree, "by = [\"school\", \"school\"]\n");
  sandbox::refused(twice.run(), "names school twice");
  const Placed same("same",
                    "[[school]]\nname = \"x\"\nstudents = 20\n"
                    "[[school]]\nname = \"x\"\nstudents = 20\n",
                    "by = [\"school\"]\n");
  sandbox::refused(same.run(), "two places with the name x");
  const Placed good("good", kThree, "by = [\"school\"]\n");
  REQUIRE(good.run().code == 0);
  const auto asked = sandbox::belong("summary " + good.out + " --place nort");
  CHECK(asked.code == 1);
  CHECK(asked.said.find("its places are everywhere, north, school_2, south") != std::string::npos);
}

TEST_CASE("a nation by stratum and region: each adds up to all of its schools", "[promise]") {
  const std::string out = test::scratch("nation.h5");
  REQUIRE(sandbox::belong("run " BELONG_SOURCE_DIR
                          "/configs/experiments/nation.toml --set experiment.schools=40 "
                          "--set calendar.days=10 --set calendar.breaks=[] -o " +
                          out)
              .code == 0);
  const Results all = analysis::read_results(out);
  CHECK(all.outcomes.size() >= 8);
  for (const char* kind : {"stratum", "region"}) {
    std::int64_t schools = 0, students = 0;
    for (const auto& place : all.places) {
      if (place.kind != kind) continue;
      schools += place.schools;
      students += place.students.front();
    }
    CHECK(schools == 40);
    CHECK(students == all.students);
  }
}
