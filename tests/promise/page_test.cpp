// The workshop page: what it lives is what its saved file says to `belong run`; what it cannot hold
// is refused in a sentence.

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/level.h"
#include "cli/packed_text.h"
#include "cli/page_frame.h"
#include "cli/page_preset.h"
#include "models/plan_codec.h"
#include "tests/promise/in_node.h"
#include "tests/promise/scratch.h"

namespace {

using Catch::Matchers::Contains;
using nlohmann::json;

const std::string kConfigs = BELONG_SOURCE_DIR "/configs/";

std::vector<cli::PageLever> levers() {
  return cli::read_page_levers(kConfigs + "page/levers.toml");
}

std::string written(const std::string& name, const std::string& text) {
  const std::string path = test::scratch(name);
  std::ofstream(path) << text;
  return path;
}

/// The library lies beside the folder of these experiments.
std::string experiment_file(const std::string& name, const std::string& text) {
  namespace fs = std::filesystem;
  std::error_code there;
  for (const char* folder : {"programs", "schools"}) {
    fs::create_directory_symlink(kConfigs + folder, test::scratch(folder), there);
  }
  fs::create_directory(test::scratch("experiments"));
  return written("experiments/" + name + ".toml", text);
}

/// A small experiment as the page has it, in a file of its own.
std::string small(const std::string& name, const std::string& school,
                  const std::string& more = "") {
  return experiment_file(name, "[experiment]\nname = \"" + name + "\"\nschool = \"" + kConfigs +
                                   "schools/" + school + ".toml\"\nreplicates = 2\n" + more +
                                   "[profile]\nstudents = 60\n"
                                   "[record]\noutcomes = [\"belonging\"]\nwaves = [19]\n"
                                   "[[scenario]]\nname = \"baseline\"\n"
                                   "[[scenario]]\nname = \"one\"\nprograms = [\"wise_feedback\"]\n"
                                   "[[scenario]]\nname = \"own\"\nfidelity = 0.5\n"
                                   "programs = [\"wise_feedback\"]\n");
}

json preset_of(const cli::Experiment& e) {
  cli::PageOptions how;
  how.threads = 1;
  how.pairs = 8;
  return cli::page_preset(e, levers(), cli::choose_level(""), how);
}

void refused(const std::string& path, const std::string& why) {
  CHECK_THROWS_WITH(cli::read_page_experiment(path), Contains(why));
}

}  // namespace

TEST_CASE("the page's levers are levers of the library, at a program's amount", "[promise]") {
  const auto found = levers();
  CHECK(found.size() >= 5);
  CHECK(found.size() <= 9);
  for (const cli::PageLever& lever : found) {
    INFO(lever.name);
    CHECK(lever.question.back() == '?');
    CHECK(lever.template_lever.amount == lever.of.lever.amount);
    CHECK(lever.template_lever.reach.share == 1.0f);
    CHECK(lever.most > 0);
    CHECK(lever.least <= 0);
    const auto& row = models::kInputRows[static_cast<std::size_t>(lever.of.lever.input)];
    for (const double times : {lever.least, lever.most}) {
      const double amount = times * static_cast<double>(lever.of.lever.amount);
      CHECK(amount <= static_cast<double>(row.legal.hi) + 1e-6);
      CHECK(amount >= static_cast<double>(row.legal.lo) - 1e-6);
    }
  }
}

TEST_CASE("levers of a page that lead nowhere are refused with their place", "[promise]") {
  const std::string one = "[[lever]]\nname = \"a\"\nquestion = \"b?\"\nsays = \"c\"\n";
  const auto read = [&](const std::string& text) {
    return cli::read_page_levers(written("levers.toml", text));
  };
  CHECK_THROWS_WITH(read(one + "program = \"no_such\"\nlever = \"d\"\n"),
                    Contains("levers.toml:") && Contains("no_such"));
  CHECK_THROWS_WITH(read(""), Contains("a page has 5 to 9"));
}

