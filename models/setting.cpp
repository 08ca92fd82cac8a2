#include "models/setting.h"

#include <cstring>

#include "models/unlike.h"

namespace models {
namespace {

/// Heads of each section by membership of one dimension: [section * kMaxMemberships + m].
std::vector<std::uint16_t> count_heads(const School& school, const Seating& seating,
                                       std::uint32_t dimension) {
  std::vector<std::uint16_t> heads(seating.timetable.sections.size() * kMaxMemberships, 0);
  for (std::size_t p = 0; p < school.periods(); ++p) {
    for (std::size_t row = 0; row < school.students(); ++row) {
      const std::uint16_t s = seating.section[p][row];
      if (seating.timetable.sections[s].period != p) continue;
      ++heads[s * kMaxMemberships + school.membership[dimension][row]];
    }
  }
  return heads;
}

}  // namespace

void rebuild_representation(const School& school, const Seating& seating, const Parameters& p,
                            const Inputs& inputs, State& state) {
  const float narrative = 1.0f + inputs.of(Input::stigma, 0);
  for (std::size_t period = 0; period < school.periods(); ++period) {
    state.represented[period].fill(0.0f);
    state.doubt[period].fill(1.0f);  // for now the product of what is left undoubted
  }
  for (std::uint32_t d = 0; d < school.plan.identity.dimensions; ++d) {
    const Dimension& dimension = school.plan.identity.dimension[d];
    bool open = false;
    for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
      open = open || dimension.row[m].stigma > 0;
    }
    if (!open) continue;
    const auto heads = count_heads(school, seating, d);
    for (std::size_t period = 0; period < school.periods(); ++period) {
      for (std::size_t row = 0; row < school.students(); ++row) {
        const std::uint8_t m = school.membership[d][row];
        const float theta = sim::clamp(dimension.row[m].stigma * narrative, 0.0f, 0.9f);
        if (theta <= 0) continue;
        const std::uint16_t s = seating.section[period][row];
        const std::uint16_t j = seating.teacher[period][row];
        const float others = static_cast<float>(seating.timetable.sections[s].students) - 1.0f;
        const float peers =
            others > 0 ? (static_cast<float>(heads[s * kMaxMemberships + m]) - 1.0f) / others
                       : 1.0f;
        const float materials =
            sim::clamp(dimension.row[m].materials + inputs.of(Input::materials, j), 0.0f, 1.0f);
        const float r = representation(peers, inputs.teacher_membership(d, j) == m, materials,
                                       p.representation);
        state.represented[period][row] += theta * (r - p.cue.representation_reference);
        state.doubt[period][row] *= 1.0f - open_doubt(theta, r, p.appraisal);
      }
    }
  }
  for (std::size_t period = 0; period < school.periods(); ++period) {
    for (float& doubt : state.doubt[period].rows()) doubt = 1.0f - doubt;
  }
}

void rebuild_support(const School& school, const Seating& seating, const Parameters& p,
                     const Inputs& inputs, State& state) {
  const Staff& staff = school.staff;
  const std::size_t teachers = staff.size();
  std::vector<float> support(teachers), gap(teachers);
  for (std::size_t j = 0; j < teachers; ++j) {
    const float q = state.practice_met[j];
    const float shifted = staff.support[j] + inputs.of(Input::support, j);
    support[j] = shifted + p.practice.support * q * (1.0f - shifted);
    gap[j] = staff.gap_factor[j] * (1.0f - inputs.of(Input::support_gap, j)) *
             (1.0f - p.practice.gap * q);
  }
  const bool talks = inputs.moved(Input::team_talk);
  const bool others = inputs.moved(Input::teacher_identity);  // then the seating's gap is another's
  for (std::size_t period = 0; period < school.periods(); ++period) {
    const auto& teacher = seating.teacher[period];
    const auto& missing = seating.support_gap[period];
    auto& out = state.support[period];
    for (std::size_t row = 0; others && row < school.students(); ++row) {
      const std::uint16_t j = teacher[row];
      const auto membership = [&](std::uint32_t d) { return inputs.teacher_membership(d, j); };
      const float missed = over_unlike(school, row, &Membership::support_gap, membership);
      out[row] = sim::clamp(support[j] - gap[j] * missed, 0.0f, 1.0f);
    }
    for (std::size_t k = 0; !others && k < school.students(); k += sim::kLanes) {
      const sim::LanesF met = sim::gather(support.data(), teacher.data() + k);
      const sim::LanesF missed =
          sim::gather(gap.data(), teacher.data() + k) * sim::load(missing.data() + k);
      sim::store(out.data() + k, sim::clamp(met - missed, 0.0f, 1.0f));
    }
    for (std::size_t row = 0; talks && row < school.students(); ++row) {
      state.talk[period][row] = inputs.of(Input::team_talk, teacher[row]);
    }
  }
}

