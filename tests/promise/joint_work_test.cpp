// Work that whoever needs it takes part in: every piece once, nobody leaves before the last, and
// tables of reference schools that several threads lived are those that one lives.

#include "sim/run/joint_work.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <latch>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "cli/level.h"
#include "cli/school_cache.h"
#include "tests/promise/experiments.h"

namespace {

/// Calls `f` on three threads at once.
template <class F>
void on_three_threads(F f) {
  std::latch here(3);
  std::vector<std::jthread> threads;
  for (std::size_t k = 0; k < 3; ++k) {
    threads.emplace_back([&here, &f, k] {
      here.arrive_and_wait();
      f(k);
    });
  }
}

/// Small schools of two kinds, whose entry is drawn, and the schools that their tables are made
/// from.
struct Kinds {
  std::vector<models::SchoolPlan> schools, references;
  std::vector<std::uint8_t> kind;
};

Kinds two_kinds() {
  models::SchoolPlan plan = test::small(40, 1).schools.schools[0];
  plan.profile.simulated_entry = 0;
  plan.calendar.days = 20;
  plan.calendar.marking_periods = 1;
  Kinds kinds;
  for (std::uint32_t k = 0; k < 2; ++k) {
    plan.profile.grades = k == 0 ? 1.0f : 4.0f;
    plan.school = 0xfffffffeu - 16 * k;
    kinds.references.push_back(plan);
  }
  for (std::uint32_t k = 0; k < 6; ++k) {
    kinds.kind.push_back(static_cast<std::uint8_t>(k % 2));
    kinds.schools.push_back(kinds.references[k % 2]);
    kinds.schools.back().school = k;
  }
  return kinds;
}

bool same_entries(const models::School& a, const models::School& b) {
  const auto equal = [&](const auto column) {
    const auto one = (a.entry.*column).rows(), other = (b.entry.*column).rows();
    return std::equal(one.begin(), one.end(), other.begin(), other.end());
  };
  return std::all_of(models::Entry::columns.begin(), models::Entry::columns.end(), equal);
}

}  // namespace

TEST_CASE("joint work: every piece is done once, and all are done when anyone leaves",
          "[promise]") {
  const std::size_t pieces = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2000});
  sim::JointWork joint(pieces);
  std::vector<std::atomic<int>> done(pieces);
  std::array<std::size_t, 3> missing{};
  on_three_threads([&](std::size_t k) {
    joint.join([&](std::size_t piece) { ++done[piece]; });
    for (const auto& times : done) missing[k] += times == 1 ? 0 : 1;
  });
  CHECK(missing == std::array<std::size_t, 3>{});
  joint.join([](std::size_t) { FAIL("a piece is done again"); });
}

TEST_CASE("joint work: what a piece throws reaches all who join, then and later", "[promise]") {
  sim::JointWork joint(2000);
  std::atomic<int> told = 0;
  std::atomic<int> begun = 0;
  const auto join = [&] {
    try {
      joint.join([&](std::size_t piece) {
        if (piece == 17) throw std::runtime_error("piece 17");
        ++begun;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));  // while the others hear of it
      });
    } catch (const std::runtime_error& error) {
      if (std::string(error.what()) == "piece 17") ++told;
    }
  };
  on_three_threads([&](std::size_t) { join(); });
  join();
  CHECK(told == 4);
  CHECK(begun < 2000 - 1);
}

TEST_CASE("schools built by three threads at once enter as those built one by one", "[promise]") {
  const models::Model& model = cli::choose_level("");
  const Kinds kinds = two_kinds();
  cli::SchoolCache cache(kinds.schools, {&kinds.references[0], &kinds.references[1]}, kinds.kind,
                         model, 3);
  std::array<std::vector<cli::SchoolCache::Pointer>, 3> built;
  on_three_threads([&](std::size_t k) {
    for (std::size_t s = 0; s < kinds.schools.size(); ++s) built[k].push_back(cache.get(s, 0));
  });
  for (std::size_t s = 0; s < kinds.schools.size(); ++s) {
    INFO("school " << s);
    const std::unique_ptr<models::EntryTable, void (*)(models::EntryTable*)> table(
        model.entry_table(kinds.references[kinds.kind[s]]), model.release_table);
    const std::unique_ptr<models::School, void (*)(models::School*)> alone(
        model.build(kinds.schools[s], table.get()), model.release);
    for (const auto& schools : built) CHECK(same_entries(*schools[s], *alone));
    CHECK(built[0][s] == built[2][s]);  // one school, built once
    // A table of the other kind would show.
    const std::unique_ptr<models::EntryTable, void (*)(models::EntryTable*)> wrong(
        model.entry_table(kinds.references[1 - kinds.kind[s]]), model.release_table);
    const std::unique_ptr<models::School, void (*)(models::School*)> other(
        model.build(kinds.schools[s], wrong.get()), model.release);
    CHECK_FALSE(same_entries(*other, *alone));
  }
}
