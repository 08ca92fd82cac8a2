#pragma once
// What a few rows of students carry through their day (day.cpp, class_period.h).

#include "models/day.h"

namespace models {

using sim::kLanes;
using sim::LanesF;
using sim::LanesI;
using sim::LanesU;
using sim::load;
using sim::store;

inline constexpr std::uint32_t kAbsenceWord = 14, kHarmWord = 15;  // of a student's 16 words a day

/// A student's random words of the day, for as many rows as there are lanes.
using Words = std::uint32_t[16][kLanes];

/// What is the same for everyone today.
struct Today {
  const Day& day;
  State& s;
  const Parameters p;  // a copy: no store to a column can change it
  float season_incidents, season_engagement, newness_kept, surprise_kept, discipline_kept;
  float most_harassment;       // no student's rate of hurtful events is higher
  bool feedback[kMaxPeriods];  // is work given back in this period?
};

/// What a few rows carry through their day: as many as there are lanes, so that it stays in
/// registers from the first class to the last.
struct Rows {
  std::size_t first;
  LanesF here, newness, lens, engagement, affirmed, readiness, incident_base, discipline;
  LanesF norm_now{};  ///< of the class in which they sit
  // Summed over the day's classes, and in the end zero for who is not here.
  LanesF evidence{}, reading{}, answered{}, relation{}, norm{}, classes{};
};

/// What a few rows make of their classes, until an incident changes a pair that meets again today.
struct Readings {
  LanesF reading[kMaxPeriods], bid[kMaxPeriods];
};

/// Bids and meetings by slot, of pairs that meet in more than one period.
struct Repeated {
  alignas(64) float bids[kMaxPeriods][kLanes];
  alignas(64) float events[kMaxPeriods][kLanes];
};

inline LanesF load(const sim::Column<float>& column, const Rows& rows) {
  return load(column.data() + rows.first);
}
inline void store(sim::Column<float>& column, const Rows& rows, LanesF v) {
  store(column.data() + rows.first, v);
}

}  // namespace models
