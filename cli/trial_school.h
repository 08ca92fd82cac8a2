#pragma once
// One school of one trial: its lives, and what is seen of them.

#include "cli/school_cache.h"
#include "cli/trial_lives.h"

namespace cli {

/// For use by several threads at once.
class TrialSchools {
 public:
  /// `spec` and `model` outlive this.
  TrialSchools(const TrialSpec& spec, const models::Model& model);

  /// A school of a trial. `whole` as in lives_of().
  analysis::TrialSchool live(std::uint32_t trial, const SampledSchool& sampled, bool whole);

 private:
  const TrialSpec& spec_;
  const models::Model& model_;
  std::vector<models::SchoolPlan> plans_;
  std::vector<models::Instrument> scales_;
  SchoolCache schools_;
};

}  // namespace cli
