#include "analysis/history_matching.h"

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <limits>
#include <optional>

#include "sim/kernel/random.h"
#include "sim/run/workers.h"

namespace analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::uint32_t kShift = 0, kDirection = 1, kStep = 2;  // purposes of draws

double excess(const std::vector<Screen>& screens, const VectorXd& point) {
  double largest = 0;
  for (const Screen& screen : screens) largest = std::max(largest, screen.excess(point));
  return largest;
}

bool within(const std::vector<Screen>& screens, const VectorXd& point, double level) {
  // The last wave's rule is the tightest.
  return std::all_of(screens.rbegin(), screens.rend(),
                     [&](const Screen& screen) { return screen.within(point, level); });
}

/// Of its own for every walk.
class Walk {
 public:
  Walk(const std::vector<Screen>& screens, VectorXd start, std::uint64_t seed, std::uint32_t number)
      : screens_(screens), at_(std::move(start)), stream_(sim::stream(seed, number, 1)) {
    level_ = std::max(1.0, excess(screens_, at_));
  }

  void step(std::uint32_t number) {
    const VectorXd way = direction(number);
    double back = -std::numeric_limits<double>::infinity(), forth = -back;
    for (Index x = 0; x < at_.size(); ++x) {  // to the walls of the space
      const double one = (-1 - at_[x]) / way[x], other = (1 - at_[x]) / way[x];
      back = std::max(back, std::min(one, other));
      forth = std::min(forth, std::max(one, other));
    }
    for (std::uint32_t draw = 0; draw < 40; ++draw) {
      const double u = uniform(draw, number, kStep);
      const double length = back + u * (forth - back);
      const VectorXd there = (at_ + length * way).cwiseMax(-1).cwiseMin(1);
      if (within(screens_, there, level_)) {
        at_ = there;
        if (level_ > 1) level_ = std::max(1.0, excess(screens_, at_));
        return;
      }
      (length < 0 ? back : forth) = length;
    }
  }

  bool arrived() const { return level_ <= 1; }
  const VectorXd& at() const { return at_; }

 private:
  double uniform(std::uint32_t what, std::uint32_t step, std::uint32_t purpose) const {
    return static_cast<double>(sim::uniform(sim::draw(stream_, 0, what, step, purpose)[0]));
  }

  VectorXd direction(std::uint32_t step) const {
    VectorXd way(at_.size());
    for (Index x = 0; x < way.size(); ++x) {
      const auto word = sim::draw(stream_, 0, static_cast<std::uint32_t>(x), step, kDirection)[0];
      way[x] = static_cast<double>(sim::normal(word));
    }
    return way.normalized();
  }

  const std::vector<Screen>& screens_;
  VectorXd at_;
  sim::Stream stream_;
  double level_ = 1;
};

/// Rows of `points` that no wave rules out, in order.
std::vector<Index> kept_rows(const std::vector<Screen>& screens, const MatrixXd& points,
                             const DrawOptions& options) {
  constexpr Index block = 256;
  std::vector<Index> rows;
  sim::Work<std::vector<Index>> work;
  work.stop = options.stop;
  work.units = static_cast<std::size_t>((points.rows() + block - 1) / block);
  work.work = [&](std::size_t unit) {
    std::vector<Index> some;
    const Index from = static_cast<Index>(unit) * block;
    for (Index i = from; i < std::min(from + block, points.rows()); ++i) {
      if (kept(screens, points.row(i))) some.push_back(i);
    }
    return some;
  };
  work.merge = [&](std::size_t, const std::vector<Index>& some) {
    rows.insert(rows.end(), some.begin(), some.end());
  };
  sim::run_units(work, options.threads);
  return rows;
}

MatrixXd walk_all(const std::vector<Screen>& screens, const MatrixXd& starts,
                  const DrawOptions& options) {
  MatrixXd found(static_cast<Index>(options.count), starts.cols());
  Index rows = 0;
  sim::Work<std::optional<VectorXd>> work;
  work.units = options.count;
  work.stop = options.stop;
  work.work = [&](std::size_t unit) -> std::optional<VectorXd> {
    const auto from = static_cast<Index>(unit) % starts.rows();
    Walk walk(screens, starts.row(from), options.seed, static_cast<std::uint32_t>(unit));
    for (std::uint32_t step = 0; step < options.steps; ++step) walk.step(step);
    return walk.arrived() ? std::optional(walk.at()) : std::nullopt;
  };
  work.merge = [&](std::size_t, const std::optional<VectorXd>& point) {
    if (point) found.row(rows++) = point->transpose();
  };
  sim::run_units(work, options.threads);
  return found.topRows(rows);
}

}  // namespace

