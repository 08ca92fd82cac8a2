#pragma once
// Measures friendship networks on the waves of a record. An observer: it sees rows, and touches
// nothing.

#include "cli/tallies.h"

namespace cli {

/// The same ties with each row's targets in ascending order, as network measures want them.
sim::Network in_order(sim::NetworkView friends);

class WaveCollector {
 public:
  WaveCollector(std::uint32_t scenarios, std::uint32_t waves)
      : waves_(waves), measures_(static_cast<std::size_t>(scenarios) * waves) {}

  models::WaveObserver observer() { return {this, &WaveCollector::see}; }
  std::vector<WaveMeasures> measures() { return std::move(measures_); }

 private:
  static void see(void* context, std::uint32_t scenario, std::uint32_t wave,
                  sim::NetworkView friends, const std::uint8_t* membership);

  std::uint32_t waves_;
  std::vector<WaveMeasures> measures_;
  sim::Network first_;  ///< of the scenario that is running: what stability compares with
};

}  // namespace cli
