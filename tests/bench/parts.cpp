// The parts of a day, in nanoseconds per student: what runs every day as it is, what runs weekly or
// at each marking period divided by the days between.

#include <benchmark/benchmark.h>

#include "models/record.h"
#include "models/setting.h"
#include "models/week.h"
#include "models/year.h"

namespace {

constexpr float kStudents = 400;

/// A school like those of configs/schools/three_high_schools.toml, in plain numbers.
models::SchoolPlan plan_of(float students) {
  models::SchoolPlan plan;
  plan.profile.students = students;
  plan.profile.class_size = 25;
  plan.identity.dimensions = 2;
  auto& race = plan.identity.dimension[0];
  race.memberships = 3;
  race.own_group = 1;
  race.row[0] = {.share = 0.3f,
                 .teachers = 0.1f,
                 .stigma = 0.25f,
                 .support_gap = 0.02f,
                 .bias = 1.0f,
                 .harassment = 0.002f,
                 .access = 0.7f,
                 .key = 0};
  race.row[1] = {.share = 0.3f, .teachers = 0.1f, .stigma = 0.2f, .access = 0.7f, .key = 1};
  race.row[2] = {.share = 0.4f, .teachers = 0.8f, .materials = 0.8f, .key = 2};
  auto& gender = plan.identity.dimension[1];
  gender.memberships = 2;
  gender.same_tie = 0.8f;
  gender.row[0] = {.share = 0.5f, .teachers = 0.6f, .key = 0};
  gender.row[1] = {.share = 0.5f, .teachers = 0.4f, .key = 1};
  return plan;
}

/// A school in the middle of its year.
struct MidYear {
  models::SchoolPlan plan = plan_of(kStudents);
  std::unique_ptr<models::School> school = models::build_school(plan, nullptr);
  models::Scenario baseline{plan.parameters, {}};
  models::Inputs inputs{*school, baseline};
  models::State state;
  models::Day day{*school, school->seating, baseline.parameters, inputs, sim::stream(1, 0, 0), 60};
  MidYear() {
    models::RecordPlan nothing;
    models::start_year(*school, baseline, state);
    models::live_year(*school, baseline, day.stream, nothing, nullptr, {}, 0, state);
  }
};

MidYear& mid_year() {
  static MidYear year;
  return year;
}

/// Reports the time of one call, divided by students and by the days between two calls.
template <class F>
void per_student_day(benchmark::State& run, double days, F f) {
  MidYear& year = mid_year();
  for (auto _ : run) f(year);
  run.counters["ns/student-day"] =
      benchmark::Counter(kStudents * days * 1e-9, benchmark::Counter::kIsIterationInvariantRate |
                                                      benchmark::Counter::kInvert);
}

void morning(benchmark::State& run) {
  per_student_day(run, 1, [](MidYear& y) { models::morning(y.day, y.state); });
}
void live_day(benchmark::State& run) {
  per_student_day(run, 1, [](MidYear& y) { models::live_day(y.day, y.state); });
}
void befriend_week(benchmark::State& run) {
  per_student_day(run, 5, [](MidYear& y) { models::befriend_week(y.day, y.state); });
}
void practise_week(benchmark::State& run) {
  per_student_day(run, 5, [](MidYear& y) { models::practise_week(y.day, y.state); });
}
void settle_learning(benchmark::State& run) {
  per_student_day(run, 5, [](MidYear& y) { models::settle_learning(y.day, y.state); });
}
void rebuild_setting(benchmark::State& run) {
  per_student_day(run, 5, [](MidYear& y) {
    models::rebuild_support(*y.school, y.school->seating, y.baseline.parameters, y.inputs, y.state);
    models::rebuild_cues(y.school->seating, y.baseline.parameters, y.inputs, y.state);
  });
}
void mark_period(benchmark::State& run) {
  per_student_day(run, 45, [](MidYear& y) { models::mark_period(y.day, y.state); });
}
void record_week(benchmark::State& run) {
  MidYear& y = mid_year();
  models::RecordPlan plan;
  plan.wanted.fill(1);
  const models::RecordLayout layout(plan, y.plan.calendar, y.plan.identity);
  std::vector<models::Entries> entries(layout.entries());
  models::Recorder recorder(*y.school, plan, layout);
  recorder.start(entries.data(), nullptr, true);
  per_student_day(run, 5, [&](MidYear& year) {
    recorder.read(models::Cadence::tick, 3, year.school->seating, year.baseline.parameters,
                  year.state);
  });
}
/// Structure only: people, staff, timetable, first friendships; a prior year counts as a year.
void build_school(benchmark::State& run) {
  models::SchoolPlan plan = plan_of(static_cast<float>(run.range(0)));
  plan.profile.simulated_entry = 0;
  const models::EntryTable table;
  for (auto _ : run) benchmark::DoNotOptimize(models::build_school(plan, &table));
  run.counters["ns/student"] = benchmark::Counter(
      static_cast<double>(run.range(0)) * 1e-9,
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK(morning);
BENCHMARK(live_day);
BENCHMARK(befriend_week);
BENCHMARK(practise_week);
BENCHMARK(settle_learning);
BENCHMARK(rebuild_setting);
BENCHMARK(mark_period);
BENCHMARK(record_week);
BENCHMARK(build_school)->Arg(50)->Arg(400)->Arg(3000)->Unit(benchmark::kMicrosecond);
