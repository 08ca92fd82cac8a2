#pragma once
// Small experiments for tests of promises: the shipped ninth grade, cut down.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/execute.h"
#include "cli/level.h"

namespace test {

inline cli::Experiment ninth_grade(std::vector<std::string> assignments = {}) {
  return cli::read_experiment(BELONG_SOURCE_DIR "/configs/experiments/ninth_grade.toml",
                              assignments);
}

/// One school of `students`, `replicates` runs.
inline cli::Experiment small(float students, std::uint32_t replicates,
                             std::vector<std::string> assignments = {}) {
  cli::Experiment e = ninth_grade(std::move(assignments));
  e.schools.schools.resize(1);
  e.schools.schools[0].profile.students = students;
  e.replicates = replicates;
  return e;
}

inline cli::Tallies run(const cli::Experiment& e, unsigned threads = 2) {
  cli::ExecuteOptions how;
  how.threads = threads;
  return cli::execute(e, cli::choose_level(""), how);
}

inline void within(double x, double low, double high) {
  CHECK(x >= low);
  CHECK(x <= high);
}

/// An environment that treats every group alike; group sizes stay unequal.
inline void make_null(cli::Experiment& e) {
  for (models::SchoolPlan& plan : e.schools.schools) {
    for (models::Dimension& dimension : plan.identity.dimension) {
      dimension.own_group = 0;
      for (models::Membership& row : dimension.row) {
        row.stigma = row.support_gap = row.bias = row.harassment = 0;
        row.access = 1;
      }
    }
  }
}

}  // namespace test
