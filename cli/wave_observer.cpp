#include "cli/wave_observer.h"

#include <algorithm>

#include "analysis/network_measures.h"

namespace cli {
namespace {

Part part(const analysis::Share& share) {
  return {static_cast<std::int64_t>(share.part), static_cast<std::int64_t>(share.whole)};
}

}  // namespace

sim::Network in_order(sim::NetworkView friends) {
  sim::Network sorted;
  for (std::size_t row = 0; row < friends.rows(); ++row) {
    const auto targets = friends.of(row);
    std::vector<sim::Row> copy(targets.begin(), targets.end());
    std::sort(copy.begin(), copy.end());
    for (const sim::Row target : copy) sorted.add(target, 255);
    sorted.end_row();
  }
  return sorted;
}

void WaveCollector::see(void* context, std::uint32_t scenario, std::uint32_t wave,
                        sim::NetworkView friends, const std::uint8_t* membership) {
  auto& self = *static_cast<WaveCollector*>(context);
  WaveMeasures& m = self.measures_[static_cast<std::size_t>(scenario) * self.waves_ + wave];
  const std::span<const std::uint8_t> group(membership, friends.rows());
  sim::Network sorted = in_order(friends);
  const sim::NetworkView ties = sorted.view();
  m.degree = {static_cast<std::int64_t>(ties.ties()), static_cast<std::int64_t>(ties.rows())};
  m.reciprocity = part(analysis::reciprocity(ties));
  m.transitivity = part(analysis::transitivity(ties));
  m.own_group = part(analysis::within_groups(ties, group));
  if (wave == 0) self.first_ = sorted;
  m.stability = part(analysis::jaccard(self.first_.view(), ties));
}

}  // namespace cli
