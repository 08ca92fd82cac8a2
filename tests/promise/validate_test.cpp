#include "sandbox.h"

using sandbox::belong;
using sandbox::Sandbox;

namespace {

const std::string kShipped = " --folder " BELONG_SOURCE_DIR "/configs/evidence";

}  // namespace

TEST_CASE("Every pattern of the evidence can be measured, at a small size", "[promise]") {
  const auto outcome = belong("validate --schools 2 --seeds 1" + kShipped, true);
  INFO(outcome.said);
  CHECK(outcome.code <= 1);  // so few schools may fall short; that is what the full size is for
  std::vector<std::string> ids{"A1", "A2", "A3", "A4", "A5", "H01", "H02"};
  for (int k = 1; k <= 25; ++k) ids.push_back((k < 10 ? "C0" : "C") + std::to_string(k));
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(outcome.said.find("\n" + id + "  ") != std::string::npos);
  }
  CHECK(outcome.said.find(", of 30 patterns\nHeld out, not used to set any value: ") !=
        std::string::npos);
}

TEST_CASE("What must hold exactly does, at any size", "[promise]") {
  const auto outcome = belong("validate A2 A3 A4 --schools 1 --seeds 1" + kShipped, true);
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK(outcome.said.find("\n3 passed, 0 fall short, 0 undetermined, of 3 patterns\n") !=
        std::string::npos);
}

TEST_CASE("The evidence is measured the same by any number of threads", "[promise]") {
  const std::string what = "validate C08 C17 --schools 3 --seeds 2" + kShipped;
  const auto one = belong(what + " --threads 1", true);
  const auto three = belong(what + " --threads 3", true);
  CHECK(one.said.find("C17  BARR") != std::string::npos);
  CHECK(one.said == three.said);
}

TEST_CASE("A pattern that can't be read is answered at its place", "[promise]") {
  const Sandbox box("pattern");
  const std::string file = "evidence/c08_belonging_marks.toml";
  const std::string folder = " --folder " + box.path("evidence").string();
  const std::string good = box.read(file);
  const auto spoiled = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    box.write(file, text);
    return belong("validate C08 --schools 2 --seeds 1" + folder);
  };
  const auto variable = spoiled("gpa@end", "gpaa@end");
  CHECK(variable.code == 2);
  CHECK(variable.said.find("did you mean gpa?") != std::string::npos);
  CHECK(variable.said.find("c08_belonging_marks.toml:14:5") != std::string::npos);
  const auto day = spoiled("gpa@end", "gpa@180");
  CHECK(day.code == 2);
  CHECK(day.said.find("0 to 179") != std::string::npos);
  const auto formula = spoiled("value = \"r\"", "value = \"r +\"");
  CHECK(formula.code == 2);
  const auto band = spoiled("low = 0.08", "low = 0.8");
  CHECK(band.code == 2);
  CHECK(band.said.find("not be above high") != std::string::npos);
}

TEST_CASE("A page that can't be written fails the run with a sentence", "[promise]") {
  const auto outcome =
      belong("validate C01 --schools 2 --seeds 1 --json /nowhere/evidence.json" + kShipped);
  CHECK(outcome.code == 1);
  CHECK(outcome.said.find("cannot write /nowhere/evidence.json") != std::string::npos);
}
