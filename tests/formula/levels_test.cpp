// Levels: who takes the advanced level as it is, with the same bar for everyone, without levels.

#include "models/levels.h"

#include <catch2/catch.hpp>

#include "models/timetable_in_force.h"
#include "tests/law/small_school.h"

namespace {

/// 200 students, half of them with this access; a quarter of places advanced.
struct Placed {
  models::SchoolProfile profile;
  models::Identity identity;
  models::People people;
  models::Levels same_bar, none;

  explicit Placed(float access) {
    profile.students = 200;
    identity.dimensions = 1;
    identity.dimension[0].memberships = 2;
    identity.dimension[0].row[0].share = identity.dimension[0].row[1].share = 0.5f;
    identity.dimension[0].row[1].access = access;
    identity.dimension[0].row[1].key = 1;
    const sim::Stream s = sim::stream(3, 0, 0);
    models::draw_people(s, profile, identity, {}, {}, {}, {}, people);
    const auto draw = [&](models::LevelRule rule, models::Levels& levels) {
      models::draw_levels(s, profile, identity, people.preparation, people.membership, rule,
                          levels);
    };
    draw(models::LevelRule::same_bar, same_bar);
    draw(models::LevelRule::no_levels, none);
  }
  std::size_t count(const models::Levels& levels, std::uint8_t membership) const {
    std::size_t n = 0;
    for (std::size_t id = 0; id < people.size(); ++id) {
      n += levels[0][id] != 0 && people.membership[0][id] == membership ? 1 : 0;
    }
    return n;
  }
};

models::Scenario with(std::vector<models::Lever> levers) { return {{}, std::move(levers)}; }

}  // namespace

TEST_CASE("levels: with the same bar nobody loses a place and those kept out get theirs",
          "[formula]") {
  const Placed p(0.3f);
  for (std::size_t subject = 0; subject < models::kCoreSubjects; ++subject) {
    for (std::size_t id = 0; id < 200; ++id) {
      CHECK(p.same_bar[subject][id] >= p.people.advanced[subject][id]);
      if (p.people.membership[0][id] == 0) {
        CHECK(p.same_bar[subject][id] == p.people.advanced[subject][id]);
      }
      CHECK(p.none[subject][id] == 0);
    }
  }
  CHECK(p.count(p.people.advanced, 0) + p.count(p.people.advanced, 1) == 50);
  CHECK(p.count(p.same_bar, 1) > p.count(p.people.advanced, 1));
}

TEST_CASE("levels: where access is equal the same bar is the race itself", "[law]") {
  const Placed p(1.0f);
  for (std::size_t subject = 0; subject < models::kCoreSubjects; ++subject) {
    for (std::size_t id = 0; id < 200; ++id) {
      CHECK(p.same_bar[subject][id] == p.people.advanced[subject][id]);
    }
  }
}

TEST_CASE("timetables: only the kinds that a scenario may ask for", "[formula]") {
  using enum models::Input;
  using models::LevelRule;
  using models::timetable_kind;
  using small_school::lever;
  const sim::Calendar calendar;
  const auto bit = [](LevelRule rule, bool blocks) { return 1u << timetable_kind(rule, blocks); };
  CHECK(timetable_kind(LevelRule::race, false) == 0);
  CHECK(models::timetables_needed(with({}), calendar) == 1u);
  CHECK(models::timetables_needed(with({lever(support, 0.5f)}), calendar) == 1u);
  CHECK(models::timetables_needed(with({lever(shared_blocks, 1)}), calendar) ==
        (1u | bit(LevelRule::race, true)));
  CHECK(models::timetables_needed(with({lever(detracking, 1), lever(shared_blocks, 1)}),
                                  calendar) == (1u | bit(LevelRule::no_levels, true)));
  // The second term's access meets the year's blocks.
  CHECK(models::timetables_needed(with({lever(advanced_access, 1, 90), lever(shared_blocks, 1)}),
                                  calendar) ==
        (1u | bit(LevelRule::race, true) | bit(LevelRule::same_bar, true)));
  // Some schools may not deliver it.
  models::Lever unsure = lever(detracking, 1);
  unsure.fidelity = 0.6f;
  unsure.fidelity_spread = 0.2f;
  CHECK(models::timetables_needed(with({unsure, lever(advanced_access, 1)}), calendar) ==
        (1u | bit(LevelRule::no_levels, false) | bit(LevelRule::same_bar, false)));
}

TEST_CASE("timetables: the one in force is the one that open levers ask for, blocks and levels",
          "[formula]") {
  using small_school::lever;
  models::SchoolPlan plan = small_school::plan(200, false, 5);
  plan.identity.dimension[0].row[1].access = 0.3f;
  plan.timetables = (1u << models::kTimetableKinds) - 1;
  const auto school = models::build_school(plan, nullptr);
  const auto in_force = [&](std::vector<models::Lever> levers) {
    const models::Scenario scenario{plan.parameters, std::move(levers)};
    models::Inputs inputs(*school, scenario);
    inputs.rebuild(0);
    return models::timetable_in_force(*school, inputs);
  };
  const auto advanced = [&](std::uint32_t kind) {
    std::size_t n = 0;
    for (std::size_t p = 0; p < school->periods(); ++p) {
      for (const std::uint8_t level : school->seated(kind).advanced[p].rows()) n += level;
    }
    return n;
  };
  CHECK(in_force({}) == 0);
  const std::uint32_t access = in_force({lever(models::Input::advanced_access, 1)});
  const std::uint32_t flat =
      in_force({lever(models::Input::advanced_access, 1), lever(models::Input::detracking, 1)});
  const std::uint32_t both =
      in_force({lever(models::Input::advanced_access, 1), lever(models::Input::shared_blocks, 1)});
  CHECK(advanced(access) > advanced(0));
  CHECK(advanced(0) > 0);
  CHECK(advanced(flat) == 0);
  CHECK(advanced(both) > 0);
  CHECK(models::shares_blocks(both));
  CHECK(&school->seated(0) == &school->seating);
  // Not built: as it is.
  const auto plain = models::build_school(small_school::plan(60, false), nullptr);
  CHECK(&plain->seated(access) == &plain->seating);
}
