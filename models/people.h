#pragma once
// People: the students of a school, in the order of their stable ids. Preparation, temperament,
// frailty, outlook and starting lens come from the same distributions for every group.
// Feeders by feeder_sorting s: in the order of (1 - s)*u + s*(middle of the membership's stretch of
// [0, 1]); the form is assumed.

#include <algorithm>
#include <vector>

#include "models/attendance.h"
#include "models/behaviour.h"
#include "models/belonging.h"
#include "models/lens.h"
#include "models/levels.h"

namespace models {

/// Students by id. `membership[d][id]` is the row of dimension d's environment table.
struct People {
  Memberships membership;
  sim::Column<float> preparation, temperament, frailty, lens, outlook;
  sim::Column<std::uint8_t> grade, feeder;
  sim::Column<std::uint8_t> entered;  ///< year of the run, 0 for all who are there in the first
  Levels advanced;

  std::size_t size() const { return preparation.size(); }
};

inline constexpr std::uint8_t kNotGiven = 255;

/// What is known of the students of a school, by id, and is not drawn.
struct KnownPeople {
  /// Of each dimension: nothing, or a membership (or kNotGiven) for every student.
  std::array<std::vector<std::uint8_t>, kMaxDimensions> membership;
  std::vector<std::uint8_t> grade;
};

/// Ids 0 .. n - 1 in the order of `value(id)`; equal ones by id.
template <class Value>
std::vector<std::uint32_t> ids_by(std::uint32_t n, Value value) {
  std::vector<std::pair<decltype(value(0u)), std::uint32_t>> order(n);
  for (std::uint32_t id = 0; id < n; ++id) order[id] = {value(id), id};
  std::sort(order.begin(), order.end());
  std::vector<std::uint32_t> ids(n);
  for (std::size_t k = 0; k < n; ++k) ids[k] = order[k].second;
  return ids;
}

/// Ids in the order of one keyed draw each: a shuffle that does not depend on any other order.
inline std::vector<std::uint32_t> shuffled(sim::Stream s, std::size_t n, std::uint32_t what,
                                           std::uint32_t purpose) {
  return ids_by(static_cast<std::uint32_t>(n),
                [&](std::uint32_t id) { return sim::draw(s, id, what, 0, purpose)[0]; });
}

/// The memberships of a dimension in the order of their keys, which does not depend on the file's.
inline std::vector<std::uint32_t> by_key(const Dimension& dimension) {
  return ids_by(dimension.memberships, [&](std::uint32_t m) { return dimension.row[m].key; });
}

/// Whole numbers that add up to n, nearest to the shares (largest remainders; equal ones by key).
/// Rows with a count keep it; the others share what is left.
inline std::array<std::uint32_t, kMaxMemberships> head_counts(const Dimension& dimension,
                                                              std::uint32_t n) {
  std::array<std::uint32_t, kMaxMemberships> counts{};
  std::array<float, kMaxMemberships> rest{};
  std::uint32_t given = 0;
  float shares = 0;
  for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
    if (dimension.row[m].count >= 0) {
      counts[m] = static_cast<std::uint32_t>(dimension.row[m].count);
      given += counts[m];
    } else {
      shares += dimension.row[m].share;
    }
  }
  const float to_share = given < n ? static_cast<float>(n - given) : 0.0f;
  for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
    if (dimension.row[m].count >= 0 || shares <= 0) continue;
    const float exact = to_share * dimension.row[m].share / shares;
    counts[m] = static_cast<std::uint32_t>(exact);
    rest[m] = exact - static_cast<float>(counts[m]);
    given += counts[m];
  }
  while (given < n) {
    std::uint32_t most = 0;
    for (std::uint32_t m = 1; m < dimension.memberships; ++m) {
      const bool ties = rest[m] == rest[most] && dimension.row[m].key < dimension.row[most].key;
      if (rest[m] > rest[most] || ties) most = m;
    }
    ++counts[most];
    rest[most] -= 1.0f;
    ++given;
  }
  return counts;
}

/// Memberships that are given. Whoever has none takes one by a keyed draw, weighted by how many
/// have each.
inline void give_membership(sim::Stream s, std::uint32_t d, const Dimension& dimension,
                            const std::vector<std::uint8_t>& given,
                            sim::Column<std::uint8_t>& membership) {
  std::array<std::uint32_t, kMaxMemberships> heads{};
  std::uint32_t known = 0;
  for (const std::uint8_t m : given) {
    if (m == kNotGiven) continue;
    ++heads[m];
    ++known;
  }
  const auto keys = by_key(dimension);
  for (std::uint32_t id = 0; id < given.size(); ++id) {
    membership[id] = given[id];
    if (given[id] != kNotGiven) continue;
    const auto word = sim::draw(s, id, d, 1, purpose::student_membership)[0];
    auto place = static_cast<std::uint32_t>((static_cast<std::uint64_t>(word) * known) >> 32);
    membership[id] = static_cast<std::uint8_t>(keys.front());
    for (const std::uint32_t m : keys) {
      membership[id] = static_cast<std::uint8_t>(m);
      if (place < heads[m]) break;
      place -= heads[m];
    }
  }
}

