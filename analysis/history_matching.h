#pragma once
// History matching: which points of a space of parameters the evidence does not rule out (Craig et
// al. 1997; Vernon, Goldstein & Bower 2010, doi:10.1214/10-BA524; Andrianakis et al. 2015,
// doi:10.1371/journal.pcbi.1003968). Points are in [-1, 1] in every coordinate.
//
//   I(x) = |E f(x) - centre| / sqrt(Var f(x) + noise + (width / 4)^2)     a band with two edges
//   I(x) = max(0, low - E f(x)) / sqrt(Var f(x) + noise)                  one edge, here below
//
//   E f, Var f    the emulator's guess of a claim's value; the value itself and 0 where it was run
//   noise         Monte-Carlo variance of a value
//   centre, width of the claim's band: its half-width counts as two standard deviations, as in a
//                 95 % interval, so that the band's edge is at I = 2 and I = 3 lies half a
//                 half-width outside
//
// A point is ruled out when the largest I over claims (or the second largest, while emulators are
// coarse) exceeds the cut-off: 3, as a distribution with one peak has 95 % of its mass within three
// standard deviations, whatever its shape (Pukelsheim 1994, doi:10.1080/00031305.1994.10476030).

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "analysis/emulator.h"

namespace analysis {

/// What the evidence says of one value. Infinite: no edge there.
struct Target {
  double low, high;
};

/// Never negative; infinite for a value that is no number.
double implausibility(const Target& target, double value, double variance);

/// The `nth` largest (1: the largest); 0 if there are fewer numbers.
double nth_largest(std::vector<double> numbers, std::size_t nth);

/// What one wave knows of one claim.
struct Emulated {
  Emulator emulator;
  Target target;
  double noise = 0;  ///< Monte-Carlo variance of one value
};

/// The rule of one wave.
struct Screen {
  std::vector<Emulated> claims;
  std::size_t nth = 1;  ///< 2: the second largest implausibility decides
  double cut_off = 3;

  /// The deciding implausibility over the cut-off: above 1, the point is ruled out.
  double excess(const Eigen::VectorXd& point) const;
  /// `excess(point) <= level`, without working out more than that takes.
  bool within(const Eigen::VectorXd& point, double level = 1) const;
};

/// Not ruled out by any wave.
bool kept(const std::vector<Screen>& screens, const Eigen::VectorXd& point);

/// The first `count` points, a row each, of a Sobol sequence (Joe & Kuo 2008,
/// doi:10.1137/070709359), after `skip` others, shifted by an amount that `seed` gives.
Eigen::MatrixXd sobol_points(std::size_t count, std::size_t variables, std::uint64_t seed,
                             std::size_t skip = 0);

struct Drawn {
  Eigen::MatrixXd points;         ///< a row each; fewer than asked for if no more were found
  std::size_t tried = 0;          ///< points of the whole space
  std::size_t not_ruled_out = 0;  ///< of those
  bool walked = false;
};

struct DrawOptions {
  std::size_t count = 1, variables = 1;
  std::size_t tries = 20000;  ///< points of the whole space, before it walks
  std::size_t steps = 64;     ///< of every walk
  std::uint64_t seed = 1;
  unsigned threads = 0;                               ///< change nothing but the time
  std::function<bool()> stop = [] { return false; };  ///< true: ends early, with fewer points
};

/// Points spread evenly over what no wave rules out. Rejection of Sobol points; when these are too
/// few, walks from them and from those of `known` (a row each) that are not ruled out, in turn:
/// hit-and-run with steps that shrink (Smith 1984, doi:10.1287/opre.32.6.1296; Neal 2003,
/// doi:10.1214/aos/1056562461). When there is none, walks from all of `known` that first go where
/// the excess is less, until it is 1.
Drawn draw_kept(const std::vector<Screen>& screens, const Eigen::MatrixXd& known,
                const DrawOptions& options);

}  // namespace analysis
