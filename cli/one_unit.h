#pragma once
// A unit lived on its own, and what is seen of its students: a school in one replicate with some
// scenarios. Taken from an experiment, it gives the bits that the whole run gives.

#include <memory>
#include <span>
#include <vector>

#include "cli/experiment.h"
#include "models/model.h"

namespace cli {

struct OneUnit {
  std::shared_ptr<const models::School> school;
  std::vector<models::Scenario> scenarios;  ///< the baseline first
  std::uint32_t replicate = 0;              ///< from 0
};

/// One of an experiment, with the baseline and one other scenario. `school` counts the experiment's
/// schools, `replicate` and `scenario` count from 0, all within the experiment. `model` outlives
/// the unit.
OneUnit one_unit(const Experiment& experiment, const models::Model& model, std::size_t school,
                 std::uint32_t replicate, std::size_t scenario);

/// Lives all scenarios and looks: values[life * sights + sight], each of the students `ids` in
/// that order, or of all by id where `ids` is empty. `sights` in ascending order of days; figures
/// "since the last tick" are those of one day. `instruments` are those that the sights name.
std::vector<std::vector<float>> live_and_see(const OneUnit& unit, const models::Model& model,
                                             const std::vector<models::Sight>& sights,
                                             std::span<const std::uint32_t> ids,
                                             std::span<const models::Instrument> instruments = {});

}  // namespace cli
