#include "models/record.h"

namespace models {

Groups groups_of(const Identity& identity) {
  Groups groups;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    groups.first[d] = groups.count;
    groups.count += identity.dimension[d].memberships;
  }
  groups.first[identity.dimensions] = groups.count;
  return groups;
}

RecordLayout::RecordLayout(const RecordPlan& plan, const sim::Calendar& calendar,
                           const Identity& identity)
    : groups_(groups_of(identity)) {
  for (std::size_t k = 0; k < kOutcomes; ++k) {
    if (plan.wanted[k] == 0) continue;
    switch (kOutcomeRows[k].cadence) {
      case Cadence::tick:
        ticks_[k] = calendar.years * ((calendar.days + plan.tick_days - 1) / plan.tick_days);
        break;
      case Cadence::marking_period:
        ticks_[k] = calendar.years * calendar.periods();
        break;
      case Cadence::year:
        ticks_[k] = calendar.years;
        break;
    }
    first_entry_[k] = entries_;
    entries_ += static_cast<std::size_t>(ticks_[k]) * groups_.count;
    first_trace_[k] = traces_;
    traces_ += ticks_[k];
    if (plan.binned[k] != 0) {
      first_bin_[k] = bins_;
      bins_ += static_cast<std::size_t>(ticks_[k]) * groups_.count * kBins;
    }
  }
}

void Recorder::read(Cadence cadence, std::uint32_t tick, const Seating& seating,
                    const Parameters& p, const State& state) {
  if (scratch_.size() != school_.students()) scratch_.resize(school_.students());
  for (std::size_t k = 0; k < kOutcomes; ++k) {
    if (plan_.wanted[k] == 0 || kOutcomeRows[k].cadence != cadence) continue;
    const auto outcome = static_cast<Outcome>(k);
    tally(outcome, tick, outcome_values(outcome, school_, seating, p, state, scratch_));
  }
}

void Recorder::tally(Outcome outcome, std::uint32_t tick, const float* value) {
  const std::size_t k = static_cast<std::size_t>(outcome);
  const bool binned = plan_.binned[k] != 0;
  const float lo = kOutcomeRows[k].lo;
  const float per_bin = static_cast<float>(kBins) / (kOutcomeRows[k].hi - lo);
  std::int32_t* twin = twins_.data() + layout_.trace(outcome, tick) * school_.students();
  const Groups& groups = layout_.group_table();
  const std::uint32_t dimensions = school_.plan.identity.dimensions;
  for (const Cell& cell : school_.cells) {
    Entries sums;
    std::array<std::uint32_t, kBins> bins{};
    for (std::uint32_t row = cell.first; row < cell.first + cell.rows; ++row) {
      const float x = sim::clamp(value[row], -kMostRecorded, kMostRecorded) * kFixedPoint;
      const auto v = static_cast<std::int32_t>(x < 0 ? x - 0.5f : x + 0.5f);
      if (baseline_) twin[row] = v;
      const std::int64_t apart = v - twin[row];
      sums.sum += v;
      sums.squares += static_cast<std::int64_t>(v) * v;
      sums.twin_squares += apart * apart;
      if (binned) {
        const float at = sim::clamp((value[row] - lo) * per_bin, 0.0f, kBins - 1.0f);
        ++bins[static_cast<std::size_t>(at)];
      }
    }
    const auto add = [&](std::uint32_t group) {
      Entries& e = entries_[layout_.entry(outcome, tick, group)];
      e.n += cell.rows;
      e.sum += sums.sum;
      e.squares += sums.squares;
      e.twin_squares += sums.twin_squares;
      if (!binned) return;
      std::uint32_t* to = bins_ + layout_.bin(outcome, tick, group);
      for (std::size_t b = 0; b < kBins; ++b) to[b] += bins[b];
    };
    add(0);
    for (std::uint32_t d = 0; d < dimensions; ++d) add(groups.first[d] + cell.membership[d]);
  }
}

}  // namespace models
