#pragma once
// A school year in one scenario, from the first morning to the last bell.

#include "models/inputs.h"
#include "models/record.h"
#include "models/snapshot.h"

namespace models {

/// Sees the friendship network on a wave's day, and touches nothing. `membership` is that of the
/// first dimension, by row.
struct WaveObserver {
  void* context = nullptr;
  void (*see)(void* context, std::uint32_t scenario, std::uint32_t wave, sim::NetworkView friends,
              const std::uint8_t* membership) = nullptr;
};

/// All who watch a unit.
struct Observers {
  WaveObserver waves;
  SnapshotObserver snapshots;
};

/// Rows of columns kept by course or teacher move with the timetable: what was learned goes with
/// the course; relations stay with a teacher who is still met, and begin at T with a new one.
void change_timetable(const School& school, const Seating& from, const Seating& to, State& state);

/// Puts everyone where the year begins, with what they bring: `entry`, by default the school's.
/// Newcomers are all students of a school that a transition leads to, and entrants of later years.
void start_year(const School& school, const Entry& entry, const Scenario& scenario, State& state);
void start_year(const School& school, const Scenario& scenario, State& state);

/// Lives the year. `recorder` may be null (a prior year). `number` is the scenario's. The seating
/// in which the year ends.
const Seating& live_year(const School& school, const Scenario& scenario, sim::Stream stream,
                         const RecordPlan& plan, Recorder* recorder, const Observers& observers,
                         std::uint32_t number, State& state);

/// Lives all years of the run's calendar, from the start of the first.
void live_years(const School& school, const Scenario& scenario, std::uint32_t replicate,
                const RecordPlan& plan, Recorder* recorder, const Observers& observers,
                std::uint32_t number, State& state);

}  // namespace models
