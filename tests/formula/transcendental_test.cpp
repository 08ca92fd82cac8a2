// exp, log, logistic and the normal quantile: the promised error bounds over the whole range, and
// the same bits in lanes.

#include "sim/kernel/transcendental.h"

#include <rapidcheck/catch.h>

#include <cmath>

namespace {

double relative(float got, double want) {
  return std::abs((static_cast<double>(got) - want) / want);
}
double apart(float got, double want) { return std::abs(static_cast<double>(got) - want); }

/// The float `part` / 2^24 of the way from lo to hi.
float between(float lo, float hi, std::uint32_t part) {
  return static_cast<float>(lo + (static_cast<double>(hi) - lo) * (part & 0xffffffu) * 0x1p-24);
}

/// f in every lane of x .. is f of the lane, bit for bit.
template <class F>
bool same_in_lanes(float lo, float hi, std::uint32_t seed, F f) {
  sim::LanesF x;
  for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
    x[lane] = between(lo, hi, (seed + static_cast<std::uint32_t>(lane)) * 0x9e3779b1u >> 8);
  }
  const sim::LanesF y = f(x);
  for (std::size_t lane = 0; lane < sim::kLanes; ++lane) {
    const float in = x[lane], out = y[lane];
    if (sim::bits_of(out) != sim::bits_of(f(in))) return false;
  }
  return true;
}

/// Phi(x), a standard normal's chance of being below x.
double normal_below(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

/// The quantile in double precision: bisection, as slow as it is plain.
double exact_quantile(double p) {
  double lo = -9, hi = 9;
  for (int k = 0; k < 60; ++k) {
    const double middle = 0.5 * (lo + hi);
    (normal_below(middle) < p ? lo : hi) = middle;
  }
  return 0.5 * (lo + hi);
}

}  // namespace

TEST_CASE("a bound of exp: never below it, at most 7 % above", "[formula]") {
  double least = 2, most = 0;
  for (std::uint32_t k = 0; k <= 0xffffff; k += 17) {
    const float x = between(-87, 88, k);
    const double part = static_cast<double>(sim::exp_bound(x)) / sim::exp(x);
    least = std::min(least, part);
    most = std::max(most, part);
  }
  CHECK(least >= 1);
  CHECK(most <= 1.07);
  CHECK(sim::exp_bound(-200.0f) >= sim::exp(-200.0f));  // both as at -87
  CHECK(sim::exp_bound(200.0f) >= sim::exp(200.0f));
}

TEST_CASE("exp: relative error at most 2e-7 from -87 to 88", "[formula]") {
  double worst = 0;
  for (std::uint32_t k = 0; k <= 0xffffff; k += 17) {
    const float x = between(-87, 88, k);
    worst = std::max(worst, relative(sim::exp(x), std::exp(static_cast<double>(x))));
  }
  CHECK(worst <= 2e-7);
  CHECK(sim::exp(0.0f) == 1.0f);
}

TEST_CASE("exp: beyond its range it stays at the end of the range", "[formula]") {
  CHECK(sim::exp(-88.0f) == sim::exp(-87.0f));
  CHECK(sim::exp(-1e30f) == sim::exp(-87.0f));
  CHECK(sim::exp(1000.0f) == sim::exp(88.0f));
  CHECK(sim::exp(-87.0f) > 0.0f);
  CHECK(std::isfinite(sim::exp(88.0f)));
}

TEST_CASE("log: error at most 2e-7, absolute near 1 and relative elsewhere", "[formula]") {
  double near = 0, far = 0;
  const auto check = [&](std::int32_t bits) {
    const float x = sim::from_bits(bits);
    const double want = std::log(static_cast<double>(x));
    if (std::abs(want) <= 1) {
      near = std::max(near, apart(sim::log(x), want));
    } else {
      far = std::max(far, relative(sim::log(x), want));
    }
  };
  for (std::int32_t bits = 0x00800000; bits < 0x7f000000; bits += 1499) check(bits);
  for (std::int32_t bits = 0x3e800000; bits < 0x40800000; bits += 17) check(bits);  // 1/4 .. 4
  CHECK(near <= 2e-7);
  CHECK(far <= 2e-7);
  CHECK(sim::log(1.0f) == 0.0f);
}

TEST_CASE("logistic: absolute error at most 1e-7, and 1/2 at 0", "[formula]") {
  double worst = 0;
  for (std::uint32_t k = 0; k <= 0xffffff; k += 17) {
    const float x = between(-40, 40, k);
    worst = std::max(worst, apart(sim::logistic(x), 1 / (1 + std::exp(-static_cast<double>(x)))));
  }
  CHECK(worst <= 1e-7);
  CHECK(sim::logistic(0.0f) == 0.5f);
  CHECK(sim::logistic(-200.0f) >= 0.0f);
  CHECK(sim::logistic(200.0f) == 1.0f);
}

TEST_CASE("normal quantile: absolute error at most 1e-5 from 1e-7 to 1 - 1e-7", "[formula]") {
  double worst = 0;
  float where = 0;
  const auto check = [&](float p) {
    const double error = apart(sim::normal_quantile(p), exact_quantile(p));
    if (error > worst) {
      worst = error;
      where = p;
    }
  };
  for (std::uint32_t k = 2; k < 0xffffff; k += 997) check(static_cast<float>(k) * 0x1p-24f);
  for (double tail = 1e-7; tail < 0.03; tail *= 1.003) {
    check(static_cast<float>(tail));
    check(static_cast<float>(1 - tail));
  }
  CAPTURE(where);
  CHECK(worst <= 1e-5);
  CHECK(sim::normal_quantile(0.5f) == 0.0f);
  CHECK(sim::normal_quantile(0.975f) == Approx(1.959964).margin(1e-5));
}

TEST_CASE("normal quantile: the same distance on either side", "[law]") {
  rc::prop("q(p) = -q(1 - p)", [](std::uint32_t part) {
    const float p = static_cast<float>(part * 0x9e3779b1u >> 9) * 0x1p-23f + 0x1p-24f;
    if (p <= 0.5f) {  // 1 - p is exact for the multiples of 2^-24 that are drawn
      RC_ASSERT(sim::normal_quantile(p) == -sim::normal_quantile(1.0f - p));
    }
  });
}

TEST_CASE("exp, log and logistic: lanes give the bits of one at a time", "[law]") {
  rc::prop("exp", [](std::uint32_t seed) {
    RC_ASSERT(same_in_lanes(-100, 100, seed, [](auto x) { return sim::exp(x); }));
    RC_ASSERT(same_in_lanes(-1, 1, seed, [](auto x) { return sim::exp(x); }));
  });
  rc::prop("log", [](std::uint32_t seed) {
    RC_ASSERT(same_in_lanes(1e-7f, 2, seed, [](auto x) { return sim::log(x); }));
    RC_ASSERT(same_in_lanes(1e-7f, 1e9f, seed, [](auto x) { return sim::log(x); }));
  });
  rc::prop("logistic", [](std::uint32_t seed) {
    RC_ASSERT(same_in_lanes(-100, 100, seed, [](auto x) { return sim::logistic(x); }));
    RC_ASSERT(same_in_lanes(-5, 5, seed, [](auto x) { return sim::logistic(x); }));
  });
}
