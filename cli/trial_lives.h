#pragma once
// The lives of a trial's students, and which schools a trial samples.

#include <vector>

#include "cli/trial_file.h"

namespace cli {

/// One life and the scenario that is lived in it.
struct TrialLife {
  analysis::Life life;
  models::Scenario scenario;
};

/// The lives of a school in a trial. `whole`: with the program, else only what a trial of a program
/// that does nothing needs. `step` counts the steps of a stepped wedge. The first is Life::none.
std::vector<TrialLife> lives_of(const TrialSpec& spec, bool whole, std::uint32_t step);

/// What lots decide about one school of a trial.
struct SampledSchool {
  std::size_t plan = 0;      ///< of the experiment's schools
  std::uint32_t number = 0;  ///< stable number with which it is drawn
  bool treated = false;      ///< where schools are assigned
  std::uint32_t step = 0;    ///< of a stepped wedge
};

/// The schools of trial number `trial`, in the order in which they join it. Of several schools each
/// is taken at most once; of one profile every school is drawn anew.
std::vector<SampledSchool> sample_schools(const TrialSpec& spec, std::uint32_t trial);

/// Timetables that the lives need, a bit each, beside those of the experiment.
std::uint32_t apart_timetables(const TrialSpec& spec);

}  // namespace cli
