#pragma once
// Exact checks: what must hold to the bit, or can be worked out, in a setting of the evidence. A
// pattern asks for one as it asks for an estimate; the result is one number without chance in it.
//
//   [[check]]
//   name = "differing"
//   of = "label_swap"

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "cli/experiment.h"
#include "models/model.h"

namespace cli {

enum class Check : std::uint32_t {
  label_swap,  ///< totals that differ when the first dimension's memberships change places
  zero_dose,   ///< totals of the other scenarios that differ from the baseline's
  threads,  ///< totals that differ between one thread and several (as many as are allowed, up to 3)
  loop_gain,  ///< the larger gain of the two feedback loops (models/stability.h)
  count
};
inline constexpr std::array<std::string_view, static_cast<std::size_t>(Check::count)> kCheckNames{
    "label_swap", "zero_dose", "threads", "loop_gain"};

struct CheckSpec {
  std::string name;
  Check of = Check::count;
};

/// The check's number in a setting, from a few schools drawn from its profile with every outcome
/// recorded. Throws sim::RunError when `stop` says so.
double check_value(Check check, const Experiment& setting, const models::Model& model,
                   unsigned threads, const std::function<bool()>& stop);

}  // namespace cli
