// Golden figures: the fingerprint of a small run of the shipped experiment. It changes with every
// change of the science, and only then; refresh it on purpose:
//   BELONG_REFRESH=1 build/release/belong_tests "[baseline]"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/promise/experiments.h"

TEST_CASE("the ninth grade's fingerprint is the one on file", "[baseline]") {
  const std::string path = BELONG_SOURCE_DIR "/tests/baseline/ninth_grade.fingerprint";
  const auto e = test::ninth_grade({"experiment.replicates=2"});
  const std::string now = test::run(e).fingerprint(e);
  if (std::getenv("BELONG_REFRESH") != nullptr) std::ofstream(path) << now << '\n';
  std::string on_file;
  std::ifstream(path) >> on_file;
  CHECK(now == on_file);
}
