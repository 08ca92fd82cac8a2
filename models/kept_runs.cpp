#include "models/kept_runs.h"

#include <utility>

#include "models/timetable_in_force.h"
#include "models/year.h"

namespace models {

void KeptRuns::reference(const PlanNumbers& plan) {
  reference_ = plan.school;
  table_.reset();
}

std::shared_ptr<const EntryTable> KeptRuns::table() {
  if (table_ == nullptr && reference_) {
    table_ = std::make_shared<const EntryTable>(entry_table(*reference_));
  }
  return table_;
}

void KeptRuns::add(PlanNumbers plan) {
  if (plans_.empty()) {
    record_ = plan.record;
    baseline_ = plan.scenarios.front();
    layout_ = {record_, plan.school.calendar, plan.school.identity};
  }
  const bool needs_table = plan.school.profile.simulated_entry == 0.0f;
  tables_.push_back(needs_table ? table() : nullptr);
  plans_.push_back(plan.school);
}

const School& KeptRuns::school(std::size_t number, std::uint32_t replicate) {
  const Key key{number, redraw_ ? replicate : 0};
  std::unique_ptr<School>& school = built_[key];
  if (school == nullptr) {
    SchoolPlan plan = plans_[number];
    plan.redraw = redraw_ ? replicate + 1 : 0;
    school = build_school(plan, tables_[number].get());
  }
  return *school;
}

void KeptRuns::run(const School& school, const Scenario& scenario, std::uint32_t replicate,
                   std::uint32_t number, Recorder& recorder, Lived& lived) {
  lived.entries.assign(layout_.entries(), {});
  lived.bins.assign(layout_.bins(), 0);
  recorder.start(lived.entries.data(), lived.bins.data(), number == 0);
  start_year(school, scenario, state_);
  live_years(school, scenario, replicate, record_, &recorder, {}, number, state_);
}

const Lived& KeptRuns::baseline(std::size_t number, std::uint32_t replicate) {
  Kept& kept = kept_[{number, replicate}];
  if (kept.recorder == nullptr) {
    const School& built = school(number, replicate);
    kept.recorder = std::make_unique<Recorder>(built, record_, layout_);
    run(built, baseline_, replicate, 0, *kept.recorder, kept.baseline);
  }
  return kept.baseline;
}

const School& KeptRuns::school(std::size_t number, std::uint32_t replicate,
                               const Scenario& scenario) {
  SchoolPlan& plan = plans_[number];
  const std::uint32_t needed = timetables_needed(scenario, plan.calendar);
  if ((plan.timetables & needed) != needed) {  // the school as it is, and another timetable
    plan.timetables |= needed;
    const auto of_it = [&](const auto& entry) { return entry.first.first == number; };
    std::erase_if(kept_, of_it);
    std::erase_if(built_, of_it);
  }
  return school(number, replicate);
}

const Lived& KeptRuns::live(std::size_t number, std::uint32_t replicate, const Scenario& scenario) {
  const School& built = school(number, replicate, scenario);
  baseline(number, replicate);
  run(built, scenario, replicate, 1, *kept_[{number, replicate}].recorder, lived_);
  return lived_;
}

StudyTotals::StudyTotals(std::uint32_t replicates, std::size_t scenarios,
                         const RecordLayout& layout)
    : replicates_(replicates), scenarios_(scenarios), totals_(replicates * scenarios, layout) {}

sim::Fingerprint::Value StudyTotals::fingerprint(const KeptRuns& runs, bool redraw,
                                                 std::vector<Scenario> scenarios) const {
  sim::Fingerprint print;
  add_study(replicates_, redraw, runs.plans(), runs.record(), std::move(scenarios), print);
  totals_.add_to(print);
  return print.value();
}

}  // namespace models
