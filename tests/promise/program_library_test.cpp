// The program library: every file says what it must, runs where it can, and does nothing where its
// mechanism is absent.

#include "tests/promise/program_library.h"

#include <catch2/catch.hpp>

#include "models/timetable_in_force.h"
#include "sim/run/config_error.h"
#include "tests/promise/scratch.h"

namespace {

bool tagged(const std::string& evidence) {
  return evidence.starts_with("cited") || evidence.starts_with("observational") ||
         evidence.starts_with("assumed");
}

/// Does a program need class periods: a timetable, or a subject?
bool needs_periods(const cli::Program& program) {
  for (const auto& lever : program.levers) {
    if (models::changes_timetable(lever.lever.input)) return true;
    if (lever.lever.reach.subject != models::kAnyone) return true;
  }
  return false;
}

std::vector<std::vector<std::string>> one_by_one(const std::vector<std::string>& keys) {
  std::vector<std::vector<std::string>> lists;
  for (const std::string& key : keys) lists.push_back({key});
  lists.push_back(keys);
  return lists;
}

}  // namespace

TEST_CASE("every program says what it is, for whom, on what evidence, and what is not known",
          "[promise]") {
  const auto library = cli::read_library(test::kPrograms);
  CHECK(library.size() >= 27);
  for (const auto& p : library) {
    INFO(p.path);
    CHECK(p.path.ends_with("/" + p.key + ".toml"));
    CHECK_FALSE(p.summary.empty());
    CHECK_FALSE(p.for_whom.empty());
    CHECK_FALSE(p.dose.empty());
    CHECK_FALSE(p.not_known.empty());
    CHECK_FALSE(p.sources.empty());
    CHECK(tagged(p.evidence));
    CHECK((!p.staff_hours || !p.staff_note.empty()));
    CHECK_FALSE(p.cost_note.empty());  // where a figure comes from, or that none is known
    for (const auto& id : p.evidence_ids) CHECK(id.starts_with("E"));
    for (const auto& lever : p.levers) {
      INFO(lever.name);
      CHECK(tagged(lever.evidence));
    }
  }
}

TEST_CASE("every program changes something in every kind of school, alone and all together",
          "[promise]") {
  const std::string school =
      GENERATE(as<std::string>(), "three_high_schools", "national_high_school", "primary_schools");
  const bool elementary = school == "primary_schools";
  CAPTURE(school);
  std::vector<std::string> keys;
  for (const auto& program : cli::read_library(test::kPrograms)) {
    if (!elementary || !needs_periods(program)) {
      keys.push_back(program.key);
      continue;
    }
    INFO(program.key);
    CHECK_THROWS_AS(test::with_programs(school, {{program.key}}, 200), sim::ConfigError);
  }
  const auto e = test::with_programs(school, one_by_one(keys), 200);
  const auto t = test::run(e);
  for (std::uint32_t s = 1; s < e.scenarios.size(); ++s) {
    INFO((s <= keys.size() ? keys[s - 1] : "all together"));
    // One rule about suspensions may meet no suspension in one small school.
    if (s <= keys.size() && keys[s - 1] == "end_defiance_suspension") continue;
    CHECK_FALSE(test::is_baseline(t, s));
  }
}

TEST_CASE("where a mechanism is absent, its program does nothing, to the bit", "[promise]") {
  const std::vector<std::string> keys{"values_affirmation", "same_identity_teacher",
                                      "eos_access_only"};
  auto e = test::with_programs("three_high_schools", one_by_one(keys), 200);
  const auto present = test::run(e);
  test::make_null(e);
  for (auto& plan : e.schools.schools) plan.profile.transition = 0;  // nobody is new either
  const auto absent = test::run(e);
  for (std::uint32_t s = 1; s < e.scenarios.size(); ++s) {
    CAPTURE(s);
    CHECK_FALSE(test::is_baseline(present, s));
    CHECK(test::is_baseline(absent, s));
  }
}

TEST_CASE(
    "narratives, rules on harassment and materials have nothing to change where all are alike",
    "[promise]") {
  auto e = test::with_programs("three_high_schools", {{"student_voice"}}, 200);
  std::erase_if(e.scenarios[1].scenario.levers, [](const models::Lever& lever) {
    return lever.input != models::Input::stigma && lever.input != models::Input::harassment;
  });
  models::Lever materials = e.scenarios[1].scenario.levers.front();
  materials.input = models::Input::materials;
  materials.amount = 0.3f;
  e.scenarios[1].scenario.levers.push_back(materials);
  CHECK_FALSE(test::is_baseline(test::run(e), 1));
  test::make_null(e);
  CHECK(test::is_baseline(test::run(e), 1));
}

TEST_CASE("what teachers become has its place, and the school must know it", "[promise]") {
  const auto said = [](const std::string& input, const std::string& becomes) {
    const std::string path = test::scratch("becomes.toml");
    std::ofstream(path) << "[program]\nname = \"becomes\"\ntitle = \"t\"\nshelf = \"policy\"\n"
                        << "summary = \"s\"\n[[lever]]\nname = \"l\"\namount = 1\ninput = \""
                        << input << "\"\n"
                        << becomes;
    try {
      const auto program = cli::read_program(path, "", "");
      cli::resolve_levers({&program}, test::ninth_grade().schools.names);
    } catch (const sim::ConfigError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const auto holds = [](const std::string& text, const char* part) {
    INFO(text);
    CHECK(text.find(part) != std::string::npos);
  };
  const std::string black =
      "[lever.becomes]\ndimension = \"race_ethnicity\"\nmembership = \"black\"\n";
  CHECK(said("teacher_identity", black).empty());
  holds(said("teacher_identity", ""), "needs a table [lever.becomes]");
  holds(said("support", black), "has a use only with input = teacher_identity");
  holds(said("teacher_identity", "[lever.becomes]\ndimension = \"race\"\nmembership = \"black\""),
        "it has: race_ethnicity");
  holds(said("teacher_identity",
             "[lever.becomes]\ndimension = \"race_ethnicity\"\nmembership = \"blue\""),
        "it has: asian, black");
}

TEST_CASE("docs/programs.md is what the files say", "[promise]") {
  // To bring it up to date: build/release/belong programs --markdown > docs/programs.md
  std::ifstream in(BELONG_SOURCE_DIR "/docs/programs.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  CHECK(page == cli::library_page(cli::read_library(test::kPrograms)));
}
