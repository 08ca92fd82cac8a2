#include "cli/one_unit.h"

#include "cli/live_shown.h"
#include "cli/unit_source.h"

namespace cli {
namespace {

/// Keeps what is seen of some students.
struct Eye {
  const models::School& school;
  std::size_t sights;
  std::span<const std::uint32_t> ids;
  std::vector<std::vector<float>> values;

  static void see(void* context, std::uint32_t scenario, std::uint32_t sight, const float* seen) {
    auto& self = *static_cast<Eye*>(context);
    std::vector<float>& kept = self.values[scenario * self.sights + sight];
    if (self.ids.empty()) {
      kept.resize(self.school.students());
      for (std::size_t row = 0; row < kept.size(); ++row) kept[self.school.id[row]] = seen[row];
      return;
    }
    for (const std::uint32_t id : self.ids) kept.push_back(seen[self.school.row_of_id[id]]);
  }
};

}  // namespace

OneUnit one_unit(const Experiment& e, const models::Model& model, std::size_t school,
                 std::uint32_t replicate, std::size_t scenario) {
  UnitSource source(e, model, 1);
  std::vector<models::Scenario> room;
  const std::vector<models::Scenario>& all = source.scenarios(school, replicate, room);
  return {source.school(school, replicate), {all.front(), all[scenario]}, replicate};
}

std::vector<std::vector<float>> live_and_see(const OneUnit& unit, const models::Model& model,
                                             const std::vector<models::Sight>& sights,
                                             std::span<const std::uint32_t> ids,
                                             std::span<const models::Instrument> instruments) {
  Eye eye{*unit.school, sights.size(), ids, {}};
  eye.values.resize(unit.scenarios.size() * sights.size());
  models::Observers observers;
  observers.snapshots = {&eye, &Eye::see, sights.data(), static_cast<std::uint32_t>(sights.size()),
                         instruments.data()};
  live_shown(*unit.school, unit.scenarios, unit.replicate, {}, observers, model);
  return eye.values;
}

}  // namespace cli
