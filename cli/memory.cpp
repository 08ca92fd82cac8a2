#include "cli/memory.h"

#include <fmt/format.h>

#include <thread>

#include "cli/tallies.h"
#include "sim/run/config_error.h"

namespace cli {

std::size_t memory_needed(const Experiment& experiment, unsigned threads) {
  std::size_t largest = 0;
  for (const auto& plan : experiment.schools.schools) {
    largest = std::max(largest, static_cast<std::size_t>(plan.profile.students));
  }
  const auto layout = layout_of(experiment);
  const std::size_t school = largest * 1200;  // columns of a built school and of a state
  const std::size_t unit =
      experiment.scenarios.size() *
          (layout.entries() * sizeof(models::Entries) + layout.bins() * sizeof(std::uint32_t)) +
      layout.traces() * largest * sizeof(std::int32_t);
  const unsigned used = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
  // The results file is built in memory: four figures of four bytes for every total.
  const std::size_t running = Tallies::bytes(experiment) * 4 / 3 + 2 * used * (unit + school);
  const std::size_t place = 64;  // that each school has among those being built
  return experiment.schools.schools.size() * (sizeof(models::SchoolPlan) + place) +
         std::max(experiment.schools.reading, running);
}

void check_memory(const Experiment& e, unsigned threads) {
  const double gib = static_cast<double>(memory_needed(e, threads)) / (1 << 30);
  if (gib <= e.memory_limit_gib) return;
  e.about->fail(
      "memory_limit",
      fmt::format("is too little: this run needs about {:.2g} GiB; the limit is {:g} GiB; "
                  "fewer replicates, outcomes, quantiles or groups need less",
                  gib, e.memory_limit_gib));
}

}  // namespace cli
