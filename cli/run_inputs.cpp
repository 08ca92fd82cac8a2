#include "cli/run_inputs.h"

#include "cli/inputs_hash.h"
#include "cli/version.h"

namespace cli {

std::string run_inputs(std::span<const Experiment> points) {
  return std::string(version()) + " " + unit_hash(points);
}

}  // namespace cli
