#include "models/day.h"

namespace models {

void take_seats(const Seating& seating, State& state) {
  const auto& sections = seating.timetable.sections;
  state.section_sum.assign(sections.size(), 0);
  state.section_norm.assign(sections.size(), 0.0f);
  state.section_scale.assign(sections.size(), 0.0f);
  for (std::size_t s = 0; s < sections.size(); ++s) {
    if (sections[s].students > 0) {
      state.section_scale[s] = 1.0f / (65535.0f * static_cast<float>(sections[s].students));
    }
  }
}

namespace {

/// Engagement in whole 65535ths: sums of whole numbers are the same in any order.
void count_effort(State& state, std::size_t rows) {
  const sim::Column<float>& engagement = state.engagement.now();
  for (std::size_t k = 0; k < sim::padded(rows); k += sim::kLanes) {
    const sim::LanesF units = sim::load(engagement.data() + k) * 65535.0f + 0.5f;
    sim::store(state.effort_units.data() + k, (sim::LanesU)sim::truncate(units));
  }
}

void class_norms(const Day& day, State& state) {
  const auto& sections = day.seating.timetable.sections;
  state.section_sum.assign(sections.size(), 0);
  for (std::uint32_t p = 0; p < day.seating.timetable.periods; ++p) {
    if (!day.seating.counted[p]) continue;
    const std::uint16_t* section = day.seating.section[p].data();
    for (std::size_t row = 0; row < day.school.students(); ++row) {
      state.section_sum[section[row]] += state.effort_units[row];
    }
  }
  for (std::size_t s = 0; s < sections.size(); ++s) {
    state.section_norm[s] = static_cast<float>(state.section_sum[s]) * state.section_scale[s];
  }
}

void friends_mean(const Day& day, State& state) {
  const std::uint32_t* first = state.friends_by_row.offsets.data();
  const sim::Row* target = state.friends_by_row.targets.data();
  const std::uint8_t* strength = state.friends_by_row.strength.data();
  const float alone = day.p.engagement.reference;
  for (std::size_t row = 0; row < day.school.students(); ++row) {
    std::uint32_t sum = 0;
    for (std::uint32_t k = first[row]; k < first[row + 1]; ++k) {
      sum += strength[k] * state.effort_units[target[k]];
    }
    const float scale = state.friends_scale[row];
    state.friends_engagement[row] = scale > 0.0f ? static_cast<float>(sum) * scale : alone;
  }
}

}  // namespace

void morning(const Day& day, State& state) {
  count_effort(state, day.school.students());
  class_norms(day, state);
  friends_mean(day, state);
}

}  // namespace models
