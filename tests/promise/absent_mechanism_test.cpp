// The model does not always say yes: where what a program changes is not there, the year is the
// baseline's, to the bit. Each test also shows the program acting where it is there.

#include <catch2/catch.hpp>

#include "cli/needs.h"
#include "tests/promise/program_library.h"
#include "tests/promise/sandbox.h"

namespace {

using models::Input, models::Outcome;

/// One program in a school; with `only`, its levers on this input alone.
cli::Experiment one(const std::string& school, const std::string& program,
                    Input only = Input::count) {
  auto e = test::with_programs(school, {{program}}, 200);
  if (only != Input::count) {
    std::erase_if(e.scenarios[1].scenario.levers,
                  [&](const models::Lever& lever) { return lever.input != only; });
    REQUIRE_FALSE(e.scenarios[1].scenario.levers.empty());
  }
  return e;
}

bool changes_nothing(const cli::Experiment& e) { return test::is_baseline(test::run(e), 1); }

}  // namespace

TEST_CASE("a belonging message is only remembered where nobody is new and no group is in doubt",
          "[promise]") {
  const auto null = test::run(one("null_environment", "belonging_story"));
  CHECK(test::level(null, 1, Outcome::lens) > test::level(null, 0, Outcome::lens));
  CHECK(test::is_baseline(null, 1, Outcome::lens));
  const auto present = test::run(one("three_high_schools", "belonging_story"));
  CHECK_FALSE(test::is_baseline(present, 1, Outcome::lens));
}

TEST_CASE("an affirmation changes nothing where no group is in doubt", "[promise]") {
  CHECK(changes_nothing(one("null_environment", "values_affirmation")));
  CHECK_FALSE(changes_nothing(one("national_high_school", "values_affirmation")));
}

TEST_CASE("a same-identity teacher changes nothing where all groups are treated alike",
          "[promise]") {
  auto e = one("national_high_school", "same_identity_teacher");
  CHECK_FALSE(changes_nothing(e));
  for (models::Membership& row : e.schools.schools[0].identity.dimension[0].row) {
    row.stigma = row.bias = row.support_gap = 0;
  }
  CHECK(changes_nothing(e));
}

TEST_CASE("teaching without levels changes nothing where there are no levels", "[promise]") {
  auto e = one("national_high_school", "detracking", Input::detracking);
  CHECK_FALSE(changes_nothing(e));
  e.schools.schools[0].profile.advanced_share = 0;
  CHECK(changes_nothing(e));
}

TEST_CASE("opened access changes nothing where there are no advanced courses", "[promise]") {
  auto e = one("national_high_school", "eos_access_only");
  CHECK_FALSE(changes_nothing(e));
  e.schools.schools[0].profile.advanced_share = 0;
  CHECK(changes_nothing(e));
}

TEST_CASE("no suspension for defiance changes nothing where nobody is suspended", "[promise]") {
  auto e = one("middle_school", "end_defiance_suspension");
  CHECK_FALSE(changes_nothing(e));
  test::for_each_parameters(e, [](models::Parameters& p) {
    p.response.suspend_base = -10;
    p.response.suspend_severity = p.response.suspend_prior = 0;
  });
  const auto t = test::run(e);
  CHECK(test::level(t, 0, Outcome::referrals) > 0);
  CHECK(test::level(t, 0, Outcome::ever_suspended) == 0);
  CHECK(test::is_baseline(t, 1));
}

TEST_CASE("a repairing conversation changes nothing where nobody is referred", "[promise]") {
  auto e = one("national_high_school", "restorative_practice", Input::repair);
  CHECK_FALSE(changes_nothing(e));
  test::for_each_parameters(e, [](models::Parameters& p) {
    p.behaviour.base = -10;
    p.response.base = -10;
  });
  const auto t = test::run(e);
  CHECK(test::level(t, 0, Outcome::referrals) == 0);
  CHECK(test::is_baseline(t, 1));
}

TEST_CASE("a rule on harassment changes nothing where nobody meets any", "[promise]") {
  CHECK(changes_nothing(one("null_environment", "safe_from_harassment", Input::harassment)));
  CHECK_FALSE(
      changes_nothing(one("national_high_school", "safe_from_harassment", Input::harassment)));
}

TEST_CASE("a role that sees to other programs changes nothing where there are none", "[promise]") {
  CHECK(
      changes_nothing(one("national_high_school", "student_success_role", Input::implementation)));
  CHECK(changes_nothing(one("national_high_school", "student_success_role", Input::participation)));
}

TEST_CASE("a program that can do nothing in a school is named in a sentence, and it is no error",
          "[promise]") {
  const sandbox::Sandbox box("idle");
  box.write("experiments/idle.toml",
            "[experiment]\nname = \"idle\"\nreplicates = 1\n"
            "school = \"../schools/null_environment.toml\"\n"
            "[[scenario]]\nname = \"baseline\"\n"
            "[[scenario]]\nname = \"a\"\nprograms = [\"values_affirmation\", \"eos\"]\n"
            "[[scenario]]\nname = \"b\"\nprograms = [\"restorative_practice\"]\n");
  const auto said = sandbox::belong("check " + box.path("experiments/idle.toml").string(), true);
  INFO(said.said);
  CHECK(said.code == 0);
  const auto holds = [&](const char* part) { return said.said.find(part) != std::string::npos; };
  CHECK(
      holds("Note: Values affirmation can do nothing in this school: it needs an open question "
            "whether one belongs: students who are new to the school, or a group that the setting "
            "puts in doubt (transition, or stigma above 0).\n"));
  CHECK(
      holds("Note: a part of Equal opportunity in advanced courses (EOS style) can do nothing in "
            "this school: \"the same bar for everyone\""));
  CHECK_FALSE(holds("Restorative"));
  const auto present = sandbox::belong("check " + box.experiment(), true);
  CHECK(present.said.find("Note") == std::string::npos);
}

TEST_CASE("a lever that some kinds of school cannot hold acts in the others", "[promise]") {
  const sandbox::Sandbox box("nation_kinds");
  const std::string path = box.path("experiments/national_sample.toml").string();
  const auto e = cli::read_experiment(
      path, {"experiment.schools=20", "experiment.replicates=1", "profile.simulated_entry=true",
             "scenario.2.programs=[\"detracking\"]"});
  const auto notes = sandbox::belong("check " + path +
                                         " --set experiment.schools=20 --set "
                                         "'scenario.2.programs=[\"detracking\"]'",
                                     true);
  INFO(notes.said);
  CHECK(notes.code == 0);
  CHECK(notes.said.find("Note: Detracking leaves out \"one level for all\" in schools of the kind "
                        "Elementary") != std::string::npos);
  const auto one = test::run(e, 1), two = test::run(e, 2);
  CHECK(one.fingerprint(e) == two.fingerprint(e));
  CHECK(one.at(1, 0, Outcome::gpa, 0, 0).sum != one.at(0, 0, Outcome::gpa, 0, 0).sum);
}
