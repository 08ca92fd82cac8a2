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
  const std::size_t rows = sim::padded(school_.students());
  std::int32_t* twin = twins_.data() + layout_.trace(outcome, tick) * rows;
  for (std::size_t k = 0; k < rows; k += sim::kLanes) {
    const sim::LanesF x =
        sim::clamp(sim::load(value + k), -kMostRecorded, kMostRecorded) * kFixedPoint;
    const auto whole = sim::truncate(sim::choose(x < 0.0f, x - 0.5f, x + 0.5f));
    sim::store(whole_.data() + k, whole);
    if (baseline_) sim::store(twin + k, whole);
    sim::store(apart_.data() + k, whole - sim::load<sim::LanesI>(twin + k));
  }
  const Groups& groups = layout_.group_table();
  const std::uint32_t dimensions = school_.plan.identity.dimensions;
  Entries* entries = entries_ + layout_.entry(outcome, tick, 0);
  for (const Cell& cell : school_.cells) {
    Entries sums;
    for (std::uint32_t row = cell.first; row < cell.first + cell.rows; ++row) {
      const std::int64_t whole = whole_[row], apart = apart_[row];
      sums.sum += whole;
      sums.squares += whole * whole;
      sums.twin_squares += apart * apart;
    }
    const auto add = [&](Entries& e) {
      e.n += cell.rows;
      e.sum += sums.sum;
      e.squares += sums.squares;
      e.twin_squares += sums.twin_squares;
    };
    add(entries[0]);
    for (std::uint32_t d = 0; d < dimensions; ++d) {
      add(entries[groups.first[d] + cell.membership[d]]);
    }
  }
  if (plan_.binned[static_cast<std::size_t>(outcome)] != 0) count_bins(outcome, tick, value);
}

void Recorder::count_bins(Outcome outcome, std::uint32_t tick, const float* value) {
  const auto& range = kOutcomeRows[static_cast<std::size_t>(outcome)];
  const float per_bin = static_cast<float>(kBins) / (range.hi - range.lo);
  for (std::size_t k = 0; k < sim::padded(school_.students()); k += sim::kLanes) {
    const sim::LanesF at = (sim::load(value + k) - range.lo) * per_bin;
    sim::store(whole_.data() + k, sim::truncate(sim::clamp(at, 0.0f, kBins - 1.0f)));
  }
  const Groups& groups = layout_.group_table();
  for (const Cell& cell : school_.cells) {
    std::array<std::uint32_t*, kMaxDimensions + 1> bins;
    const std::uint32_t dimensions = school_.plan.identity.dimensions;
    bins[dimensions] = bins_ + layout_.bin(outcome, tick, 0);
    for (std::uint32_t d = 0; d < dimensions; ++d) {
      bins[d] = bins_ + layout_.bin(outcome, tick, groups.first[d] + cell.membership[d]);
    }
    for (std::uint32_t row = cell.first; row < cell.first + cell.rows; ++row) {
      const auto at = static_cast<std::size_t>(whole_[row]);
      for (std::uint32_t d = 0; d <= dimensions; ++d) ++bins[d][at];
    }
  }
}

}  // namespace models
