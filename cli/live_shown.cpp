#include "cli/live_shown.h"

#include <algorithm>

namespace cli {

void live_shown(const models::School& school, std::span<const models::Scenario> scenarios,
                std::uint32_t replicate, std::span<const std::uint32_t> wave_days,
                const models::Observers& observers, const models::Model& model) {
  models::RecordPlan record;
  record.tick_days = 1;
  record.waves = static_cast<std::uint32_t>(wave_days.size());
  std::copy(wave_days.begin(), wave_days.end(), record.wave_day.begin());
  const models::RecordLayout layout(record, school.plan.calendar, school.plan.identity);
  models::UnitPlan plan;
  plan.school = &school;
  plan.scenarios = scenarios.data();
  plan.scenario_count = static_cast<std::uint32_t>(scenarios.size());
  plan.replicate = replicate;
  plan.record = &record;
  plan.layout = &layout;
  plan.observers = observers;
  models::Entries no_entries;  // no outcome is wanted
  std::uint32_t no_bins = 0;
  model.run(plan, &no_entries, &no_bins);
}

}  // namespace cli
