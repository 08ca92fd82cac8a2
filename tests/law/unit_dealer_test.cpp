// Units are dealt once, in order, to ranks that run low, within the window, whatever they cost.

#include "sim/run/unit_dealer.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <stdexcept>

#include "sim/run/worker_team.h"

namespace {

/// What happened when ranks worked through units of such costs.
struct Course {
  double time = 0;        ///< until the last unit was merged
  double work = 0;        ///< of all units
  std::size_t early = 0;  ///< the most results that waited for one before them
  std::size_t dealt_once = 0;
  bool ascending = true, within_window = true;
};

Course play(const std::vector<double>& costs, const std::vector<unsigned>& threads,
            std::size_t window) {
  sim::UnitDealer dealer(0, costs.size(), threads, window);
  Course course;
  std::vector<std::vector<std::size_t>> queue(threads.size());
  std::vector<std::size_t> running(threads.size()), last(threads.size());
  std::vector<int> dealt(costs.size());
  std::multimap<double, std::pair<std::size_t, std::size_t>> ends;  // rank, unit
  std::vector<bool> finished(costs.size());
  std::size_t merged = 0, done = 0;
  for (const double cost : costs) course.work += cost;
  while (merged < costs.size()) {
    for (std::size_t rank = 0; rank < threads.size(); ++rank) {
      for (const std::size_t unit : dealer.deal(rank)) {
        ++dealt[unit];
        course.within_window = course.within_window && unit < merged + window;
        course.ascending = course.ascending && (unit == 0 || unit > last[rank] || last[rank] == 0);
        last[rank] = unit;
        queue[rank].push_back(unit);
      }
      while (running[rank] < threads[rank] && !queue[rank].empty()) {
        const std::size_t unit = queue[rank].front();
        ends.insert({course.time + costs[unit], {rank, unit}});
        queue[rank].erase(queue[rank].begin());
        ++running[rank];
      }
    }
    REQUIRE_FALSE(ends.empty());  // nobody works, and units are left
    const auto [time, who] = *ends.begin();
    ends.erase(ends.begin());
    course.time = time;
    --running[who.first];
    finished[who.second] = true;
    dealer.done(who.first);
    ++done;
    while (merged < costs.size() && finished[merged]) dealer.merged(++merged);
    course.early = std::max(course.early, done - merged);
  }
  for (const int times : dealt) course.dealt_once += times == 1 ? 1 : 0;
  return course;
}

}  // namespace

TEST_CASE("every unit is dealt once, in order, and within the window", "[law]") {
  std::mt19937 random(3);
  std::exponential_distribution<double> cost;
  std::vector<double> costs(500);
  for (double& one : costs) one = cost(random);
  costs[20] = 200;
  for (const std::vector<unsigned>& threads :
       {std::vector<unsigned>{1}, {1, 1}, {4, 1, 2}, {8, 8, 8, 8, 8}}) {
    for (const std::size_t window : {std::size_t{1}, std::size_t{7}, std::size_t{64}}) {
      const Course course = play(costs, threads, window);
      CHECK(course.dealt_once == costs.size());
      CHECK(course.ascending);
      CHECK(course.within_window);
      CHECK(course.early < window);
    }
  }
  CHECK(play(costs, {4, 4}, 64).early == 63);  // behind the long one
}

TEST_CASE("ranks end together, whatever units cost", "[law]") {
  const std::vector<double> equal(96, 1);
  CHECK(play(equal, {1, 1}, 128).time == 48);
  CHECK(play(equal, {2, 2}, 128).time == 24);
  CHECK(play(equal, {1}, 64).time == 96);
  std::mt19937 random(4);
  std::exponential_distribution<double> cost;
  std::vector<double> costs(2000);
  for (double& one : costs) one = 0.1 + cost(random);
  const Course course = play(costs, {2, 3, 1, 2}, 8 * 64);
  CHECK(course.time < 1.02 * course.work / 8);
}

TEST_CASE("a team works off units in order, and tells what was thrown", "[law]") {
  sim::WorkerTeam team(1, [](std::size_t unit) {
    if (unit == 3) throw std::runtime_error("three");
    return sim::Bytes(unit);
  });
  const std::vector<std::size_t> units{1, 2, 3, 4};
  team.give(units);
  std::vector<std::size_t> order;
  while (team.in_hand() > 0) {
    for (const auto& one : team.take(std::chrono::microseconds(100))) {
      order.push_back(one.unit);
      CHECK((one.error != nullptr) == (one.unit == 3));
      if (!one.error) CHECK(one.result.size() == one.unit);
    }
  }
  CHECK(order == units);
  CHECK(team.take(std::chrono::microseconds(1)).empty());
}

TEST_CASE("a team that forgets begins no more units", "[law]") {
  std::atomic<bool> go{false};
  std::atomic<int> begun{0};
  sim::WorkerTeam team(2, [&](std::size_t) {
    ++begun;
    while (!go) std::this_thread::yield();
    return sim::Bytes();
  });
  const std::vector<std::size_t> units{0, 1, 2, 3, 4, 5};
  team.give(units);
  while (begun < 2) std::this_thread::yield();
  team.forget();
  CHECK(team.in_hand() == 2);
  go = true;
  std::size_t done = 0;
  while (team.in_hand() > 0) done += team.take(std::chrono::microseconds(100)).size();
  CHECK(done == 2);
  CHECK(begun == 2);
}
