#pragma once
// Experiments that run programs of the library in small schools.

#include <fstream>

#include "cli/program_page.h"
#include "tests/promise/experiments.h"
#include "tests/promise/scratch.h"

namespace test {

inline const std::string kPrograms = BELONG_SOURCE_DIR "/configs/programs";

/// A baseline, then a scenario for each of these lists of programs, in the first school of a file.
inline cli::Experiment with_programs(const std::string& school,
                                     const std::vector<std::vector<std::string>>& lists,
                                     float students) {
  const std::string path = test::scratch("library_" + school + ".toml");
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

/// Is a scenario the baseline, in every tallied number (of every outcome but `except`)?
inline bool is_baseline(const cli::Tallies& t, std::uint32_t scenario,
                        models::Outcome except = models::Outcome::count) {
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<models::Outcome>(k);
    if (outcome == except) continue;
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

/// A change to every school of an experiment, before it is built, and to what its scenarios assume.
template <class Change>
void for_each_parameters(cli::Experiment& e, Change change) {
  for (models::SchoolPlan& plan : e.schools.schools) change(plan.parameters);
  change(e.schools.reference.parameters);
  for (cli::ScenarioSpec& spec : e.scenarios) change(spec.scenario.parameters);
}

/// Mean of the year's ticks in a scenario, everyone.
inline double level(const cli::Tallies& t, std::uint32_t scenario, models::Outcome outcome) {
  double sum = 0;
  const std::uint32_t ticks = t.layout().ticks(outcome);
  for (std::uint32_t tick = 0; tick < ticks; ++tick) {
    sum += t.at(scenario, 0, outcome, tick, 0).mean();
  }
  return sum / ticks;
}

}  // namespace test
