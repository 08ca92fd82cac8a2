// Promise 1, within one build: threads and levels change nothing, nor does the order of rows.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "cli/write_results.h"
#include "tests/promise/experiments.h"
#include "tests/promise/scratch.h"

namespace {

std::string file_bytes(const cli::Experiment& e, const cli::Tallies& tallies) {
  const std::string path = test::scratch("threads_test.h5");
  sim::LabelledFile file(path);
  cli::write_results(e, tallies, tallies.fingerprint(e), file);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("any number of threads gives the same fingerprint and the same file", "[promise]") {
  auto e = test::ninth_grade({"experiment.replicates=3"});
  for (auto& plan : e.schools.schools) plan.profile.students = 90;
  const auto one = test::run(e, 1);
  const std::string bytes = file_bytes(e, one);
  CHECK(bytes.size() > 10000);
  for (const unsigned threads : {2u, 3u, 8u}) {
    INFO(threads << " threads");
    const auto many = test::run(e, threads);
    CHECK(many.fingerprint(e) == one.fingerprint(e));
    CHECK(file_bytes(e, many) == bytes);
  }
}

TEST_CASE("schools redrawn for each replicate do not depend on threads either", "[promise]") {
  auto e = test::small(60, 4);
  e.redraw = true;
  CHECK(test::run(e, 1).fingerprint(e) == test::run(e, 5).fingerprint(e));
}
