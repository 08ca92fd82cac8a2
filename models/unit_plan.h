#pragma once
// All that one unit needs, as plain numbers: what a fingerprint covers and what crosses to a
// worker, a file or a web page.

#include <vector>

#include "models/model.h"
#include "models/structure_words.h"
#include "sim/kernel/fingerprint.h"

namespace models {

struct PlanNumbers {
  SchoolPlan school;
  RecordPlan record;
  std::vector<Scenario> scenarios;
};

/// Adds every resolved input, in a fixed order, to a fingerprint.
inline void add_inputs(const PlanNumbers& plan, sim::Fingerprint& fingerprint) {
  fingerprint.add(plan.school.seed);
  for (const std::uint32_t x : {plan.school.school, plan.school.redraw}) fingerprint.add(x);
  fingerprint.add_plain(plan.school.profile);
  fingerprint.add_plain(plan.school.identity);
  fingerprint.add_plain(plan.school.calendar);
  fingerprint.add_plain(plan.school.parameters);
  if (plan.school.assignment.unit != TrialUnit::nothing) {
    fingerprint.add_plain(plan.school.assignment);
  }
  if (plan.school.structure) {
    fingerprint.add(std::span<const std::uint32_t>(words_of(*plan.school.structure)));
  }
  fingerprint.add_plain(plan.record);
  for (const Scenario& scenario : plan.scenarios) {
    fingerprint.add_plain(scenario.parameters);
    fingerprint.add(static_cast<std::uint32_t>(scenario.levers.size()));
    for (const Lever& lever : scenario.levers) fingerprint.add_plain(lever);
    if (scenario.on_trial.assigned != 0) fingerprint.add_plain(scenario.on_trial);
  }
}

/// Adds a unit's tallies.
inline void add_tallies(std::span<const Entries> entries, std::span<const std::uint32_t> bins,
                        sim::Fingerprint& fingerprint) {
  fingerprint.add(entries);
  fingerprint.add(bins);
}

}  // namespace models
