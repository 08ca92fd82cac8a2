// The parts of a day, per student: what runs every day as it is, what runs weekly or
// at each marking period divided by the days between. In JSON all counters are in seconds.

#include <benchmark/benchmark.h>

#include "tests/bench/plain_loops.h"
#include "tests/bench/repeat.h"

namespace {

using bench::kStudents, bench::MidYear, bench::mid_year, bench::plan_of;

/// Reports the time of one call, divided by students and by the days between two calls.
template <class F>
void per_student_day(benchmark::State& run, double days, F f) {
  MidYear& year = mid_year();
  for (auto _ : run) f(year);
  run.counters["time/student-day"] =
      benchmark::Counter(kStudents * days, benchmark::Counter::kIsIterationInvariantRate |
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
/// The same school's weeks by plain loops and by the model, one after the other in one process.
void weeks_in_plain_loops(benchmark::State& run) {
  per_student_day(run, bench::kWeeks * bench::kWeekDays, bench::live_plainly);
}
void weeks_in_lanes(benchmark::State& run) {
  per_student_day(run, bench::kWeeks * bench::kWeekDays, bench::live_in_lanes);
}
/// Structure only: people, staff, timetable, first friendships; a prior year counts as a year.
void build_school(benchmark::State& run) {
  models::SchoolPlan plan = plan_of(static_cast<float>(run.range(0)));
  plan.profile.simulated_entry = 0;
  const models::EntryTable table;
  for (auto _ : run) benchmark::DoNotOptimize(models::build_school(plan, &table));
  run.counters["time/student"] = benchmark::Counter(
      static_cast<double>(run.range(0)),
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK(weeks_in_plain_loops)->Apply(bench::repeat);
BENCHMARK(weeks_in_lanes)->Apply(bench::repeat);
BENCHMARK(morning)->Apply(bench::repeat);
BENCHMARK(live_day)->Apply(bench::repeat);
BENCHMARK(befriend_week)->Apply(bench::repeat);
BENCHMARK(practise_week)->Apply(bench::repeat);
BENCHMARK(settle_learning)->Apply(bench::repeat);
BENCHMARK(rebuild_setting)->Apply(bench::repeat);
BENCHMARK(mark_period)->Apply(bench::repeat);
BENCHMARK(record_week)->Apply(bench::repeat);
BENCHMARK(build_school)
    ->Arg(50)
    ->Arg(400)
    ->Arg(3000)
    ->Unit(benchmark::kMicrosecond)
    ->Apply(bench::repeat);