TEST_CASE("a page refuses experiments that it cannot hold", "[promise]") {
  refused(kConfigs + "experiments/nation.toml", "population");
  refused(kConfigs + "experiments/what_marks_rest_on.toml", "[design]");
  const std::string large = small("large", "national_high_school");
  std::string text;
  std::getline(std::ifstream(large), text, '\0');
  text.replace(text.find("students = 60"), 13, "students = 30000");
  refused(experiment_file("larger", text), "a browser lives at most 20000");
}

TEST_CASE("a preset says which of its scenarios can be changed, and hides what must stay hidden",
          "[promise]") {
  const auto e = cli::read_page_experiment(small("tiny", "low_performing_high_school"));
  const json preset = preset_of(e);
  CHECK(preset["scenarios"][0]["plain"] == true);
  CHECK(preset["scenarios"][1]["plain"] == true);
  CHECK(preset["scenarios"][2]["plain"] == false);
  CHECK(preset["study"]["replicates"] == 2);
  CHECK(preset["replicates"] == 2);
  // Of 60 students two per cent are one: no figure of that group is in the page.
  int hidden = 0;
  for (const json& group : preset["groups"]) {
    if (!group["hidden"]) continue;
    ++hidden;
    CHECK(group["n"].is_null());
    for (const char* list : {"curves", "gaps", "pairs", "gap_pairs"}) {
      for (const json& one : preset[list]) {
        CHECK(one["group"] != group["key"]);
        CHECK(one.value("reference", json()) != group["key"]);
      }
    }
  }
  CHECK(hidden > 0);
}

TEST_CASE("programs that a school cannot have, or that would change nothing there, say why",
          "[promise]") {
  const json preset = preset_of(cli::read_page_experiment(small("null", "null_environment")));
  int refused = 0;
  for (const json& program : preset["programs"]) {
    INFO(program["key"]);
    const std::string why = program["refused"];
    CHECK(program["words"].empty() == !why.empty());
    if (why.find("would change nothing here: it needs ") != why.npos) ++refused;
  }
  CHECK(refused > 0);
  CHECK(refused < static_cast<int>(preset["programs"].size()));
}

#ifdef BELONG_WASM_MODULE
TEST_CASE("what the page lives is, word for word, what its saved file says to a run", "[promise]") {
  json page = cli::page_frame(levers());
  std::map<std::string, cli::Experiment> presets;
  for (const char* school : {"low_performing_high_school", "middle_school", "null_environment"}) {
    const auto e = cli::read_page_experiment(small(school, school));
    page["presets"].push_back(preset_of(e));
    presets.emplace(e.name, e);
  }
  const std::string data = written("page.json", page.dump());
  const std::string answer = test::scratch("what_ifs.json");
  const std::string command = "node " BELONG_SOURCE_DIR "/web/workshop/what_ifs_in_node.mjs '" +
                              data + "' 60 > '" + answer + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  const json found = json::parse(std::ifstream(answer));
  REQUIRE(found.size() == 60);
  for (const json& one : found) {
    const std::string file = one["file"];
    INFO(file);
    const std::string path = experiment_file("saved", file);
    const auto read =
        cli::read_experiment(path, {"experiment.school=\"" + kConfigs + "schools/" +
                                    one["experiment"].get<std::string>() + ".toml\""});
    CHECK(models::encode(read.scenarios.at(1).scenario) ==
          one["words"].get<std::vector<std::uint32_t>>());
    const cli::Experiment& preset = presets.at(one["experiment"]);
    CHECK(read.replicates == preset.replicates);
    CHECK(read.seed == preset.seed);
    models::SchoolPlan school = read.schools.schools.front();
    school.timetables = preset.schools.schools.front().timetables;  // built when they are needed
    CHECK(models::encode({school, read.record, {}}) ==
          models::encode({preset.schools.schools.front(), preset.record, {}}));
  }
}
#endif
