// Units of work: any threads, one order of merging, and an end by stop or by exception that leaves
// nothing behind.

#include "sim/run/workers.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <numeric>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// The numbers 0 .. units - 1, each as long as its unit's work takes.
sim::Work<std::vector<std::size_t>> counting(std::size_t units, std::vector<std::size_t>& merged) {
  sim::Work<std::vector<std::size_t>> work;
  work.units = units;
  work.work = [](std::size_t unit) { return std::vector<std::size_t>(1 + unit % 7 * 1000, unit); };
  work.merge = [&merged](std::size_t unit, const std::vector<std::size_t>& result) {
    CHECK(result == std::vector<std::size_t>(1 + unit % 7 * 1000, unit));
    merged.push_back(unit);
  };
  return work;
}

}  // namespace

TEST_CASE("units are merged once each and in order, on any number of threads", "[promise]") {
  const unsigned threads = GENERATE(0u, 1u, 2u, 5u);
  const std::size_t units = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{300});
  std::vector<std::size_t> merged, expected(units);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  CHECK(sim::run_units(counting(units, merged), threads) == units);
  CHECK(merged == expected);
}

TEST_CASE("units that are done already are neither run nor merged again", "[promise]") {
  const std::size_t first = GENERATE(std::size_t{1}, std::size_t{299}, std::size_t{300});
  std::vector<std::size_t> merged, expected(300 - first);
  std::iota(expected.begin(), expected.end(), first);
  auto work = counting(300, merged);
  work.first = first;
  CHECK(sim::run_units(work, 2) == 300 - first);
  CHECK(merged == expected);
}

TEST_CASE("a stop begins no new unit and merges those that were begun", "[promise]") {
  std::vector<std::size_t> merged;
  std::atomic<std::size_t> begun{0};
  auto work = counting(300, merged);
  work.work = [&begun, all = work.work](std::size_t unit) {
    ++begun;
    return all(unit);
  };
  work.stop = [&begun] { return begun >= 20; };
  const std::size_t done = sim::run_units(work, 3);
  CHECK(done == begun);
  CHECK(done == merged.size());
  CHECK(done >= 20);
  CHECK(done < 20 + 2 * 3);
}

TEST_CASE("a window lets short units pass a long one", "[promise]") {
  constexpr std::size_t units = 40, window = 20;
  std::vector<std::size_t> merged;
  std::atomic<std::size_t> passed{0};
  auto work = counting(units, merged);
  work.window = window;
  work.work = [&passed, all = work.work](std::size_t unit) {
    // The first unit lasts until the rest of the window is done, or for long.
    using namespace std::chrono_literals;
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (unit == 0 && passed < window - 1 && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(1ms);
    }
    if (unit == 0) CHECK(passed == window - 1);
    if (unit != 0) ++passed;
    return all(unit);
  };
  CHECK(sim::run_units(work, 2) == units);
  CHECK(merged.size() == units);
}

TEST_CASE("an exception of a unit or of its merge ends the run and reaches the caller",
          "[promise]") {
  std::vector<std::size_t> merged;
  auto work = counting(300, merged);
  const auto fails = [](std::size_t unit) {
    if (unit == 17) throw std::runtime_error("unit 17");
  };
  if (GENERATE(true, false)) {
    work.work = [all = work.work, fails](std::size_t unit) {
      fails(unit);
      return all(unit);
    };
  } else {
    work.merge = [all = work.merge, fails](std::size_t unit, std::vector<std::size_t> result) {
      fails(unit);
      all(unit, std::move(result));
    };
  }
  CHECK_THROWS_WITH(sim::run_units(work, 3), "unit 17");
  CHECK(merged.size() <= 17);
}
