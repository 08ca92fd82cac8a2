// The report and the table: nothing of a small group is in them, no text of a user's becomes
// markup, and what can't be read or written is said.

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <limits>
#include <memory>
#include <nlohmann/json.hpp>

#include "analysis/report_data.h"
#include "analysis/report_page.h"
#include "cli/commands.h"
#include "tests/promise/example_results.h"

namespace {

using analysis::report_data, analysis::small_cells;
using example::Folder, example::LabelledFile, example::Names;
using nlohmann::json;

constexpr const char* kTitle = "A title </script><b>&";

/// Seven students, whose figures all hold the digits 1337, and twelve that shield them (7182).
constexpr std::array<float, 4> kLevels{0.5f, 0.31337f, 0.27182f, 0.6f};

void add_outcome(LabelledFile& file, const std::string& name, const std::string& summary) {
  std::vector<float> means;
  for (std::size_t scenario = 0; scenario < 2; ++scenario) {
    for (std::size_t run_and_week = 0; run_and_week < 4; ++run_and_week) {
      for (const float level : kLevels) means.push_back(level + (scenario == 1 ? 0.1f : 0.0f));
    }
  }
  means[0] = std::numeric_limits<float>::quiet_NaN();
  file.variable(name, {"scenario", "replicate", "week", "group"}, means,
                {{"units", std::string("1")},
                 {"label", "Label of " + name},
                 {"description", std::string("what it is")},
                 {"better", std::string("higher")},
                 {"summary", summary}});
}

std::string write_run(const std::string& path, std::int64_t smallest) {
  LabelledFile file(path);
  for (const char* name : {"experiment", "belong_version", "fingerprint", "notice"}) {
    file.attribute(name, std::string("the ") + name);
  }
  file.attribute("title", std::string(kTitle));
  for (const char* name : {"seed", "schools", "school_students", "days", "small_cell", "redraw"}) {
    file.attribute(name, std::int64_t{1});
  }
  file.attribute("assignments", std::string(R"(["experiment.title=it's"])"));
  file.attribute("programs", std::string("[]"));
  file.attribute("dimensions", std::string(R"([{"key":"d","label":"Dimension"}])"));
  file.attribute("scenarios", std::string(R"([{"key":"baseline","title":"As it is","programs":[]},
                                 {"key":"more","title":"More","programs":[]}])"));
  const std::vector<std::int32_t> two{1, 2};
  file.dimension("scenario", Names{"baseline", "more"});
  file.dimension("replicate", two);
  file.dimension("week", two);
  file.dimension("group", Names{"all", "d:few", "d:some", "d:many"});
  file.variable("group_label", {"group"}, Names{"All students", "Few", "Some", "Many"});
  file.variable("group_dimension", {"group"}, Names{"all", "d", "d", "d"});
  file.variable("students", {"group"},
                std::vector<std::int64_t>{112 + smallest, smallest, 12, 100});
  add_outcome(file, "belonging", "last");
  add_outcome(file, "attendance", "mean");
  add_outcome(file, "referrals", "total");
  file.close();
  return path;
}

std::string table_of(const std::string& path) {
  const std::string command = std::string(BELONG_BINARY_DIR) + "/belong summary '" + path + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string all;
  for (std::array<char, 4096> part; std::fgets(part.data(), part.size(), pipe.get());) {
    all += part.data();
  }
  return all;
}

std::string json_of(const std::string& path) {
  const analysis::Results results = analysis::read_results(path);
  return report_data(results, small_cells(results)).dump();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string reason(const std::string& results, const std::string& output = "") {
  try {
    cli::ShowOptions shown;
    shown.results = results;
    cli::report_command(shown, output);
  } catch (const std::exception& error) {
    return error.what();
  }
  return "written";
}

}  // namespace

TEST_CASE("no number of a small group is in the report's data", "[promise]") {
  const Folder folder;
  // As a level, as a percentage and as a total of two weeks.
  const Names few{"0.31337", "0.41337", "31.337", "41.337", "0.62674", "0.82674"};
  const Names shield{"0.27182", "0.37182", "27.182", "37.182", "0.54364", "0.74364"};
  const std::string shown = json_of(write_run(folder / "large.h5", 11));
  const std::string hidden = json_of(write_run(folder / "small.h5", 7));
  for (const Names& numbers : {few, shield}) {
    for (const std::string& number : numbers) {
      INFO(number);
      CHECK(holds(shown, number));
      CHECK_FALSE(holds(hidden, number));
    }
  }
  const json data = json::parse(hidden);
  for (const char* list : {"curves", "gaps", "effects"}) {
    for (const json& entry : data.at(list)) {
      for (const char* key : {"group", "reference"}) {
        const std::string group = entry.value(key, "all");
        CHECK((group == "all" || group == "d:many"));
      }
    }
  }
  CHECK(data.at("groups").at(1) == json{{"key", "d:few"},
                                        {"dimension", "d"},
                                        {"label", "Few"},
                                        {"n", nullptr},
                                        {"hidden", true}});
  CHECK(data.at("groups").at(2).at("n").is_null());
  CHECK(data.at("groups").at(3).at("n") == 100);
}

TEST_CASE("the table in the terminal hides small groups and says so", "[promise]") {
  const Folder folder;
  const std::string shown = table_of(write_run(folder / "large.h5", 11));
  const std::string hidden = table_of(write_run(folder / "small.h5", 7));
  CHECK(holds(shown, "  Few"));
  CHECK(holds(shown, "0.31"));
  CHECK_FALSE(holds(hidden, "  Few"));
  CHECK_FALSE(holds(hidden, "  Some"));
  CHECK_FALSE(holds(hidden, "0.31"));
  CHECK_FALSE(holds(hidden, "0.27"));
  CHECK(holds(hidden, "fewer than 10 students: Few."));
  CHECK(holds(hidden, "Some."));
  CHECK(holds(hidden, "the notice"));
}

TEST_CASE("missing values are null, and everything else fits the page's contract", "[promise]") {
  const Folder folder;
  const json data = json::parse(json_of(write_run(folder / "run.h5", 11)));
  const json& curve = data.at("curves").at(0);
  CHECK(curve.at("outcome") == "belonging");
  CHECK(curve.at("mean").size() == curve.at("time").size());
  CHECK(curve.at("mean") == json{0.5, 0.5});  // of the one run that has a first week
  CHECK(data.at("outcomes").size() == 3);
  CHECK(data.at("scenarios").at(0).at("baseline") == true);
  CHECK(data.at("command") ==
        "belong run 'the experiment.toml' --set 'experiment.title=it'\\''s' "
        "--set experiment.seed=1");
}

TEST_CASE("the page that is built into the program takes data and no markup of theirs",
          "[promise]") {
  const Folder folder;
  const std::string path = folder / "run.html";
  REQUIRE(reason(write_run(folder / "run.h5", 11)) == "written");
  const std::string page = example::bytes_of(path);
  const std::string empty(analysis::report_template());
  const auto ends = [](const std::string& text) {
    std::size_t n = 0;
    for (auto at = text.find("</script>"); at != text.npos; at = text.find("</script>", at + 1))
      ++n;
    return n;
  };
  CHECK(ends(page) == ends(empty));
  CHECK(holds(page, "A title \\u003c/script>\\u003cb>&"));
  CHECK(holds(empty, "/*BELONG_DATA*/null"));
  CHECK_FALSE(holds(page, "/*BELONG_DATA*/null"));
  CHECK(std::distance(example::fs::directory_iterator(folder.path), {}) == 2);  // nothing partial
}

TEST_CASE("a report that can't be made says why and leaves nothing behind", "[promise]") {
  const Folder folder;
  const std::string run = write_run(folder / "run.h5", 11);
  CHECK_THAT(reason(folder / "none.h5"), Catch::Contains("cannot read"));
  example::write_example(folder / "other.h5");
  CHECK_THAT(reason(folder / "other.h5"), Catch::Contains("it holds no results"));
  CHECK_THAT(reason(run, folder / "no/folder.html"), Catch::Contains("cannot write"));
  CHECK_THAT(reason(run, run), Catch::Contains("would replace the results"));
  CHECK_THAT(reason(run, folder.path.string()), Catch::Contains("is not a plain file"));
  CHECK(std::distance(example::fs::directory_iterator(folder.path), {}) == 2);
  CHECK_THROWS_AS(analysis::fill_report("", {}), sim::RunError);
  CHECK_THROWS_AS(analysis::fill_report("no marker", {}), std::logic_error);
}
