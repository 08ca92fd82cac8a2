#pragma once
// Small experiments that store students and ask surveys.

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "cli/student_arrays.h"
#include "cli/write_results.h"
#include "sim/run/labelled_reader.h"
#include "tests/promise/experiments.h"
#include "tests/promise/scratch.h"

namespace test {

inline constexpr const char* kWatched = R"(
[students]
days = [19, 164]
variables = ["belonging", "gpa", "survey.belonging", "class_mark", "class_teacher"]
replicates = 2

[[survey]]
instrument = "belonging"
days = [19, 164]

[[survey]]
instrument = "classroom"
days = [24]
)";

/// `e` with a table [record] as its watch.
inline cli::Experiment watched(cli::Experiment e, const std::string& record = kWatched) {
  e.watch = cli::read_watch(sim::Document::from_text("record.toml", record).root(),
                            BELONG_SOURCE_DIR "/configs/experiments", e.schools.schools.front(),
                            e.replicates);
  return e;
}

/// Three schools of different sizes, three replicates, baseline and the BARR program.
inline cli::Experiment three_schools() {
  cli::Experiment e = ninth_grade({"experiment.replicates=3"});
  const std::array sizes{60.0f, 45.0f, 80.0f};
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    e.schools.schools[k].profile.students = sizes[k];
  }
  e.scenarios.resize(2);
  return e;
}

inline std::string results_path(const std::string& name) { return test::scratch(name + ".h5"); }

inline std::string write_file(const cli::Experiment& e, const cli::Tallies& tallies,
                              const std::string& name) {
  const std::string path = results_path(name);
  sim::LabelledFile file(path);
  cli::write_results(e, tallies, tallies.fingerprint(e), file);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace test
