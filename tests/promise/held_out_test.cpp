// Findings that no value was set by: counted apart, and none of them fails a run.

#include <nlohmann/json.hpp>

#include "cli/calibration_file.h"
#include "evidence_box.h"

using sandbox::EvidenceBox;
using sandbox::refused;
using sandbox::says;

namespace {

const std::string kHeldOut = "held_out = true\n";

/// "again" never differs from the baseline, so this passes for 0 and falls short for 1.
std::string exactly(int number) {
  const std::string n = std::to_string(number);
  return R"([[check]]
name = "differing"
of = "zero_dose"
[[claim]]
what = "totals that differ"
value = "differing"
low = )" +
         n + "\nhigh = " + n + "\n";
}

/// In the band, but no interval is known from one school.
const std::string kUndetermined = R"([[estimate]]
name = "grade"
of = "mean"
x = "grade@0"
[[claim]]
what = "grade"
value = "grade"
low = -1
high = 1
)";

const std::string kHeldOutAre = "Held out, not used to set any value: ";

}  // namespace

TEST_CASE("A held-out finding that falls short is counted apart and does not fail the run",
          "[promise]") {
  const EvidenceBox box("held_out");
  box.pattern("X1", exactly(0));
  box.pattern("X2", exactly(1), kHeldOut);
  const std::string json = box.path("x.json").string(), page = box.path("x.md").string();
  const auto apart = box.validate("X1 X2 --json " + json + " --markdown " + page);
  INFO(apart.said);
  CHECK(apart.code == 0);
  CHECK(says(apart, "\nX2  Of X2  [falls short]\n"));
  CHECK(says(apart, "\n1 passed, 0 fall short, 0 undetermined, of 1 patterns\n"));
  CHECK(says(apart, "\n" + kHeldOutAre + "0 passed, 1 fall short, 0 undetermined\n"));

  const auto patterns = nlohmann::json::parse(box.read("x.json"))["patterns"];
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0]["held_out"] == false);
  CHECK(patterns[0]["verdict"] == "passed");
  CHECK(patterns[1]["held_out"] == true);
  CHECK(patterns[1]["verdict"] == "falls short");

  const std::string written = box.read("x.md");
  CHECK(written.find("**1 passed, 0 fall short, 0 undetermined, of 1 patterns.**") !=
        std::string::npos);
  const std::size_t heading = written.find("\n## Held out\n");
  REQUIRE(heading != std::string::npos);
  CHECK(written.find("**0 passed, 1 fall short, 0 undetermined.**", heading) != std::string::npos);
  CHECK(written.find("| X1 |") < heading);
  CHECK(written.find("| X2 |") > heading);
  CHECK(written.find("| X2 |") != std::string::npos);
}

TEST_CASE("The same finding, not held out, falls short with the others and fails the run",
          "[promise]") {
  const EvidenceBox box("not_held_out");
  const std::string head = GENERATE("", "held_out = false\n");
  box.pattern("X1", exactly(0));
  box.pattern("X2", exactly(1), head);
  const auto together = box.validate("X1 X2");
  INFO(together.said);
  CHECK(together.code == 1);
  CHECK(says(together, "\n1 passed, 1 fall short, 0 undetermined, of 2 patterns\n"));
  CHECK_FALSE(says(together, "Held out"));
}

TEST_CASE("A held-out finding that passes makes up for none that falls short", "[promise]") {
  const EvidenceBox box("held_out_passes");
  box.pattern("X1", exactly(1));
  box.pattern("X2", exactly(0), kHeldOut);
  box.pattern("X3", kUndetermined, kHeldOut);
  const auto outcome = box.validate("X1 X2 X3");
  INFO(outcome.said);
  CHECK(outcome.code == 1);
  CHECK(says(outcome, "\n0 passed, 1 fall short, 0 undetermined, of 1 patterns\n"));
  CHECK(says(outcome, kHeldOutAre + "1 passed, 0 fall short, 1 undetermined\n"));
}

TEST_CASE("A finding is held out or it is not: no other word is read", "[promise]") {
  const EvidenceBox box("held_out_word");
  box.pattern("X1", exactly(0), "held_out = \"yes\"\n");
  refused(box.validate("X1"), "held_out = \"yes\" ");
}

TEST_CASE("A calibration leaves out what is held out", "[promise]") {
  const EvidenceBox box("held_out_calibration");
  for (const auto& file : std::filesystem::directory_iterator(box.folder())) {
    if (file.path().extension() == ".toml") std::filesystem::remove(file);
  }
  box.pattern("X1", exactly(0));
  box.pattern("X2", exactly(1), kHeldOut);
  const auto read = [&](const std::string& patterns) {
    box.write("calibration/x.toml", "[calibration]\nname = \"x\"\nevidence = \"../evidence\"\n" +
                                        patterns +
                                        "[[parameter]]\nkey = \"attendance.base\"\nnote = \"x\"\n");
    return cli::read_calibration(box.path("calibration/x.toml").string(), {});
  };
  const auto all = read("");
  REQUIRE(all.settings.size() == 1);
  REQUIRE(all.settings[0].patterns.size() == 1);
  CHECK(all.settings[0].patterns[0].id == "X1");
  CHECK_THROWS_WITH(read("patterns = [\"X1\", \"X2\"]\n"),
                    Catch::Contains("patterns.2 = \"X2\" is held out"));
  CHECK_THROWS_WITH(read("patterns = [\"X3\"]\n"), Catch::Contains("no pattern"));
}
