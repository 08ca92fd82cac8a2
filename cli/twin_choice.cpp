#include "cli/twin_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "sim/run/near_key.h"

namespace cli {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& why) {
  throw sim::ConfigError(option + ": " + why);
}

std::size_t scenario_of(const std::string& name, const Experiment& e) {
  if (e.scenarios.size() < 2) {
    refuse(e.path, "has one scenario; a second life needs another [[scenario]]");
  }
  if (name.empty()) return 1;
  std::vector<std::string_view> others;
  for (std::size_t s = 1; s < e.scenarios.size(); ++s) others.push_back(e.scenarios[s].key);
  const auto found = std::find(others.begin(), others.end(), name);
  if (found != others.end()) return 1 + static_cast<std::size_t>(found - others.begin());
  const std::string why = name == e.scenarios.front().key
                              ? "is the baseline, beside which the other life is set"
                              : "is no scenario of " + e.path;
  refuse("--scenario " + name, why + sim::instead(name, others));
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

/// "30:60", "30:", ":60" or "30".
std::optional<std::pair<std::uint32_t, std::uint32_t>> days_of(const std::string& text,
                                                               std::uint32_t days) {
  const auto number = [](std::string_view part) -> std::optional<std::uint32_t> {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (error != std::errc() || end != part.data() + part.size()) return {};
    return value;
  };
  const std::size_t colon = text.find(':');
  const std::string_view all = text;
  const std::string_view from = all.substr(0, colon);
  const std::string_view to = colon == std::string::npos ? from : all.substr(colon + 1);
  const auto first = from.empty() && !to.empty() ? 0u : number(from);
  const auto last = to.empty() && !from.empty() ? days - 1 : number(to);
  if (!first || !last || *first > *last || *last >= days) return {};
  return std::pair{*first, *last};
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

TwinChoice twin_choice(const TwinOptions& options, const Experiment& e) {
  TwinChoice choice;
  choice.scenario = scenario_of(options.scenario, e);
  const UnitChoice unit = unit_choice(options.school, options.replicate, e);
  choice.school = unit.school;
  choice.replicate = unit.replicate;
  const models::SchoolPlan& plan = e.schools.schools[choice.school];
  const auto students = static_cast<std::uint32_t>(plan.profile.students);
  if (options.student && *options.student >= students) {
    refuse(fmt::format("--student {}", *options.student),
           fmt::format("school {} has students 0 to {}", plan.school, students - 1));
  }
  const std::uint32_t days = plan.calendar.days_in_run();
  choice.last = days - 1;
  if (options.days.empty()) return choice;
  const auto asked = days_of(options.days, days);
  if (!asked) {
    refuse("--days " + options.days,
           fmt::format("must be two school days from 0 to {}, the first and the last: 30:60",
                       days - 1));
  }
  choice.first = asked->first;
  choice.last = asked->second;
  return choice;
}

}  // namespace cli
