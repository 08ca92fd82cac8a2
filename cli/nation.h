#pragma once
// A population of schools from published totals: how many there are of each kind, how large, in
// which region, who learns and who teaches in them.
//
//   size_i = smallest + share of what is left, by w_i = (mean - smallest)*exp(s*z_i - s^2/2)
//   n_im   by share_m*exp(g*z_im) within the school, raked until schools and groups add up
//   teachers_im by base_m*((n_im + 1/2)/size_i / share_m)^tilt, raked to the nation's teachers
//
//   w_i, s   weight of a school's size; spread of its kind, log        z    standard normal, cut at
//   n_im     students of membership m in school i, whole numbers            +-2.5 for sizes
//   g        how far a group learns apart, log, 0: as in the nation in every school
//   tilt     how far teachers follow students, 0: the same shares in every school
//
// Totals come out as given: largest remainders for schools and sizes; groups carry what rounding
// left from one school to the next. Draws are keyed by the number of the school, and the nation has
// its own seed, so that it is the same nation in every experiment. Forms are assumed.

#include <array>
#include <string>
#include <vector>

#include "models/profile.h"

namespace cli {

/// Schools of one kind.
struct StratumPlan {
  std::string key, label;
  double share = 0;        ///< of schools
  double mean_size = 0;    ///< students; the total decides the level, these the proportions
  double size_spread = 0;  ///< log
  float environment = 1;   ///< times stigma, support_gap, bias and harassment of the table
  models::SchoolProfile profile;
};

struct RegionPlan {
  std::string key, label;
  double share = 0;  ///< of the schools of every kind
};

struct NationPlan {
  std::uint64_t seed = 1;
  std::uint64_t schools = 0, students = 0;
  std::uint32_t smallest = 1;
  std::size_t dimension = 0;  ///< whose shares of students and teachers are the nation's
  std::array<float, models::kMaxMemberships> group_spread{};  ///< g, by membership
  double teacher_tilt = 0;                                    ///< tilt
  std::vector<StratumPlan> strata;
  std::vector<RegionPlan> regions;
};

using MembershipCounts = std::array<std::uint32_t, models::kMaxMemberships>;
using MembershipShares = std::array<float, models::kMaxMemberships>;

/// Every school of a nation, by its number: those of the first stratum first.
struct Nation {
  std::vector<std::uint8_t> stratum, region;
  std::vector<std::uint32_t> students;
  std::vector<MembershipCounts> groups;
  std::vector<MembershipShares> teachers;  ///< shares of the school's teachers

  std::size_t size() const { return students.size(); }
};

/// Draws all schools. `dimension` gives the nation's shares of students and of teachers.
Nation draw_nation(const NationPlan& plan, const models::Dimension& dimension);

/// Numbers of `n` schools in ascending order: of each stratum its part of n, the first in an order
/// that is drawn once. A larger sample holds the smaller one, give or take a school in a stratum.
std::vector<std::uint32_t> sample_nation(const NationPlan& plan, const Nation& nation,
                                         std::uint64_t n);

/// Whole numbers that add up to `total`, nearest to the weights (largest remainders; of equal ones
/// the first). Weights are below 2^33, not all 0; `total` is below 2^31, so that products are
/// exact.
std::vector<std::uint64_t> apportion(std::uint64_t total,
                                     const std::vector<std::uint64_t>& weights);

}  // namespace cli
