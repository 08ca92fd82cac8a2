#pragma once
// Estimates that add up over schools: each statistic is a few sums, which every school in every
// run adds to, and a formula of those sums. So nothing per student is kept, and a school can be
// left out again (jackknife.h).

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace analysis {

enum class Statistic : std::uint32_t {
  mean,
  sd,
  share,
  correlation,
  slope,
  mediated,
  school_variance,
  own_group_index,
  own_group_schools,
  degree,
  reciprocity,
  transitivity,
  stability,
  count
};
inline constexpr std::size_t kStatistics = static_cast<std::size_t>(Statistic::count);
inline constexpr std::size_t kMostSums = 10;

struct StatisticRow {
  std::string_view key;
  std::size_t columns;  ///< variables that it reads; 0: it reads a friendship network
  std::string_view doc;
};
inline constexpr std::array<StatisticRow, kStatistics> kStatisticRows{{
    {"mean", 1, "mean over students"},
    {"sd", 1, "standard deviation between students, all schools together"},
    {"share", 1, "share of students whose value is at least `at_least`"},
    {"correlation", 2, "correlation of x and y, centred within schools"},
    {"slope", 2, "slope of y on x, centred within schools"},
    {"mediated", 3,
     "share of the slope of z on x that goes through y: 1 - c'/c by least squares, centred within "
     "schools"},
    {"school_variance", 1, "share of variance between schools (intraclass correlation)"},
    {"own_group_index", 0,
     "Coleman's index of ties within the group, (s - w)/(1 - w), mean over students of groups of "
     "at least 20"},
    {"own_group_schools", 0, "share of schools in which that mean is above 0"},
    {"degree", 0, "mean number of friends named"},
    {"reciprocity", 0, "share of ties that are returned"},
    {"transitivity", 0, "share of two-paths that are closed"},
    {"stability", 0, "Jaccard index of ties between two waves"},
}};

using Sums = std::array<double, kMostSums>;

/// What one school shows: x, y, z by student (NaN: missing) and who counts, all of one length.
struct Rows {
  std::array<std::span<const float>, 3> column;
  std::span<const std::uint8_t> who;
  double at_least = 0;
};

/// Adds one school in one run. For statistics of students.
void add(Statistic statistic, const Rows& rows, Sums& sums);

/// The estimate; NaN without students. For networks, sums[0] / sums[1].
double value(Statistic statistic, const Sums& sums);

}  // namespace analysis
