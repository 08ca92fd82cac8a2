#pragma once
// The record of a unit: for every scenario, outcome, tick and group how many students, the sum of
// their values, the sum of squares, and the sum of squared differences from their own baseline
// twins. Whole numbers (multiples of 2^-16), so that records add up the same in any order.

#include <array>
#include <cstdint>
#include <vector>

#include "models/outcomes.h"
#include "models/state.h"

namespace models {

inline constexpr std::size_t kBins = 64;
inline constexpr std::size_t kMaxWaves = 8;
inline constexpr float kFixedPoint = 65536.0f;
inline constexpr float kMostRecorded = 64.0f;  ///< values are held within +-this

/// What to record.
struct RecordPlan {
  std::uint32_t tick_days = 5;                    ///< 1: every day; days_in_week: every week
  std::array<std::uint32_t, kOutcomes> wanted{};  ///< 1: tallied
  std::array<std::uint32_t, kOutcomes> binned{};  ///< 1: with a histogram, for quantiles
  std::uint32_t waves = 0;                        ///< days on which networks are shown
  std::array<std::uint32_t, kMaxWaves> wave_day{};
};

/// One entry of a tally. `twin_squares` is the sum of (value - baseline twin's value)^2.
struct Entries {
  std::int64_t n = 0, sum = 0, squares = 0, twin_squares = 0;
};

/// Groups: everyone first, then each membership of each dimension.
struct Groups {
  std::uint32_t count = 1;
  std::array<std::uint32_t, kMaxDimensions + 1> first{};  ///< of a dimension's first membership
};
Groups groups_of(const Identity& identity);

/// Where things stand in a unit's record.
class RecordLayout {
 public:
  RecordLayout() = default;
  RecordLayout(const RecordPlan& plan, const sim::Calendar& calendar, const Identity& identity);

  std::uint32_t ticks(Outcome outcome) const { return ticks_[index(outcome)]; }
  std::uint32_t groups() const { return groups_.count; }
  const Groups& group_table() const { return groups_; }
  /// Entries of one scenario, and bins.
  std::size_t entries() const { return entries_; }
  std::size_t bins() const { return bins_; }
  std::size_t entry(Outcome outcome, std::uint32_t tick, std::uint32_t group) const {
    return first_entry_[index(outcome)] + static_cast<std::size_t>(tick) * groups_.count + group;
  }
  std::size_t bin(Outcome outcome, std::uint32_t tick, std::uint32_t group) const {
    return first_bin_[index(outcome)] +
           (static_cast<std::size_t>(tick) * groups_.count + group) * kBins;
  }
  /// Number of the (outcome, tick) pair in the baseline's trace.
  std::size_t trace(Outcome outcome, std::uint32_t tick) const {
    return first_trace_[index(outcome)] + tick;
  }
  std::size_t traces() const { return traces_; }

 private:
  static std::size_t index(Outcome outcome) { return static_cast<std::size_t>(outcome); }
  Groups groups_;
  std::array<std::uint32_t, kOutcomes> ticks_{};
  std::array<std::size_t, kOutcomes> first_entry_{}, first_bin_{}, first_trace_{};
  std::size_t entries_ = 0, bins_ = 0, traces_ = 0;
};

/// Reads the state (const) into entries. The first scenario recorded is everyone's twin.
class Recorder {
 public:
  Recorder(const School& school, const RecordPlan& plan, const RecordLayout& layout)
      : school_(school), plan_(plan), layout_(layout) {
    twins_.resize(layout.traces() * sim::padded(school.students()));
    whole_.resize(school.students());
    apart_.resize(school.students());
  }
  /// Where the next scenario's entries and bins go: entries() and bins() of the layout each.
  void start(Entries* entries, std::uint32_t* bins, bool baseline) {
    entries_ = entries;
    bins_ = bins;
    baseline_ = baseline;
  }
  void read(Cadence cadence, std::uint32_t tick, const Seating& seating, const Parameters& p,
            const State& state);

 private:
  void tally(Outcome outcome, std::uint32_t tick, const float* value);
  void count_bins(Outcome outcome, std::uint32_t tick, const float* value);

  const School& school_;
  const RecordPlan& plan_;
  const RecordLayout& layout_;
  std::vector<std::int32_t> twins_;  ///< [trace * padded students + row]
  sim::Column<float> scratch_;
  sim::Column<std::int32_t> whole_, apart_;  ///< values and what they differ from the twin's by
  Entries* entries_ = nullptr;
  std::uint32_t* bins_ = nullptr;
  bool baseline_ = true;
};

/// The values of one outcome by row: a column of the state or, worked out, `scratch`.
const float* outcome_values(Outcome outcome, const School& school, const Seating& seating,
                            const Parameters& p, const State& state, sim::Column<float>& scratch);

}  // namespace models
