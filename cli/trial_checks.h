#pragma once
// What no trial can do. Each throws sim::ConfigError at its place in the trial's file.

#include <array>
#include <string>

#include "cli/trial_file.h"

namespace cli {

/// Tables of a trial's file: --set changes them there, everything else in the experiment.
inline constexpr std::array<std::string_view, 3> kTrialTables{"trial", "attrition", "outcome"};

/// Number of the scenario under test, which is not the baseline. `table` is [trial].
std::size_t find_tested(const sim::Table& table, const Experiment& experiment);

/// Puts the programs that the scenario has beyond the baseline on trial, and what they act on.
void put_on_trial(const sim::Table& table, TrialSpec& spec);

/// All that only the whole trial can show.
void check_trial(const sim::Table& table, const TrialSpec& spec);

/// Schools of both arms, or of all steps, among the `size` schools that a trial grows by.
std::uint32_t treated_of(std::uint32_t size, const TrialSpec& spec);

}  // namespace cli