/// Ids in a keyed order in which members of the first dimension stand together the more, the
/// nearer `sorting` is to 1. Who stands first follows the memberships' keys.
inline std::vector<std::uint32_t> sorted_by_membership(sim::Stream s, const Identity& identity,
                                                       float sorting,
                                                       const Memberships& membership) {
  const Dimension& dimension = identity.dimension[0];
  const auto n = static_cast<std::uint32_t>(membership[0].size());
  std::array<std::uint32_t, kMaxMemberships> heads{};
  for (std::uint32_t id = 0; id < n; ++id) ++heads[membership[0][id]];
  std::array<float, kMaxMemberships> place{};  // middle of the membership's stretch of [0, 1]
  float before = 0;
  for (const std::uint32_t m : by_key(dimension)) {
    const float share = static_cast<float>(heads[m]) / static_cast<float>(n);
    place[m] = before + 0.5f * share;
    before += share;
  }
  return ids_by(n, [&](std::uint32_t id) {
    const float u = sim::uniform(sim::draw(s, id, 0, 0, purpose::feeder)[0]);
    return (1.0f - sorting) * u + sorting * place[membership[0][id]];
  });
}

/// What one student brings. `year` is the year of the run in which the student enters: who comes
/// later on a leaver's id is somebody else.
inline void draw_student(sim::Stream s, std::uint32_t id, std::uint32_t year,
                         const BehaviourParameters& behaviour,
                         const AttendanceParameters& attendance, const LensParameters& lens,
                         const BelongingParameters& belonging, People& people) {
  const auto w = sim::draw(s, id, 0, year, purpose::student);
  people.preparation[id] = sim::normal(w[0]);
  people.temperament[id] = behaviour.temperament * sim::normal(w[1]);
  people.frailty[id] = attendance.frailty * sim::normal(w[2]);
  people.lens[id] = sim::clamp(lens.start + lens.start_spread * sim::normal(w[3]), 0.0f, 1.0f);
  const auto more = sim::draw(s, id, 1, year, purpose::student);
  people.outlook[id] = belonging.outlook * sim::normal(more[0]);
}

/// Memberships and grades are drawn where `known` does not give them.
inline void draw_people(sim::Stream s, const SchoolProfile& profile, const Identity& identity,
                        const BehaviourParameters& behaviour,
                        const AttendanceParameters& attendance, const LensParameters& lens,
                        const BelongingParameters& belonging, People& people,
                        const KnownPeople* known = nullptr) {
  const auto n = static_cast<std::uint32_t>(profile.students);
  for (auto* column :
       {&people.preparation, &people.temperament, &people.frailty, &people.lens, &people.outlook}) {
    column->resize(n);
  }
  for (auto& column : people.membership) column.resize(n);
  people.grade.resize(n);
  people.feeder.resize(n);
  people.entered.resize(n);

  for (std::uint32_t id = 0; id < n; ++id) {
    draw_student(s, id, 0, behaviour, attendance, lens, belonging, people);
  }
  for (std::uint32_t d = 0; d < identity.dimensions; ++d) {
    const Dimension& dimension = identity.dimension[d];
    if (known != nullptr && !known->membership[d].empty()) {
      give_membership(s, d, dimension, known->membership[d], people.membership[d]);
      continue;
    }
    const auto counts = head_counts(dimension, n);
    const auto ids = shuffled(s, n, d, purpose::student_membership);
    std::size_t next = 0;
    for (const std::uint32_t m : by_key(dimension)) {
      for (std::uint32_t c = 0; c < counts[m]; ++c) {
        people.membership[d][ids[next++]] = static_cast<std::uint8_t>(m);
      }
    }
  }
  const auto share_out = [&](const std::vector<std::uint32_t>& ids, float parts, auto& column) {
    for (std::uint32_t k = 0; k < n; ++k) {
      column[ids[k]] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(k) *
                                                 static_cast<std::uint32_t>(parts) / n);
    }
  };
  if (known == nullptr) {
    share_out(shuffled(s, n, 0, purpose::grade), profile.grades, people.grade);
  } else {
    for (std::uint32_t id = 0; id < n; ++id) people.grade[id] = known->grade[id];
  }
  const auto by_feeder =
      profile.feeder_sorting > 0
          ? sorted_by_membership(s, identity, profile.feeder_sorting, people.membership)
          : shuffled(s, n, 0, purpose::feeder);
  share_out(by_feeder, profile.feeders, people.feeder);

  draw_levels(s, profile, identity, people.preparation, people.membership, LevelRule::race,
              people.advanced);
}

}  // namespace models
