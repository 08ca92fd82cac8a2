#include "cli/unit_source.h"

#include "cli/scenario_checks.h"

namespace cli {

UnitSource::UnitSource(const Experiment& e, const models::Model& model, std::uint32_t uses)
    : e_(e),
      schools_(e.schools.schools, e.schools.references(), e.schools.stratum, model, uses,
               e.carried) {
  for (const models::SchoolPlan* kind : e.schools.kinds()) {
    scenarios_.emplace_back();
    for (const ScenarioSpec& spec : e.scenarios) {
      scenarios_.back().push_back(e.schools.strata.empty() ? spec.scenario
                                                           : held(spec.scenario, *kind));
    }
  }
}

SchoolCache::Pointer UnitSource::school(std::size_t school, std::uint32_t replicate) {
  const std::uint32_t redraw = e_.redraw ? replicate + 1 : 0;
  if (e_.carried.empty()) return schools_.get(school, redraw);
  return schools_.get(school, redraw, replicate % e_.carried.size());
}

const std::vector<models::Scenario>& UnitSource::scenarios(
    std::size_t school, std::uint32_t replicate, std::vector<models::Scenario>& room) const {
  const std::vector<models::Scenario>& here = scenarios_[e_.schools.kind(school)];
  if (e_.carried.empty()) return here;
  room = here;
  for (std::size_t s = 0; s < room.size(); ++s) {
    room[s].parameters = e_.scenarios[s].carried[replicate % e_.carried.size()];
  }
  return room;
}

}  // namespace cli