void rebuild_ties(const School& school, const Seating& seating, State& state) {
  using EightFloats = float __attribute__((vector_size(32)));
  const std::uint32_t periods = seating.timetable.periods;
  for (std::size_t row = 0; row < state.friend_rows.size(); ++row) {
    const FriendRow& friends = state.friend_rows[row];
    const std::uint32_t id = school.id[row];
    Eight sum{};  // at most 10 ties of 255
    for (std::size_t k = 0; k < kMaxFriends; ++k) {
      sum += seating.timetable.together(id, friends.id[k]) & (Eight{} + friends.strength[k]);
    }
    const EightFloats t = __builtin_convertvector(sum, EightFloats) * (1.0f / 255.0f);
    const EightFloats tie = t / (1.0f + t);
    for (std::uint32_t p = 0; p < periods; ++p) state.tie[p][row] = tie[p];
  }
}

void rebuild_cues(const Seating& seating, const Parameters& p, const Inputs& inputs, State& state) {
  const auto& peers = inputs.column(Input::peer_cue);
  const auto& adults = inputs.column(Input::adult_contact);
  for (std::uint32_t period = 0; period < seating.timetable.periods; ++period) {
    for (std::size_t row = 0; row < peers.size(); ++row) {
      const float setting = setting_cue(state.support[period][row], state.tie[period][row],
                                        state.represented[period][row], p.cue);
      state.setting[period][row] = setting + (peers[row] + adults[row]);
    }
  }
}

void rebuild_friends(const School& school, const FriendshipParameters& p, State& state) {
  using EightAges = std::uint8_t __attribute__((vector_size(8)));
  const std::size_t n = school.students();
  constexpr std::size_t kNoTie = 256;  // past all ages
  std::array<std::uint8_t, 2 * kNoTie> strength{};
  for (std::uint32_t age = 0; age < kNoTie; ++age) strength[age] = tie_strength(age, p);
  state.friend_rows.resize(n);
  sim::Network& network = state.friends_by_row;
  network.offsets.resize(n + 1);
  network.targets.resize((n + 1) * kMaxFriends);
  network.strength.resize((n + 1) * kMaxFriends);
  const std::uint16_t* row_of_id = school.row_of_id.data();
  std::uint32_t ties = 0;
  for (std::size_t row = 0; row < n; ++row) {
    const auto id = static_cast<std::uint16_t>(school.id[row]);
    // Always ten places, eight at a time: an empty one is a tie to oneself without strength.
    static_assert(kMaxFriends <= 16 && kFriendRoom >= 16);
    alignas(16) std::uint16_t friend_of[16], age_of[16];
    for (std::size_t first = 0; first < 16; first += 8) {
      const Eight theirs = load_eight(state.friends.of(id) + first);
      EightAges weeks;
      std::memcpy(&weeks, state.friends.weeks.data() + id * kFriendRoom + first, sizeof weeks);
      const auto empty = theirs == kNobody;
      const Eight known = empty ? Eight{} + id : theirs;
      const Eight age = __builtin_convertvector(weeks, Eight) + ((Eight)empty & kNoTie);
      std::memcpy(friend_of + first, &known, sizeof known);
      std::memcpy(age_of + first, &age, sizeof age);
    }
    FriendRow friends;
    sim::Row target[kMaxFriends];
    std::uint32_t total = 0;
    for (std::size_t k = 0; k < kMaxFriends; ++k) {  // the next row writes over those left empty
      friends.strength[k] = strength[age_of[k]];
      target[k] = row_of_id[friend_of[k]];
      total += friends.strength[k];
    }
    std::memcpy(friends.id, friend_of, sizeof friends.id);
    state.friend_rows[row] = friends;
    std::memcpy(network.targets.data() + ties, target, sizeof target);
    std::memcpy(network.strength.data() + ties, friends.strength, sizeof friends.strength);
    network.offsets[row] = ties;
    ties += state.friends.degree[id];
    state.friends_scale[row] = total > 0 ? 1.0f / (65535.0f * static_cast<float>(total)) : 0.0f;
  }
  network.offsets[n] = ties;
  network.targets.resize(ties);
  network.strength.resize(ties);
}

}  // namespace models
