#include "models/lever.h"

#include "sim/kernel/transcendental.h"

namespace models {

bool open(const Schedule& schedule, std::uint32_t day) {
  for (std::uint32_t b = 0; b < schedule.boosters; ++b) {
    if (schedule.booster[b] == day) return true;
  }
  if (day < schedule.start || day - schedule.start >= schedule.days) return false;
  if (schedule.every == 0) return true;
  return (day - schedule.start) % schedule.every < schedule.open_for;
}

float dose(const Schedule& schedule, std::uint32_t day) {
  if (open(schedule, day)) return 1.0f;
  if (schedule.decay_days <= 0) return 0.0f;
  for (std::uint32_t back = 1; back <= day; ++back) {
    if (open(schedule, day - back)) {
      return sim::exp(-static_cast<float>(back) / schedule.decay_days);
    }
  }
  return 0.0f;
}

}  // namespace models
