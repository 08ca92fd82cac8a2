// Results never replace what a run reads, by whatever path they are named.

#include "analysis/report_page.h"
#include "tests/promise/sandbox.h"

namespace {

namespace fs = std::filesystem;
using sandbox::belong, sandbox::Outcome, sandbox::Sandbox;

/// A small experiment whose files have names that say nothing of what is in them.
struct Inputs : Sandbox {
  explicit Inputs(const std::string& name) : Sandbox("output_" + name) {
    write("experiments/year",
          "[experiment]\nname = \"year\"\nschool = \"../schools/ours\"\n"
          "replicates = 1\n[record]\noutcomes = [\"belonging\"]\n"
          "[[scenario]]\nname = \"base\"\n"
          "[[scenario]]\nname = \"other\"\nprograms = [\"cycles\"]\n");
    write("schools/ours", read("schools/primary_schools.toml"));
    write("programs/cycles.toml", read("programs/engagement_cycles.toml"));
    write("people", "state,district,school,race,n\nX,D,1,white,30\n");
  }
  Outcome run_to(const fs::path& output) const {
    return belong("run " + path("experiments/year").string() + " --set experiment.population=" +
                  path("people").string() + " -o " + output.string());
  }
  /// Everything that is there, and how long it is.
  std::string tree() const {
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(path(""))) {
      all += entry.path().string() +
             (entry.is_regular_file() ? " " + std::to_string(entry.file_size()) : "") + "\n";
    }
    return all;
  }
};

void refused(const Inputs& box, const fs::path& output, const std::string& says) {
  const std::string before = box.tree();
  const Outcome outcome = box.run_to(output);
  INFO(output);
  INFO(outcome.said);
  CHECK(outcome.code == 2);
  CHECK(outcome.said.find(says) != std::string::npos);
  CHECK(box.tree() == before);
}

}  // namespace

TEST_CASE("output over a file that the run reads is refused, by whatever path", "[promise]") {
  const std::array<std::pair<const char*, const char*>, 4> inputs{
      {{"experiments/year", "the experiment"},
       {"schools/ours", "the school"},
       {"programs/cycles.toml", "the program"},
       {"people", "the population"}}};
  for (const auto& [file, what] : inputs) {
    DYNAMIC_SECTION(what) {
      const Inputs box("read");
      const fs::path path = box.path(file);
      const std::string says = std::string("the results would replace ") + what;
      refused(box, path, says);
      refused(box,
              path.parent_path() / "." / ".." / path.parent_path().filename() / path.filename(),
              says);
      refused(box, fs::relative(path), says);
      fs::create_symlink(path, box.path("link.h5"));
      refused(box, box.path("link.h5"), says);
      fs::create_symlink(box.path("link.h5"), box.path("second.h5"));
      refused(box, box.path("second.h5"), says);
      fs::create_directory_symlink(path.parent_path(), box.path("folder"));
      refused(box, box.path("folder") / path.filename(), says);
      fs::create_hard_link(path, box.path("hard.h5"));
      refused(box, box.path("hard.h5"), says);
    }
  }
}

TEST_CASE("output is refused where the file written first would be an input", "[promise]") {
  Inputs box("partial");
  fs::create_hard_link(box.path("people"), box.path("out.h5.partial"));
  refused(box, box.path("out.h5"), "which is written first, is the population");
  for (const char* beside : {"other.h5.journal", "third.h5.journal.partial"}) {
    fs::create_hard_link(box.path("people"), box.path(beside));
  }
  for (const char* output : {"other.h5", "third.h5"}) {
    refused(box, box.path(output), "which is written first, is the population");
  }
}

TEST_CASE("output with the ending of an input is refused even where nothing is", "[promise]") {
  const Inputs box("ending");
  refused(box, box.path("new.toml"), "results are HDF5");
  refused(box, box.path("new.csv"), "results are HDF5");
}

TEST_CASE("what takes long is refused at its beginning where it can't be written", "[promise]") {
  const Sandbox box("too_late");
  const std::string nowhere = box.path("no/such/folder").string();
  const std::string validate =
      "validate --folder " + box.path("evidence").string() + " --schools 2 --seeds 1 ";
  const std::string page = "page " + box.experiment() + " -o ";
  std::vector<std::string> commands{validate + "--json " + nowhere + "/found.json",
                                    validate + "--markdown " + nowhere + "/found.md"};
#ifdef BELONG_WASM_MODULE  // without one, a page is refused for that
  commands.push_back(page + nowhere + "/page.html");
  commands.push_back(page + box.path("schools").string());
#endif
  for (const std::string& command : commands) {
    const Outcome outcome = belong(command, true);
    INFO(command << " -> " << outcome.said);
    CHECK(outcome.code == 1);
    CHECK(outcome.said.find("cannot write ") != std::string::npos);
    CHECK(outcome.said.find("paired runs") == std::string::npos);
    CHECK(outcome.said.find("Holding") == std::string::npos);
  }
  for (const char* input : {"page.toml", "page.csv"}) {
    const Outcome outcome = belong(page + box.path(input).string(), true);
    CHECK(outcome.code == 2);
    CHECK(outcome.said.find("the page is HTML; that name is an input's") != std::string::npos);
  }
  CHECK(box.untouched());
}

TEST_CASE("no command writes over an input, and no two options name one file", "[promise]") {
  const Sandbox box("names");
  const std::string results = test::scratch("names.h5");
  REQUIRE(belong("run " + box.experiment() + " --set experiment.replicates=2 -o " + results).code ==
          0);
  const std::string program = box.path("programs/barr.toml").string();
  const std::string validate =
      "validate --folder " + box.path("evidence").string() + " --schools 2 --seeds 1 ";
  const std::string calibrate = "calibrate " + box.path("calibration/evidence.toml").string();
  const std::string free = test::scratch("names.json");
  using sandbox::refused;
  refused(belong("report " + results + " -o " + program), "the report is HTML; that name");
  refused(belong("export curves " + results + " -o " + program), "the curves are CSV; that name");
  refused(belong(validate + "--json " + program), "is JSON there; that name");
  refused(belong(validate + "--markdown " + program), "is Markdown there; that name");
  refused(belong(calibrate + " --json " + program), "is JSON there; that name");
  refused(belong(calibrate + " -o " + program), "the set is CSV; that name");
  refused(belong(validate + "--json " + free + " --markdown " + free), "name the same file");
  CHECK_FALSE(std::filesystem::exists(free));
  CHECK(box.untouched());
}

TEST_CASE("a report beside its results never takes a workshop page's place", "[promise]") {
  const Sandbox box("page_there");
  const std::string results = test::scratch("workshop.h5");
  const std::string page = fs::path(results).replace_extension(".html").string();
  REQUIRE(belong("run " + box.experiment() + " --set experiment.replicates=2 -o " + results).code ==
          0);
  std::ofstream(page) << "<meta content=\"script-src 'wasm-unsafe-eval'\">";
  sandbox::refused(belong("report " + results), "is a workshop page");
  CHECK(fs::file_size(page) < 100);
  CHECK(belong("report " + results + " -o " + page).code == 0);  // asked for by name
#ifdef BELONG_WASM_MODULE
  CHECK(analysis::workshop_template().substr(0, 1000).find("wasm-unsafe-eval") !=
        std::string_view::npos);
#endif
}

TEST_CASE("output over anything else is written", "[promise]") {
  const Inputs box("written");
  const Outcome outcome = box.run_to(box.path("out.h5"));
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK(fs::file_size(box.path("out.h5")) > 1000);
}
