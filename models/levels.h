#pragma once
// Levels: who takes which core subject at the advanced level.
//
//   race:  t_i = -log(u_i) / (exp(2*a_i) * prod_d access_d)      the least times take the places
//   the same bar:  -log(u_i) / exp(2*a_i) <= the last time that took a place in the race
//   no levels:  nobody
//
//   a_i  preparation     u_i  a uniform draw of this student and subject
//   access_d  of the student's membership in dimension d, from the environment table   [0, 1]
//
// With the same bar everyone is placed whom full access would have placed, and nobody loses a
// place: the school adds sections. Where access is 1 for all, it is the race itself. The forms are
// assumed.

#include <algorithm>
#include <array>
#include <vector>

#include "models/profile.h"
#include "models/purposes.h"
#include "sim/kernel/column.h"
#include "sim/kernel/random.h"

namespace models {

/// How students are placed.
enum class LevelRule : std::uint32_t { race, same_bar, no_levels };

/// [subject][id]: 1 where the student takes the advanced level.
using Levels = std::array<sim::Column<std::uint8_t>, kCoreSubjects>;
using Memberships = std::array<sim::Column<std::uint8_t>, kMaxDimensions>;  ///< [dimension][id]

/// Levels of all students by this rule. `preparation` and `membership` are by id.
inline void draw_levels(sim::Stream s, const SchoolProfile& profile, const Identity& identity,
                        const sim::Column<float>& preparation, const Memberships& membership,
                        LevelRule rule, Levels& levels) {
  const auto n = static_cast<std::uint32_t>(preparation.size());
  constexpr float kNever = 3e38f;
  const auto places = static_cast<std::uint32_t>(static_cast<float>(n) * profile.advanced_share);
  for (std::uint32_t subject = 0; subject < kCoreSubjects; ++subject) {
    levels[subject].resize(n);
    levels[subject].fill(0);
    if (rule == LevelRule::no_levels) continue;
    std::vector<std::pair<float, std::uint32_t>> race(n), open(n);
    for (std::uint32_t id = 0; id < n; ++id) {
      float access = 1.0f;
      for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
        access *= identity.dimension[d].row[membership[d][id]].access;
      }
      const float ready = sim::exp(2.0f * preparation[id]);
      const float weight = ready * access;
      const float time = sim::exponential(sim::draw(s, id, subject, 0, purpose::placement)[0]);
      race[id] = {weight > 0 ? time / weight : kNever, id};
      open[id] = {time / ready, id};
    }
    std::sort(race.begin(), race.end());
    std::pair<float, std::uint32_t> bar{-1.0f, 0};
    for (std::uint32_t k = 0; k < places && k < n; ++k) {
      if (race[k].first >= kNever) break;
      bar = race[k];
      levels[subject][race[k].second] = 1;
    }
    if (rule != LevelRule::same_bar) continue;
    for (const auto& one : open) {
      if (one <= bar) levels[subject][one.second] = 1;
    }
  }
}

}  // namespace models
