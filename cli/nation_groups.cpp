#include "cli/nation_groups.h"

namespace cli {
namespace {

constexpr std::uint32_t kGroup = 4;  // beside the draws of nation.cpp
constexpr int kRakes = 60;           // by then rows and columns agree to a millionth

using Exact = std::array<double, models::kMaxMemberships>;

/// The nation's students of each membership, in whole numbers.
std::vector<std::uint64_t> group_totals(const NationPlan& plan,
                                        const models::Dimension& dimension) {
  std::vector<std::uint64_t> weights;
  for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
    weights.push_back(
        static_cast<std::uint64_t>(static_cast<double>(dimension.row[m].share) * 1e9));
  }
  return apportion(plan.students, weights);
}

/// Students of each school and group before they are whole, raked to both totals.
std::vector<Exact> raked(sim::Stream s, const NationPlan& plan, const models::Dimension& dimension,
                         const std::vector<std::uint64_t>& totals, const Nation& nation) {
  const std::uint32_t groups = dimension.memberships;
  std::vector<Exact> exact(nation.size());
  for (std::uint32_t i = 0; i < nation.size(); ++i) {
    for (std::uint32_t m = 0; m < groups; ++m) {
      const auto key = static_cast<std::uint32_t>(dimension.row[m].key);
      const float z = sim::normal(sim::draw(s, i, key, 0, kGroup)[0]);
      exact[i][m] = static_cast<double>(dimension.row[m].share) *
                    static_cast<double>(sim::exp(plan.group_spread[m] * z));
    }
  }
  Exact factor{};
  for (int rake = 0; rake < kRakes; ++rake) {
    Exact sum{};
    for (std::size_t i = 0; i < nation.size(); ++i) {
      double all = 0;
      for (std::uint32_t m = 0; m < groups; ++m) all += exact[i][m];
      for (std::uint32_t m = 0; m < groups; ++m) {
        exact[i][m] *= nation.students[i] / all;
        sum[m] += exact[i][m];
      }
    }
    for (std::uint32_t m = 0; m < groups; ++m) {
      factor[m] = sum[m] > 0 ? static_cast<double>(totals[m]) / sum[m] : 0;
    }
    if (rake + 1 == kRakes) break;  // schools stay exact; groups are off by far less than one
    for (Exact& row : exact) {
      for (std::uint32_t m = 0; m < groups; ++m) row[m] *= factor[m];
    }
  }
  return exact;
}

/// Whole numbers that add up to `students`, near to `wanted`; `wanted` is left with what is open.
void round_school(std::uint32_t students, std::uint32_t groups, Exact& wanted,
                  MembershipCounts& counts) {
  std::int64_t left = students;
  for (std::uint32_t m = 0; m < groups; ++m) {
    counts[m] = wanted[m] > 0 ? static_cast<std::uint32_t>(wanted[m]) : 0;
    wanted[m] -= counts[m];
    left -= counts[m];
  }
  while (left != 0) {
    const double up = left > 0 ? 1 : -1;
    std::uint32_t best = groups;
    for (std::uint32_t m = 0; m < groups; ++m) {
      if (up < 0 && counts[m] == 0) continue;
      if (best == groups || up * wanted[m] > up * wanted[best]) best = m;
    }
    left > 0 ? ++counts[best] : --counts[best];
    wanted[best] -= up;
    left -= left > 0 ? 1 : -1;
  }
}

/// Moves single students between groups until each group has its total.
void settle_totals(const std::vector<std::uint64_t>& totals, Nation& nation) {
  std::vector<std::int64_t> missing(totals.begin(), totals.end());
  for (const MembershipCounts& counts : nation.groups) {
    for (std::size_t m = 0; m < totals.size(); ++m) missing[m] -= counts[m];
  }
  for (std::size_t to = 0; to < totals.size(); ++to) {
    for (std::size_t from = 0; from < totals.size(); ++from) {
      for (std::size_t i = 0; i < nation.size() && missing[to] > 0 && missing[from] < 0; ++i) {
        if (nation.groups[i][from] == 0) continue;
        --nation.groups[i][from];
        ++nation.groups[i][to];
        --missing[to];
        ++missing[from];
      }
    }
  }
}

}  // namespace

void draw_groups(sim::Stream s, const NationPlan& plan, const models::Dimension& dimension,
                 Nation& nation) {
  const auto totals = group_totals(plan, dimension);
  const auto exact = raked(s, plan, dimension, totals, nation);
  nation.groups.assign(nation.size(), {});
  Exact open{};  // what rounding left: carried on, so that it never adds up
  for (std::size_t i = 0; i < nation.size(); ++i) {
    for (std::uint32_t m = 0; m < dimension.memberships; ++m) open[m] += exact[i][m];
    round_school(nation.students[i], dimension.memberships, open, nation.groups[i]);
  }
  settle_totals(totals, nation);
}

void draw_teachers(const NationPlan& plan, const models::Dimension& dimension, Nation& nation) {
  const std::uint32_t groups = dimension.memberships;
  const auto tilt = static_cast<float>(plan.teacher_tilt);
  std::vector<Exact> follow(nation.size());
  for (std::size_t i = 0; i < nation.size(); ++i) {
    const float all = static_cast<float>(nation.students[i]) + 0.5f * static_cast<float>(groups);
    for (std::uint32_t m = 0; m < groups; ++m) {
      const float here = (static_cast<float>(nation.groups[i][m]) + 0.5f) / all;
      const float nationwide = dimension.row[m].share > 0 ? dimension.row[m].share : 1.0f;
      follow[i][m] = static_cast<double>(sim::exp(tilt * sim::log(here / nationwide)));
    }
  }
  Exact base{};
  for (std::uint32_t m = 0; m < groups; ++m)
    base[m] = static_cast<double>(dimension.row[m].teachers);
  nation.teachers.assign(nation.size(), {});
  for (int rake = 0; rake < kRakes; ++rake) {
    Exact sum{};  // teachers go with students
    for (std::size_t i = 0; i < nation.size(); ++i) {
      double all = 0;
      for (std::uint32_t m = 0; m < groups; ++m) all += base[m] * follow[i][m];
      for (std::uint32_t m = 0; m < groups; ++m) {
        const double share = base[m] * follow[i][m] / all;
        nation.teachers[i][m] = static_cast<float>(share);
        sum[m] += share * nation.students[i];
      }
    }
    for (std::uint32_t m = 0; m < groups; ++m) {
      const double wanted =
          static_cast<double>(dimension.row[m].teachers) * static_cast<double>(plan.students);
      if (sum[m] > 0) base[m] *= wanted / sum[m];
    }
  }
}

}  // namespace cli
