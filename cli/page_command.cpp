#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/report_page.h"
#include "cli/commands.h"
#include "cli/execute.h"
#include "cli/level.h"
#include "cli/library.h"
#include "cli/output_path.h"
#include "cli/packed_text.h"
#include "cli/page_frame.h"
#include "cli/page_preset.h"
#include "cli/progress.h"
#include "cli/stops.h"
#include "sim/run/run_error.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

using nlohmann::json;

constexpr const char* kImportedPage =
    "The page holds who sits in which class, by number, as the roster has it: keep and share it as "
    "you would the school's folder. It shows nobody by themselves.";

}  // namespace

int page_command(const PageCommandOptions& options) {
  const models::Model& model = choose_level("");
  const std::string& output = options.output;
  if (output.empty()) throw sim::ConfigError("--output names no file: give the page a name");
  check_not_an_inputs_name("--output", output, "the page is HTML");
  std::vector<Experiment> experiments;
  for (const std::string& path : options.experiments) {
    experiments.push_back(read_page_experiment(path));
    check_not_an_input("--output", output, "the page", experiments.back());
    for (const Experiment& other : std::span(experiments).first(experiments.size() - 1)) {
      if (other.name != experiments.back().name) continue;
      throw sim::ConfigError(fmt::format("{}: experiment.name = {} is also the name of {}", path,
                                         other.name, other.path));
    }
  }
  const std::string base =
      std::filesystem::path(options.experiments.front()).parent_path().string();
  const auto levers = read_page_levers(library_folder(base, "page") + "/levers.toml");
  const std::string_view page = analysis::workshop_template();
  if (page.empty()) {
    throw sim::RunError(
        "this build of belong has no workshop page: node, npm or a compiler for WebAssembly "
        "(clang-14, lld-14, wasi-libc) was missing when it was built");
  }
  sim::WholeFile file(output);
  listen_for_stops();
  json data = page_frame(levers);
  for (const Experiment& e : experiments) {
    fmt::print("{}: {} students, {} scenarios, {} paired runs\n", e.title, e.schools.students,
               e.scenarios.size(), e.replicates);
    if (e.schools.imported) fmt::print("Note: {}\n", kImportedPage);
    std::fflush(stdout);
    PageOptions how;
    how.threads = options.threads;
    how.pairs = options.pairs;
    how.stop = stop_asked;
    const double units = static_cast<double>(e.schools.schools.size()) * e.runs();
    Progress progress(e.name, student_days(e) / units);
    how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
    data["presets"].push_back(page_preset(e, levers, model, how));
  }
  const std::string text = data.dump(-1, ' ', false, json::error_handler_t::replace);
  const std::string whole = analysis::fill_page(page, packed_text(text));
  file.write(whole);
  file.finish();
  fmt::print("Page: {} ({:.2f} MB; opens from disk, needs no network)\n", output,
             static_cast<double>(whole.size()) / 1e6);
  return 0;
}

}  // namespace cli
