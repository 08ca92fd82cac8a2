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

/// The schools that trials sample, with their lots: those of the experiment; of a single profile as
/// many as the largest trial has.
std::vector<models::SchoolPlan> trial_plans(const TrialSpec& spec);

/// What lots decide about one school of a trial.
struct SampledSchool {
  std::size_t plan = 0;    ///< of trial_plans()
  bool treated = false;    ///< where schools are assigned
  std::uint32_t step = 0;  ///< of a stepped wedge
};

/// The schools of trial number `trial`, in the order in which they join it, each at most once.
std::vector<SampledSchool> sample_schools(const TrialSpec& spec, std::uint32_t trial);

}  // namespace cli
