// The days and waves that patterns look at, in the order in which observers see them.

#include <algorithm>

#include "cli/pattern_file.h"

namespace cli {
namespace {

/// Observers see days in ascending order: gives every sight its new number.
void sort_sights(Setting& setting) {
  auto& all = setting.sights.all;
  std::vector<std::uint32_t> order(all.size()), place(all.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return all[a].day < all[b].day; });
  std::vector<models::Sight> sorted;
  for (std::uint32_t k = 0; k < order.size(); ++k) {
    place[order[k]] = k;
    sorted.push_back(all[order[k]]);
  }
  all = std::move(sorted);
  const auto renumber = [&](Stack& stack) {
    for (std::uint32_t& number : stack) number = place[number];
  };
  for (Pattern& pattern : setting.patterns) {
    for (EstimateSpec& spec : pattern.estimates) {
      for (Stack& stack : spec.column) renumber(stack);
      for (Stack& stack : spec.present) renumber(stack);
      renumber(spec.by);
      renumber(spec.where);
    }
  }
}

void sort_waves(Setting& setting) {
  std::vector<std::uint32_t> sorted = setting.waves;
  std::sort(sorted.begin(), sorted.end());
  const auto place = [&](std::uint32_t& wave) {
    const auto at = std::find(sorted.begin(), sorted.end(), setting.waves[wave]);
    wave = static_cast<std::uint32_t>(at - sorted.begin());
  };
  for (Pattern& pattern : setting.patterns) {
    for (EstimateSpec& spec : pattern.estimates) {
      if (analysis::kStatisticRows[static_cast<std::size_t>(spec.of)].columns != 0) continue;
      place(spec.wave);
      place(spec.from_wave);
    }
  }
  setting.waves = std::move(sorted);
}

}  // namespace

std::uint32_t Sights::number(const models::Variable& variable, std::uint32_t day) {
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    if (all[k].day == day && all[k].variable == variable) return k;
  }
  all.push_back({variable, day});
  return static_cast<std::uint32_t>(all.size() - 1);
}

void put_in_order(Setting& setting) {
  sort_sights(setting);
  sort_waves(setting);
}

}  // namespace cli
