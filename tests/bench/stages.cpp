// The stages of models/day.cpp, in nanoseconds per student-day. A whole day is lived each time, so
// that every stage meets what the one before leaves; the clock is read around each stage of 64
// students, which adds about a nanosecond per student and stage. live_day() itself takes as many
// students as there are lanes through all stages, and keeps more of them in registers.
//
// The stages have no names outside models/day.cpp, so that file is compiled here and not on its
// own.

#include <benchmark/benchmark.h>

#include <chrono>

#include "models/day.cpp"
#include "tests/bench/mid_year.h"
#include "tests/bench/repeat.h"

namespace {

using bench::kStudents, bench::MidYear;

constexpr std::array<const char*, 7> kStages{
    "draws",
    "arrival: absence, readiness",
    "classes: cue, appraisal, incident, response, relation",
    "pairs that met in several classes",
    "hurtful events",
    "end: belonging, vigilance, engagement, effort, lens, trust",
    "memories fade"};

using Clock = std::chrono::steady_clock;
using Times = std::array<Clock::duration, kStages.size()>;

/// models::live_day() with a clock.
Times timed_day(const models::Day& day, models::State& state) {
  Times times{};
  const auto timed = [&](std::size_t stage, auto f) {
    const auto start = Clock::now();
    f();
    times[stage] += Clock::now() - start;
  };
  constexpr std::size_t kGroups = 64 / sim::kLanes;
  const models::Today t = models::today(day, state);
  const std::size_t students = sim::padded(day.school.students());
  static models::Rows rows[kGroups];
  alignas(64) static models::Words word[kGroups];
  static models::Repeated repeated[kGroups];
  bool single[kGroups];
  for (std::size_t first = 0; first < students; first += 64) {
    const std::size_t groups = std::min<std::size_t>(64, students - first) / sim::kLanes;
    const auto stage = [&](std::size_t number, auto f) {
      timed(number, [&] {
        for (std::size_t g = 0; g < groups; ++g) f(g);
      });
    };
    stage(0, [&](std::size_t g) { models::draw_words(t, first + g * sim::kLanes, word[g]); });
    stage(1, [&](std::size_t g) { rows[g] = models::arrive(t, first + g * sim::kLanes, word[g]); });
    stage(2, [&](std::size_t g) {
      single[g] = models::attend_classes(t, rows[g], word[g], repeated[g]);
    });
    stage(3, [&](std::size_t g) {
      if (single[g]) return;
      models::settle_pairs(t, rows[g], repeated[g]);
      repeated[g] = {};
    });
    stage(4, [&](std::size_t g) { models::hurtful_events(t, rows[g], word[g]); });
    stage(5, [&](std::size_t g) { models::end_day(t, rows[g]); });
    stage(6, [&](std::size_t g) { models::fade(t, rows[g]); });
  }
  state.belonging.commit();
  state.uncertainty.commit();
  state.engagement.commit();
  return times;
}

/// range(0): the stage.
void stage_of_day(benchmark::State& run) {
  const auto stage = static_cast<std::size_t>(run.range(0));
  run.SetLabel(kStages[stage]);
  MidYear& year = bench::mid_year();
  for (auto _ : run) {
    const Times times = timed_day(year.day, year.state);
    run.SetIterationTime(std::chrono::duration<double>(times[stage]).count());
  }
  run.counters["time/student-day"] = benchmark::Counter(
      kStudents, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

}  // namespace

BENCHMARK(stage_of_day)
    ->DenseRange(0, kStages.size() - 1)
    ->UseManualTime()
    ->Iterations(2000)
    ->Apply(bench::repeat);