double implausibility(const Target& target, double value, double variance) {
  constexpr double none = std::numeric_limits<double>::infinity();
  if (std::isnan(value) || std::isnan(variance)) return none;
  double off = std::max({target.low - value, value - target.high, 0.0});
  double doubt = variance;
  if (std::isfinite(target.low) && std::isfinite(target.high)) {
    off = std::abs(value - (target.low + target.high) / 2);
    doubt += std::pow((target.high - target.low) / 4, 2);
  }
  return off == 0 ? 0 : off / std::sqrt(doubt);
}

double nth_largest(std::vector<double> numbers, std::size_t nth) {
  if (numbers.size() < nth) return 0;
  const auto place = numbers.begin() + static_cast<std::ptrdiff_t>(nth - 1);
  std::nth_element(numbers.begin(), place, numbers.end(), std::greater<>());
  return *place;
}

double Screen::excess(const VectorXd& point) const {
  std::vector<double> all;
  all.reserve(claims.size());
  for (const Emulated& one : claims) {
    const Guess guess = one.emulator.at(point);
    all.push_back(implausibility(one.target, guess.mean, guess.variance + one.noise));
  }
  return nth_largest(std::move(all), nth) / cut_off;
}

bool Screen::within(const VectorXd& point, double level) const {
  std::size_t beyond = 0;
  for (const Emulated& one : claims) {
    const Guess guess = one.emulator.at(point);
    const double off = implausibility(one.target, guess.mean, guess.variance + one.noise);
    if (off > level * cut_off && ++beyond == nth) return false;
  }
  return true;
}

bool kept(const std::vector<Screen>& screens, const VectorXd& point) {
  return within(screens, point, 1);
}

MatrixXd sobol_points(std::size_t count, std::size_t variables, std::uint64_t seed,
                      std::size_t skip) {
  MatrixXd points(static_cast<Index>(count), static_cast<Index>(variables));
  boost::random::sobol engine(variables);
  engine.discard(skip * variables);
  const sim::Stream stream = sim::stream(seed, 0, 0);
  std::vector<double> shift;
  for (std::uint32_t x = 0; x < variables; ++x) {
    shift.push_back(static_cast<double>(sim::uniform(sim::draw(stream, 0, x, 0, kShift)[0])));
  }
  const double whole = std::ldexp(1.0, 64);
  for (Index i = 0; i < points.rows(); ++i) {
    for (std::size_t x = 0; x < variables; ++x) {
      const double u = static_cast<double>(engine()) / whole + shift[x];
      points(i, static_cast<Index>(x)) = 2 * (u - std::floor(u)) - 1;
    }
  }
  return points;
}

Drawn draw_kept(const std::vector<Screen>& screens, const MatrixXd& known,
                const DrawOptions& options) {
  Drawn drawn;
  const MatrixXd tried =
      sobol_points(options.tries, options.variables, options.seed, std::size_t{1} << 16);
  const std::vector<Index> rows = kept_rows(screens, tried, options);
  drawn.tried = options.tries;
  drawn.not_ruled_out = rows.size();
  if (rows.size() >= options.count) {
    const std::vector<Index> first(rows.begin(), rows.begin() + static_cast<Index>(options.count));
    drawn.points = tried(first, Eigen::all);
    return drawn;
  }
  drawn.walked = true;
  std::vector<Index> alive;
  for (Index i = 0; i < known.rows(); ++i) {
    if (kept(screens, known.row(i))) alive.push_back(i);
  }
  if (rows.empty() && alive.empty()) {  // all are ruled out: perhaps a walk leads out of there
    for (Index i = 0; i < known.rows(); ++i) alive.push_back(i);
  }
  const auto first = static_cast<Index>(rows.size()), others = static_cast<Index>(alive.size());
  MatrixXd starts(first + others, static_cast<Index>(options.variables));
  starts.topRows(first) = tried(rows, Eigen::all);
  starts.bottomRows(others) = known(alive, Eigen::all);
  if (starts.rows() > 0) drawn.points = walk_all(screens, starts, options);
  return drawn;
}

}  // namespace analysis
