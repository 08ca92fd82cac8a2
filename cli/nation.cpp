#include "cli/nation.h"

#include <algorithm>
#include <numeric>

#include "cli/nation_groups.h"
#include "sim/kernel/random.h"

namespace cli {
namespace {

// A stream of its own: no school has this number, no replicate this one.
constexpr std::uint32_t kNation = 0xffffffffu, kStructure = 0x20000000u;
constexpr std::uint32_t kSize = 1, kRegion = 2, kSample = 3;  // what draws are for
constexpr float kMostSpread = 2.5f;                           // standard deviations of a size

std::vector<std::uint64_t> whole_weights(const auto& rows, auto weight) {
  std::vector<std::uint64_t> weights;
  for (const auto& row : rows) weights.push_back(static_cast<std::uint64_t>(weight(row) * 1e9));
  return weights;
}

/// Numbers of the schools of one stratum, in an order drawn for this purpose.
std::vector<std::uint32_t> drawn_order(sim::Stream s, const Nation& nation, std::uint8_t stratum,
                                       std::uint32_t purpose) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < nation.size(); ++i) {
    if (nation.stratum[i] == stratum) order.push_back({sim::draw(s, i, 0, 0, purpose)[0], i});
  }
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> numbers;
  numbers.reserve(order.size());
  for (const auto& [word, i] : order) numbers.push_back(i);
  return numbers;
}

void draw_sizes(sim::Stream s, const NationPlan& plan, Nation& nation) {
  std::vector<std::uint64_t> weights(nation.size());
  for (std::uint32_t i = 0; i < nation.size(); ++i) {
    const StratumPlan& stratum = plan.strata[nation.stratum[i]];
    const auto spread = static_cast<float>(stratum.size_spread);
    const float z =
        sim::clamp(sim::normal(sim::draw(s, i, 0, 0, kSize)[0]), -kMostSpread, kMostSpread);
    const float typical = static_cast<float>(stratum.mean_size) - static_cast<float>(plan.smallest);
    const float weight = typical * sim::exp(spread * z - 0.5f * spread * spread);
    weights[i] = static_cast<std::uint64_t>(weight * 1024.0f);
  }
  const auto rest = apportion(plan.students - plan.smallest * nation.size(), weights);
  for (std::size_t i = 0; i < nation.size(); ++i) {
    nation.students[i] = plan.smallest + static_cast<std::uint32_t>(rest[i]);
  }
}

}  // namespace

std::vector<std::uint64_t> apportion(std::uint64_t total,
                                     const std::vector<std::uint64_t>& weights) {
  const std::uint64_t all = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::vector<std::uint64_t> parts(weights.size());
  std::vector<std::pair<std::uint64_t, std::size_t>> remainders(weights.size());
  std::uint64_t given = 0;
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const std::uint64_t product = total * weights[k];
    parts[k] = product / all;
    remainders[k] = {all - product % all, k};
    given += parts[k];
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::size_t k = 0; given < total; ++k, ++given) ++parts[remainders[k].second];
  return parts;
}

Nation draw_nation(const NationPlan& plan, const models::Dimension& dimension) {
  const sim::Stream s = sim::stream(plan.seed, kNation, kStructure);
  Nation nation;
  const auto of_stratum = apportion(
      plan.schools, whole_weights(plan.strata, [](const StratumPlan& one) { return one.share; }));
  for (std::size_t k = 0; k < of_stratum.size(); ++k) {
    nation.stratum.insert(nation.stratum.end(), of_stratum[k], static_cast<std::uint8_t>(k));
  }
  nation.students.resize(plan.schools);
  nation.region.assign(plan.schools, 0);
  draw_sizes(s, plan, nation);
  for (std::size_t k = 0; k < of_stratum.size() && !plan.regions.empty(); ++k) {
    const auto of_region = apportion(
        of_stratum[k], whole_weights(plan.regions, [](const RegionPlan& r) { return r.share; }));
    const auto order = drawn_order(s, nation, static_cast<std::uint8_t>(k), kRegion);
    std::size_t next = 0;
    for (std::size_t r = 0; r < of_region.size(); ++r) {
      for (std::uint64_t c = 0; c < of_region[r]; ++c) {
        nation.region[order[next++]] = static_cast<std::uint8_t>(r);
      }
    }
  }
  draw_groups(s, plan, dimension, nation);
  draw_teachers(plan, dimension, nation);
  return nation;
}

std::vector<std::uint32_t> sample_nation(const NationPlan& plan, const Nation& nation,
                                         std::uint64_t n) {
  const sim::Stream s = sim::stream(plan.seed, kNation, kStructure);
  std::vector<std::uint64_t> schools(plan.strata.size(), 0);
  for (const std::uint8_t stratum : nation.stratum) ++schools[stratum];
  const auto wanted = apportion(n, schools);
  std::vector<std::uint32_t> numbers;
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    const auto order = drawn_order(s, nation, static_cast<std::uint8_t>(k), kSample);
    numbers.insert(numbers.end(), order.begin(),
                   order.begin() + static_cast<std::ptrdiff_t>(wanted[k]));
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace cli
