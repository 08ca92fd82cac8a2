#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "analysis/steps.h"
#include "cli/lever_reach.h"
#include "cli/twin_differences.h"

namespace cli {
namespace {

using models::Extra, models::Outcome, models::Variable;

constexpr Variable of(Extra extra, std::uint32_t period = 0) {
  Variable variable{Variable::Kind::extra, static_cast<std::uint32_t>(extra)};
  variable.period = period;
  return variable;
}
constexpr Variable of(Outcome outcome) {
  return {Variable::Kind::outcome, static_cast<std::uint32_t>(outcome)};
}

/// Friendships as the first day finds them, by id.
sim::Network first_friends(const models::School& school) {
  sim::Network network;
  const models::Friendships& friends = school.entry.friends;
  for (std::size_t id = 0; id < school.students(); ++id) {
    for (std::size_t k = 0; k < friends.degree[id]; ++k) network.add(friends.of(id)[k], 255);
    network.end_row();
  }
  return network;
}

/// Why there can be nobody unreached; "" if there may be.
std::string reaches_everyone(const OneUnit& unit) {
  const models::Parameters& base = unit.scenarios[0].parameters;
  if (std::memcmp(&base, &unit.scenarios[1].parameters, sizeof base) != 0) {
    return "The scenario changes parameters of the model, which hold for everyone: there is nobody "
           "unreached.";
  }
  for (const models::Lever& lever : unit.scenarios[1].levers) {
    const auto& row = models::kInputRows[static_cast<std::size_t>(lever.input)];
    if (row.level != models::Level::school) continue;
    return fmt::format("The lever on {} acts on the whole school: there is nobody unreached.",
                       row.key);
  }
  return "";
}

/// By id, from the classes of the first day.
std::vector<float> levers_reaching(const OneUnit& unit, const models::Model& model) {
  const models::School& school = *unit.school;
  std::vector<models::Sight> sights;
  for (std::uint32_t p = 0; p < school.periods(); ++p) {
    sights.push_back({of(Extra::class_teacher, p), 0});
  }
  const auto seen = live_and_see(unit, model, sights, {});
  std::vector<std::vector<std::uint16_t>> teachers;
  for (std::size_t p = 0; p < sights.size(); ++p) {
    const std::vector<float>& other = seen[sights.size() + p];
    teachers.emplace_back(other.begin(), other.end());
  }
  std::vector<float> sum(school.students());
  add_reach(
      school, unit.scenarios[1],
      [&](std::size_t p) -> std::span<const std::uint16_t> { return teachers[p]; }, sum);
  return sum;
}

void find_steps(const OneUnit& unit, const models::Model& model, std::uint32_t day,
                SchoolDifferences& found) {
  found.no_spillover = reaches_everyone(unit);
  if (!found.no_spillover.empty()) return;
  if (day >= unit.school->plan.calendar.days) {
    found.no_spillover =
        "Spillover is shown for a day of the first year only: whom levers reach in a later one "
        "depends on how the earlier ones were lived.";
    return;
  }
  const std::vector<float> levers = levers_reaching(unit, model);
  std::vector<std::uint8_t> reached;
  for (const float sum : levers) reached.push_back(sum > 0.0f ? 1 : 0);
  if (std::count(reached.begin(), reached.end(), 1) == 0) {
    found.no_spillover = "No lever of the scenario reaches anyone in this school.";
    return;
  }
  if (std::count(reached.begin(), reached.end(), 0) == 0) {
    found.no_spillover =
        "Every student is reached by a lever, or has a teacher who is: there is nobody unreached.";
    return;
  }
  found.steps = analysis::steps_to_nearest(first_friends(*unit.school).view(), reached);
}

}  // namespace

const std::vector<DifferenceRow>& difference_rows() {
  static const std::vector<DifferenceRow> rows{
      {"Belonging (SD)", of(Outcome::belonging)},
      {"Engagement", of(Outcome::engagement)},
      {"Vigilance", of(Outcome::vigilance)},
      {"Uncertainty (SD^2)", of(Outcome::uncertainty)},
      {"Relation with teachers", of(Outcome::relation)},
      {"Grade-point average", of(Outcome::gpa)},
      {"Knowledge (years)", of(Outcome::knowledge)},
      {"Share of days missed", of(Extra::absent_so_far)},
  };
  return rows;
}

SchoolDifferences school_differences(const OneUnit& unit, const models::Model& model,
                                     std::uint32_t day) {
  std::vector<models::Sight> sights;
  for (const DifferenceRow& row : difference_rows()) sights.push_back({row.variable, day});
  const auto seen = live_and_see(unit, model, sights, {});
  SchoolDifferences found;
  for (std::size_t k = 0; k < sights.size(); ++k) {
    found.change.push_back(seen[sights.size() + k]);
    for (std::size_t id = 0; id < found.change[k].size(); ++id) found.change[k][id] -= seen[k][id];
  }
  find_steps(unit, model, day, found);
  return found;
}

double quantile(std::vector<float> values, double p) {
  std::erase_if(values, [](float x) { return std::isnan(x); });
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  std::sort(values.begin(), values.end());
  const double at = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  const double low = static_cast<double>(values[below]), high = static_cast<double>(values[above]);
  return low + (at - static_cast<double>(below)) * (high - low);
}

}  // namespace cli
