#include "cli/unit_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/run/near_key.h"

namespace cli {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& why) {
  throw sim::ConfigError(option + ": " + why);
}

std::size_t school_of(const std::optional<std::uint32_t>& number, const Experiment& e) {
  if (!number) return 0;
  const auto& all = e.schools.schools;
  const auto found = std::find_if(all.begin(), all.end(), [&](const models::SchoolPlan& plan) {
    return plan.school == *number;
  });
  if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
  const auto [least, most] = std::minmax_element(
      all.begin(), all.end(), [](const auto& a, const auto& b) { return a.school < b.school; });
  refuse(fmt::format("--school {}", *number),
         all.size() == 1 ? fmt::format("there is one school, number {}", least->school)
                         : fmt::format("there are {} schools, numbered from {} to {}", all.size(),
                                       least->school, most->school));
}

}  // namespace

UnitChoice unit_choice(const std::optional<std::uint32_t>& school, std::uint32_t replicate,
                       const Experiment& e) {
  const UnitChoice choice{school_of(school, e), replicate - 1};
  if (replicate < 1 || replicate > e.replicates) {
    refuse(fmt::format("--replicate {}", replicate),
           e.replicates == 1 ? "the experiment has one replicate, number 1"
                             : fmt::format("the experiment has replicates 1 to {}", e.replicates));
  }
  return choice;
}

std::size_t scenario_choice(const std::string& name, std::size_t first, const Experiment& e) {
  if (name.empty()) return first;
  std::vector<std::string_view> known;
  for (std::size_t s = first; s < e.scenarios.size(); ++s) known.push_back(e.scenarios[s].key);
  const auto found = std::find(known.begin(), known.end(), name);
  if (found != known.end()) return first + static_cast<std::size_t>(found - known.begin());
  const bool baseline = name == e.scenarios.front().key;  // then `first` is beside it
  const std::string why = baseline ? "is the baseline, beside which the other life is set"
                                   : "is no scenario of " + e.path;
  refuse("--scenario " + name, why + sim::instead(name, known));
}

}  // namespace cli
