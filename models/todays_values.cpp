#include "models/todays_values.h"

#include <limits>

namespace models {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr std::uint32_t kHarmBlock = 3, kHarmWord = 3;  // word 15 of a student's 16 a day

}  // namespace

float todays_mean(const sim::Column<float>& sum, const Day& day, const State& state,
                  std::size_t row) {
  if (state.present[row] <= 0.0f) return kNone;
  return sum[row] / static_cast<float>(day.school.periods());
}

float todays_cue(const Day& day, const State& s, std::size_t row) {
  if (s.present[row] <= 0.0f) return kNone;
  const CueParameters& p = day.p.cue;
  const sim::Calendar& calendar = day.school.plan.calendar;
  const auto periods = static_cast<std::uint32_t>(day.school.periods());
  // Relations enter a cue as they were before the class; the day has added those up.
  float sum = p.relation * s.relation_today[row];
  for (std::uint32_t k = 0; k < periods; ++k) {
    const float norm = s.section_norm[day.seating.section[k][row]];
    const std::uint32_t word =
        sim::draw(day.stream, day.school.id[row], k / 4, day.number, purpose::day)[k % 4];
    sum += cue(s.setting[k][row], 0.0f, norm, sim::byte_noise(word), p);
    if (calendar.weekday(day.number) != k % calendar.days_in_week) continue;
    const std::uint16_t teacher = day.seating.teacher[k][row];
    sum += feedback_cue(s.mark[k][row], day.inputs.of(Input::feedback_warmth, teacher), p);
  }
  return sum / static_cast<float>(periods);
}

bool hurt_today(const Day& day, const State& s, std::size_t row) {
  const Identity& identity = day.school.plan.identity;
  if (!harassment_exists(identity) || s.present[row] <= 0.0f) return false;
  float rate = 0;
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    rate += identity.dimension[d].row[day.school.membership[d][row]].harassment;
  }
  const std::uint32_t word =
      sim::draw(day.stream, day.school.id[row], kHarmBlock, day.number, purpose::day)[kHarmWord];
  return sim::uniform(word) < rate * (1.0f + day.inputs.of(Input::harassment, 0));
}

}  // namespace models
