#include "cli/lever_reach.h"

#include "models/reach.h"

namespace cli {

void add_reach(const models::School& school, const models::Scenario& scenario,
               const std::function<std::span<const std::uint16_t>(std::size_t)>& teachers,
               std::span<float> sum) {
  const std::size_t periods = school.periods();
  for (const models::Lever& lever : scenario.levers) {
    const auto reaches = models::reached(school, school.entry.marks, lever, scenario.levers);
    const auto level = models::kInputRows[static_cast<std::size_t>(lever.input)].level;
    for (std::size_t row = 0; row < school.students(); ++row) {
      const std::uint32_t id = school.id[row];
      if (level == models::Level::school) sum[id] += reaches[0];
      if (level == models::Level::student) sum[id] += reaches[row];
      if (level != models::Level::teacher) continue;
      std::uint32_t classes = 0;
      for (std::size_t p = 0; p < periods; ++p) classes += reaches[teachers(p)[id]];
      sum[id] += static_cast<float>(classes) / static_cast<float>(periods);
    }
  }
}

}  // namespace cli
