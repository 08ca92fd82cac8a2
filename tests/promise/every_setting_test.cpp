// Every program of the library in every kind of school that is shipped, alone and with all others:
// it runs, stays within what outcomes can be, and changes something unless the school has nothing
// that it could change; then it changes nothing, to the bit.

#include <catch2/catch.hpp>

#include "cli/needs.h"
#include "sim/run/config_error.h"
#include "tests/promise/program_library.h"

namespace {

using models::Outcome;

/// Why a school can't hold a program: a dimension, class periods or days that it does not have.
bool is_about_the_school(const std::string& refusal) {
  for (const char* part : {"is not a dimension of the school", "is not a membership of the school",
                           "which the school does not declare", "needs class periods",
                           "which this school does not have", "the year has"}) {
    if (refusal.find(part) != std::string::npos) return true;
  }
  return false;
}

/// Programs of the library that this school can hold.
std::vector<std::string> held_by(const std::string& school) {
  std::vector<std::string> keys;
  for (const auto& program : cli::read_library(test::kPrograms)) {
    try {
      test::with_programs(school, {{program.key}}, 100);
      keys.push_back(program.key);
    } catch (const sim::ConfigError& refusal) {
      INFO(program.key << ": " << refusal.what());
      CHECK(is_about_the_school(refusal.what()));
    }
  }
  return keys;
}

/// Has the school nothing that any of the scenario's levers could change?
bool has_nothing_for(const models::SchoolPlan& school, const std::vector<models::Lever>& levers) {
  for (const models::Lever& lever : levers) {
    const cli::Need need = cli::need_of(lever.input);
    const bool of_others = need == cli::Need::other_programs || need == cli::Need::other_samples;
    if (!of_others && cli::answers(school, lever)) return false;
  }
  return true;
}

void check_ranges(const cli::Experiment& e, const cli::Tallies& t) {
  for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
    for (std::size_t k = 0; k < models::kOutcomes; ++k) {
      const auto outcome = static_cast<Outcome>(k);
      const auto& row = models::row(outcome);
      INFO(e.scenarios[s].key << ": " << row.key);
      for (std::uint32_t tick = 0; tick < t.layout().ticks(outcome); ++tick) {
        for (std::uint32_t g = 0; g < t.layout().groups(); ++g) {
          const cli::Total& total = t.at(s, 0, outcome, tick, g);
          if (total.n == 0) continue;
          // Belonging has no bounds of its own: its range is that of its histogram. All programs at
          // once may take a few students past it.
          const double more = outcome == Outcome::belonging ? 2 : 0;
          const double mean = total.mean();
          if (mean >= static_cast<double>(row.lo) - more &&
              mean <= static_cast<double>(row.hi) + more)
            continue;
          FAIL_CHECK("mean " << mean << " at " << tick << " of group " << g);
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("every program in every setting, alone and all together: in range, and of effect",
          "[promise]") {
  const std::string school =
      GENERATE(as<std::string>(), "three_high_schools", "national_high_school", "null_environment",
               "middle_school", "science_programme", "primary_schools", "four_year_high_school",
               "low_performing_high_school", "community_college");
  CAPTURE(school);
  std::vector<std::vector<std::string>> lists;
  const auto keys = held_by(school);
  for (const std::string& key : keys) lists.push_back({key});
  lists.push_back(keys);
  auto e = test::with_programs(school, lists, 160);
  // So that what is rare happens in a small school too: referrals, suspensions, new teachers.
  test::for_each_parameters(e, [](models::Parameters& p) {
    p.response.base = -2;
    p.response.suspend_base = 0;
    p.staff.newcomers = 0.6f;
  });
  const auto t = test::run(e);
  check_ranges(e, t);
  CHECK(keys.size() >= 20);
  for (std::uint32_t s = 1; s < e.scenarios.size(); ++s) {
    const auto& levers = e.scenarios[s].scenario.levers;
    INFO((s <= keys.size() ? keys[s - 1] : "all together"));
    if (has_nothing_for(e.schools.schools[0], levers)) {
      CHECK(test::is_baseline(t, s, Outcome::lens));
    } else {
      CHECK_FALSE(test::is_baseline(t, s));
    }
  }
}
