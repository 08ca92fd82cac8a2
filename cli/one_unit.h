#pragma once
// One unit of an experiment, lived again on its own: a school in one replicate, as the run has it,
// with the baseline and one other scenario. It gives the bits that the whole run gives.

#include <memory>
#include <span>
#include <vector>

#include "cli/experiment.h"
#include "models/model.h"

namespace cli {

struct OneUnit {
  std::shared_ptr<const models::School> school;
  std::vector<models::Scenario> scenarios;  ///< the baseline, and the other
  std::uint32_t replicate = 0;              ///< from 0
};

/// Builds it. `school` counts the experiment's schools, `replicate` and `scenario` count from 0,
/// all within the experiment. `model` outlives the unit.
OneUnit one_unit(const Experiment& experiment, const models::Model& model, std::size_t school,
                 std::uint32_t replicate, std::size_t scenario);

/// Lives both scenarios and looks: values[life * sights + sight], each of the students `ids` in
/// that order, or of all by id where `ids` is empty. `sights` in ascending order of days; figures
/// "since the last tick" are those of one day.
std::vector<std::vector<float>> live_and_see(const OneUnit& unit, const models::Model& model,
                                             const std::vector<models::Sight>& sights,
                                             std::span<const std::uint32_t> ids);

}  // namespace cli
