#pragma once
// Snapshots: chosen columns of all students on chosen days, shown to an observer. Watching changes
// nothing: the state is const, and what surveys draw is nobody else's.

#include <span>
#include <vector>

#include "models/day.h"
#include "models/survey.h"
#include "models/variables.h"

namespace models {

/// A column on a school day of the run, from 0, after the day's last bell.
struct Sight {
  Variable variable;
  std::uint32_t day = 0;
};

/// Sees values by row, as many as the school has students; NaN where there is none (no answer, or
/// a second class with the same teacher).
struct SnapshotObserver {
  void* context = nullptr;
  void (*see)(void* context, std::uint32_t scenario, std::uint32_t sight,
              const float* values) = nullptr;
  const Sight* sights = nullptr;  ///< in ascending order of days
  std::uint32_t sight_count = 0;
  const Instrument* instruments = nullptr;
};

/// Shows the observer all sights of this day, from number `next` on; returns the next one.
std::uint32_t show(const SnapshotObserver& observer, std::uint32_t scenario, std::uint32_t next,
                   const Day& day, const State& state);

/// The values of an extra by row, into `values`. `p` is the period of a class.
void extra_values(Extra extra, std::uint32_t period, const Day& day, const State& state,
                  std::span<float> values);

}  // namespace models
