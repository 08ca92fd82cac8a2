#include "cli/watcher.h"

#include <cmath>

#include "cli/lever_reach.h"

namespace cli {

using Kind = SightUse::Kind;

Watcher::Watcher(const SightPlan& plan, const Watch& watch, const models::School& school,
                 const StudentShape& shape, const SurveyLayout& layout)
    : plan_(plan),
      watch_(watch),
      school_(school),
      layout_(layout),
      groups_(models::groups_of(school.plan.identity)),
      surveys_(shape.scenarios * layout.size()) {
  const auto stored = [](const SightUse& use) { return use.kind <= Kind::teacher; };
  if (std::none_of(plan.uses.begin(), plan.uses.end(), stored)) return;
  StudentShape one = shape;
  one.replicates = one.fixed_replicates = 1;
  students_ = StudentColumns(watch.students, one, school.students());
  see_groups();
}

models::SnapshotObserver Watcher::observer() {
  return {this, &Watcher::see, plan_.sights.data(), static_cast<std::uint32_t>(plan_.sights.size()),
          plan_.scales.data()};
}

void Watcher::see(void* context, std::uint32_t scenario, std::uint32_t sight, const float* values) {
  auto& self = *static_cast<Watcher*>(context);
  const SightUse& use = self.plan_.uses[sight];
  if (use.kind <= Kind::teacher) {
    self.keep(use, scenario, values);
  } else {
    self.add(use, scenario, values);
  }
}

void Watcher::keep(const SightUse& use, std::uint32_t scenario, const float* values) {
  const auto store = [&](auto column) {
    using Value = std::remove_reference_t<decltype(column[0])>;
    for (std::size_t row = 0; row < school_.students(); ++row) {
      column[school_.id[row]] = static_cast<Value>(values[row]);
    }
  };
  if (use.kind == Kind::section) return store(students_.section.at(scenario, 0, use.inner));
  if (use.kind == Kind::teacher) return store(students_.teacher.at(scenario, 0, use.inner));
  store(students_.variables[use.number].at(scenario, 0, use.inner));
}

void Watcher::add(const SightUse& use, std::uint32_t scenario, const float* values) {
  SurveySums* sums = surveys_.data() + scenario * layout_.size();
  const std::uint32_t instrument = watch_.surveys[use.number].score.instrument;
  const float items = plan_.scales[instrument].items;
  for (std::size_t row = 0; row < school_.students(); ++row) {
    if (std::isnan(values[row])) continue;
    SurveySums one;
    if (use.kind == Kind::construct) {
      one.asked = 1;
    } else {
      // A mean over the questions: whole once it is a sum again.
      const auto sum = static_cast<std::int64_t>(std::lround(values[row] * items));
      if (use.kind == Kind::score) {
        one.answered = 1;
        one.points = sum;
        one.squares = sum * sum;
      } else {
        one.favourable = sum;
      }
    }
    sums[layout_.at(use.number, use.inner, 0)] += one;
    for (std::uint32_t d = 0; d < school_.plan.identity.dimensions; ++d) {
      sums[layout_.at(use.number, use.inner, groups_.first[d] + school_.membership[d][row])] += one;
    }
  }
}

void Watcher::see_groups() {
  for (std::uint32_t d = 0; d < school_.plan.identity.dimensions; ++d) {
    const auto group = students_.group.at(d, 0, 0);
    for (std::size_t row = 0; row < group.size(); ++row) {
      group[school_.id[row]] =
          static_cast<std::uint8_t>(groups_.first[d] + school_.membership[d][row]);
    }
  }
}

void Watcher::see_reach(const std::vector<models::Scenario>& scenarios) {
  if (students_.reached.values.empty()) return;
  if (watch_.students.days.front() >= school_.plan.calendar.days) {
    // Whom levers reach in a later year depends on how the earlier ones were lived.
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
      for (float& reached : students_.reached.at(s, 0, 0)) reached = std::nanf("");
    }
    return;
  }
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    add_reach(
        school_, scenarios[s],
        [&](std::size_t period) -> std::span<const std::uint16_t> {
          return students_.teacher.at(s, 0, period);
        },
        students_.reached.at(s, 0, 0));
  }
}

}  // namespace cli
