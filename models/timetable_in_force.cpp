#include "models/timetable_in_force.h"

namespace models {
namespace {

constexpr float kYes = 0.5f;  // of an input that is yes or no

/// May an input be no (bit 0) or yes (bit 1) on this day?
std::uint32_t answers(const Scenario& scenario, const sim::Calendar& calendar, Input input,
                      std::uint32_t day) {
  float least = 0, most = 0;
  for (const Lever& lever : scenario.levers) {
    if (lever.input != input) continue;
    const float open_amount =
        lever.amount * dose(lever.schedule, counted_day(lever.schedule, day, calendar.days));
    least += open_amount * sim::clamp(lever.fidelity - lever.fidelity_spread, 0.0f, 1.0f);
    most += open_amount;  // someone may own the work
  }
  return (least > kYes ? 0u : 1u) | (most > kYes ? 2u : 0u);
}

}  // namespace

std::uint32_t timetable_in_force(const School& school, const Inputs& inputs) {
  if (school.plan.profile.elementary != 0.0f || school.plan.structure) return 0;
  // A trial that keeps its arms apart does so all year.
  if (inputs.apart()) return inputs.moved(Input::shared_blocks) ? kApartWithBlocks : kApart;
  const auto yes = [&](Input input) { return inputs.of(input, 0) > kYes; };
  const LevelRule rule = yes(Input::detracking)        ? LevelRule::no_levels
                         : yes(Input::advanced_access) ? LevelRule::same_bar
                                                       : LevelRule::race;
  return timetable_kind(rule, yes(Input::shared_blocks));
}

std::uint32_t timetables_needed(const Scenario& scenario, const sim::Calendar& calendar) {
  std::uint32_t needed = 1;
  for (std::uint32_t day = 0; day < calendar.days_in_run(); ++day) {
    const std::uint32_t of_year = day % calendar.days;
    if (of_year != 0 && !calendar.starts_term(of_year)) continue;
    const std::uint32_t blocks = answers(scenario, calendar, Input::shared_blocks, day);
    const std::uint32_t access = answers(scenario, calendar, Input::advanced_access, day);
    const std::uint32_t no_levels = answers(scenario, calendar, Input::detracking, day);
    std::uint32_t placements = 0;
    if ((no_levels & 2u) != 0) placements |= 1u << static_cast<std::uint32_t>(LevelRule::no_levels);
    if ((no_levels & 1u) != 0) {
      if ((access & 2u) != 0) placements |= 1u << static_cast<std::uint32_t>(LevelRule::same_bar);
      if ((access & 1u) != 0) placements |= 1u << static_cast<std::uint32_t>(LevelRule::race);
    }
    for (std::uint32_t kind = 0; kind < kApart; ++kind) {
      const bool placed = (placements >> static_cast<std::uint32_t>(level_rule_of(kind)) & 1u) != 0;
      if (placed && (blocks & (shares_blocks(kind) ? 2u : 1u)) != 0) needed |= 1u << kind;
    }
  }
  return needed;
}

}  // namespace models
