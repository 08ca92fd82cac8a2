#pragma once
// Experiments that run programs of the library in small schools.

#include <fstream>

#include "cli/program_page.h"
#include "tests/promise/experiments.h"

namespace test {

inline const std::string kPrograms = BELONG_SOURCE_DIR "/configs/programs";

/// A baseline, then a scenario for each of these lists of programs, in the first school of a file.
inline cli::Experiment with_programs(const std::string& school,
                                     const std::vector<std::vector<std::string>>& lists,
                                     float students) {
  const std::string path = std::string(BELONG_BINARY_DIR) + "/library_" + school + ".toml";
  {
    std::ofstream file(path);
    file << "[experiment]\nname = \"library\"\nreplicates = 1\nschool = \"" BELONG_SOURCE_DIR
            "/configs/schools/"
         << school << ".toml\"\n[[scenario]]\nname = \"baseline\"\n";
    for (std::size_t k = 0; k < lists.size(); ++k) {
      file << "[[scenario]]\nname = \"s" << k << "\"\nprograms = [";
      for (const std::string& key : lists[k]) file << '"' << kPrograms << '/' << key << ".toml\", ";
      file << "]\n";
    }
  }
  cli::Experiment e = cli::read_experiment(path, {});
  e.schools.schools.resize(1);
  e.schools.schools[0].profile.students = students;
  return e;
}

/// Is a scenario the baseline, in every tallied number?
inline bool is_baseline(const cli::Tallies& t, std::uint32_t scenario) {
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<models::Outcome>(k);
    for (std::uint32_t tick = 0; tick < t.layout().ticks(outcome); ++tick) {
      for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
        const cli::Total& now = t.at(scenario, 0, outcome, tick, g);
        const cli::Total& base = t.at(0, 0, outcome, tick, g);
        if (now.n != base.n || now.sum != base.sum || now.twin_squares != 0) return false;
      }
    }
  }
  return true;
}

}  // namespace test
