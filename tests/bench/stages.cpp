// The stages of models/day.cpp, in nanoseconds per student-day. A whole day is lived each time, so
// that every stage meets what the one before leaves; the clock is read around each stage of a tile
// (64 students), which adds about a nanosecond per student and stage.
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
  const std::size_t rows = sim::padded(day.school.students());
  models::Tile tile;
  for (tile.first = 0; tile.first < rows; tile.first += models::kTile) {
    tile.rows = std::min(models::kTile, rows - tile.first);
    std::memset(tile.bids, 0, sizeof tile.bids);
    std::memset(tile.events, 0, sizeof tile.events);
    timed(0, [&] { models::draw_words(day, tile); });
    timed(1, [&] { models::arrive(day, state, tile); });
    timed(2, [&] {
      for (std::uint32_t period = 0; period < day.seating.timetable.periods; ++period) {
        models::attend_class(day, state, tile, period);
      }
    });
    timed(3, [&] {
      for (std::size_t block = 0; block < tile.rows; block += sim::kBlock) {
        models::settle_pairs(day, state, tile, tile.first + block);
      }
    });
    timed(4, [&] { models::hurtful_events(day, state, tile); });
    timed(5, [&] { models::end_day(day, state, tile); });
    timed(6, [&] { models::fade(day, state, tile); });
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
