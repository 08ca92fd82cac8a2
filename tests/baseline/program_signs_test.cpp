// The sign of what a program is for, with enough students to be sure. Sizes are assumed in most
// files, so that signs are all that is held here.

#include <catch2/catch.hpp>

#include "tests/promise/program_library.h"

namespace {

using models::Outcome;

/// Programs side by side in one school, redrawn for each replicate.
struct Signs {
  std::vector<std::string> keys;
  cli::Experiment e;
  cli::Tallies t;

  static cli::Experiment plan(const std::vector<std::string>& keys) {
    std::vector<std::vector<std::string>> lists;
    for (const std::string& key : keys) {
      std::vector<std::string> list{key};
      if (const auto plus = key.find('+'); plus != std::string::npos) {
        list = {key.substr(0, plus), key.substr(plus + 1)};
      }
      lists.push_back(list);
    }
    auto e = test::with_programs("three_high_schools", lists, 800);
    e.replicates = 4;
    e.redraw = true;
    return e;
  }
  explicit Signs(std::vector<std::string> names)
      : keys(std::move(names)), e(plan(keys)), t(test::run(e)) {}

  /// Mean over replicates and ticks: 0 everyone, 2 Black students, 5 White students.
  double level(std::uint32_t scenario, Outcome outcome, std::uint32_t group) const {
    double sum = 0, n = 0;
    for (std::uint32_t r = 0; r < e.replicates; ++r) {
      for (std::uint32_t tick = 0; tick < t.layout().ticks(outcome); ++tick) {
        const cli::Total& total = t.at(scenario, r, outcome, tick, group);
        sum += total.mean() * static_cast<double>(total.n);
        n += static_cast<double>(total.n);
      }
    }
    return sum / n;
  }
  double change(const std::string& key, Outcome outcome, std::uint32_t group = 0) const {
    for (std::uint32_t s = 0; s < keys.size(); ++s) {
      if (keys[s] != key) continue;
      return level(s + 1, outcome, group) - level(0, outcome, group);
    }
    FAIL("no scenario " << key);
    return 0;
  }
};

constexpr std::uint32_t kBlack = 2, kWhite = 5;

}  // namespace

TEST_CASE("the library: programs move what they are for, in the hoped-for direction",
          "[baseline]") {
  const Signs s({"values_affirmation", "belonging_story", "wise_feedback", "same_identity_teacher",
                 "restorative_practice", "end_defiance_suspension", "safe_from_harassment",
                 "basic_needs", "near_peer_mentors", "family_contact", "culture_cycle",
                 "professional_learning_session", "teacher_preparation", "eos", "eos_access_only",
                 "barr", "barr+student_success_role"});
  // Where a group is in doubt, messages about belonging reach it most.
  for (const char* key : {"values_affirmation", "belonging_story", "same_identity_teacher"}) {
    INFO(key);
    CHECK(s.change(key, Outcome::belonging, kBlack) > 0.002);
    CHECK(s.change(key, Outcome::belonging, kBlack) > s.change(key, Outcome::belonging, kWhite));
  }
  CHECK(s.change("wise_feedback", Outcome::belonging) > 0.01);
  // Who teaches: fewer referrals for Black students; White students' stay near what they were.
  const double black = s.change("same_identity_teacher", Outcome::referrals, kBlack);
  CHECK(black < 0);
  CHECK(std::abs(s.change("same_identity_teacher", Outcome::referrals, kWhite)) < -0.5 * black);
  // What happens after an incident.
  for (const char* key : {"restorative_practice", "end_defiance_suspension"}) {
    INFO(key);
    CHECK(s.change(key, Outcome::ever_suspended) < 0);
  }
  CHECK(s.change("restorative_practice", Outcome::relation) > 0);
  CHECK(s.change("safe_from_harassment", Outcome::belonging, kBlack) > 0);
  // Being there, and the work that is behind.
  for (const char* key : {"basic_needs", "family_contact", "near_peer_mentors"}) {
    INFO(key);
    CHECK(s.change(key, Outcome::attendance) > 0);
  }
  CHECK(s.change("near_peer_mentors", Outcome::knowledge) > 0);
  // Practice: an institute with follow-up moves more than one session.
  CHECK(s.change("professional_learning_session", Outcome::practice) > 0);
  CHECK(s.change("culture_cycle", Outcome::practice) >
        s.change("professional_learning_session", Outcome::practice));
  CHECK(s.change("teacher_preparation", Outcome::support) > 0);
  // Access with cues does more for belonging than access alone.
  CHECK(s.change("eos", Outcome::belonging) > s.change("eos_access_only", Outcome::belonging));
  // Someone who owns the work makes another program fuller.
  CHECK(s.change("barr+student_success_role", Outcome::attendance) >
        s.change("barr", Outcome::attendance));
}
