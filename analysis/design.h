#pragma once
// Designs: where the points of a study lie. A point is a row, a factor a column, all in [0, 1];
// what a coordinate stands for is the factor's own matter. The same seed gives the same points on
// every machine.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace analysis {

/// [point][factor]
using Points = std::vector<std::vector<double>>;

/// Every combination of levels, the last factor fastest. Level k of n lies at (k + 1/2) / n.
Points factorial(std::span<const std::size_t> levels);

/// In each factor one point in every nth part of [0, 1]: McKay, Beckman & Conover 1979,
/// doi:10.1080/00401706.1979.10489755.
Points latin_hypercube(std::size_t points, std::size_t factors, std::uint64_t seed);

/// Spread evenly (a shifted Sobol sequence); the more points, the finer. At most 1000 factors.
Points sobol(std::size_t points, std::size_t factors, std::uint64_t seed);

/// For Sobol indices: for each of `base` rows a point a, then for each factor the point a with that
/// one coordinate of b, then b. So base * (factors + 2) points. At most 500 factors. Saltelli et
/// al. 2010, doi:10.1016/j.cpc.2009.09.018.
Points saltelli(std::size_t base, std::size_t factors, std::uint64_t seed);

/// For elementary effects: trajectories of factors + 1 points, each moving one coordinate, in a
/// random order, by half the grid (levels / (2 (levels - 1))). `levels` is even. Morris 1991,
/// doi:10.1080/00401706.1991.10484804.
Points morris(std::size_t trajectories, std::size_t factors, std::size_t levels,
              std::uint64_t seed);

}  // namespace analysis
