#include "cli/twin_choice.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

#include "cli/unit_choice.h"

namespace cli {
namespace {

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

TwinChoice twin_choice(const TwinOptions& options, const Experiment& e) {
  TwinChoice choice;
  if (e.scenarios.size() < 2) {
    throw sim::ConfigError(e.path + ": has one scenario; a second life needs another [[scenario]]");
  }
  choice.scenario = scenario_choice(options.scenario, 1, e);
  const UnitChoice unit = unit_choice(options.school, options.replicate, e);
  choice.school = unit.school;
  choice.replicate = unit.replicate;
  const models::SchoolPlan& plan = e.schools.schools[choice.school];
  const auto students = static_cast<std::uint32_t>(plan.profile.students);
  if (options.student && *options.student >= students) {
    throw sim::ConfigError(fmt::format("--student {}: school {} has students 0 to {}",
                                       *options.student, plan.school, students - 1));
  }
  const std::uint32_t days = plan.calendar.days_in_run();
  choice.last = days - 1;
  if (options.days.empty()) return choice;
  const auto asked = days_of(options.days, days);
  if (!asked) {
    throw sim::ConfigError(fmt::format(
        "--days {}: must be two school days from 0 to {}, the first and the last: 30:60",
        options.days, days - 1));
  }
  choice.first = asked->first;
  choice.last = asked->second;
  return choice;
}

}  // namespace cli
