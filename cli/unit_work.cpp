#include "cli/unit_work.h"

#include <stdexcept>

#include "cli/watcher.h"
#include "cli/wave_observer.h"

namespace cli {

UnitWork::UnitWork(std::span<const Experiment> points, const models::Model& model, Share share)
    : e_(points.front()),
      model_(model),
      share_(share),
      layout_(layout_of(e_)),
      survey_layout_(survey_layout_of(e_)),
      with_students_(e_.watch, e_.schools.schools.front(), true),
      without_students_(e_.watch, e_.schools.schools.front(), false),
      shape_(student_shape_of(e_)) {
  if (points.size() != e_.points()) throw std::logic_error("a study is run at all its points");
  // Others' units are not counted here, so a school goes when units come to a later one.
  for (const Experiment& point : points) {
    const std::uint32_t uses = share == Share::all ? point.replicates : SchoolCache::kUnknown;
    sources_.push_back(std::make_unique<UnitSource>(point, model, uses));
  }
}

std::size_t UnitWork::units() const { return e_.schools.schools.size() * e_.runs(); }

bool UnitWork::stores_students(std::size_t unit) const {
  return unit % e_.runs() % e_.replicates < e_.watch.students.replicates;
}

void UnitWork::move_on(std::size_t school) {
  std::size_t before = newest_.load();
  while (before < school && !newest_.compare_exchange_weak(before, school)) {
  }
  if (before >= school) return;
  for (const auto& source : sources_) source->let_go_before(school);
}

UnitResult UnitWork::operator()(std::size_t unit) {
  const std::uint32_t runs = e_.runs();
  const auto run = static_cast<std::uint32_t>(unit % runs);
  const std::uint32_t replicate = run % e_.replicates;
  if (share_ == Share::some) move_on(unit / runs);
  UnitSource& source = *sources_[run / e_.replicates];
  const SchoolCache::Pointer school = source.school(unit / runs, replicate);
  std::vector<models::Scenario> room;
  const std::vector<models::Scenario>& scenarios = source.scenarios(unit / runs, replicate, room);
  UnitResult result;
  result.entries.resize(scenarios.size() * layout_.entries());
  result.bins.resize(scenarios.size() * layout_.bins());
  WaveCollector waves(static_cast<std::uint32_t>(scenarios.size()), e_.record.waves);
  models::UnitPlan plan;
  plan.school = school.get();
  plan.scenarios = scenarios.data();
  plan.scenario_count = static_cast<std::uint32_t>(scenarios.size());
  plan.replicate = replicate;
  plan.record = &e_.record;
  plan.layout = &layout_;
  plan.observers.waves = waves.observer();
  Watcher watcher(stores_students(unit) ? with_students_ : without_students_, e_.watch, *school,
                  shape_, survey_layout_);
  plan.observers.snapshots = watcher.observer();
  model_.run(plan, result.entries.data(), result.bins.data());
  result.waves = waves.measures();
  watcher.see_reach(scenarios);
  result.surveys = watcher.take_surveys();
  result.students = watcher.take_students();
  return result;
}

UnitResult UnitWork::empty(std::size_t unit) const {
  const std::size_t scenarios = e_.scenarios.size();
  UnitResult result;
  result.entries.resize(scenarios * layout_.entries());
  result.bins.resize(scenarios * layout_.bins());
  result.waves.resize(scenarios * e_.record.waves);
  result.surveys.resize(scenarios * survey_layout_.size());
  if (!stores_students(unit) || e_.watch.students.variables.empty()) return result;
  StudentShape one = shape_;
  one.replicates = one.fixed_replicates = 1;
  const auto& profile = e_.schools.schools[unit / e_.runs()].profile;
  result.students = {e_.watch.students, one, static_cast<std::size_t>(profile.students)};
  return result;
}

}  // namespace cli
