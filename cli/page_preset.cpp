#include "cli/page_preset.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "analysis/outcome_lists.h"
#include "analysis/report_data.h"
#include "cli/execute.h"
#include "cli/library.h"
#include "cli/needs.h"
#include "cli/page_figures.h"
#include "cli/program_json.h"
#include "cli/program_page.h"
#include "cli/scenario_checks.h"
#include "cli/write_results.h"
#include "models/plan_codec.h"
#include "sim/run/run_error.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uint64_t kMostStudents = 20000;
constexpr std::array<std::string_view, 8> kOutcomes{"belonging",   "engagement", "relation",
                                                    "attendance",  "referrals",  "gpa",
                                                    "core_passed", "on_track"};

/// Of [record]; all else of it would change nothing that the page shows.
std::vector<std::string> record_lines() {
  return {"every=\"week\"", fmt::format("outcomes=[\"{}\"]", fmt::join(kOutcomes, "\", \"")),
          "quantiles=[]", "waves=[]", "by=[]"};
}

/// Does the scenario leave the school and its parameters as they are?
bool as_it_is(const Experiment& e, const ScenarioSpec& spec) {
  return spec.scenario.levers.empty() &&
         std::memcmp(&spec.scenario.parameters, &e.parameters, sizeof e.parameters) == 0;
}

/// Why a page can't hold the experiment; "" if it can.
std::string reason_against(const Experiment& e) {
  if (e.design) return "it has a [design], and a page shows one point";
  if (e.parameter_set)
    return "it varies parameters (parameter_set), and a page has one set of them";
  if (e.schools.population || !e.schools.strata.empty()) {
    return "its schools are a population; name one school file";
  }
  if (!as_it_is(e, e.scenarios.front())) {
    return fmt::format(
        "its first scenario, {}, changes the school, and what a page changes is compared with the "
        "school as it is",
        e.scenarios.front().key);
  }
  if (e.schools.students > kMostStudents) {
    return fmt::format("it has {} students; a browser lives at most {} in good time",
                       e.schools.students, kMostStudents);
  }
  return "";
}

/// What the scenario would be with only these programs.
models::Scenario with(const Experiment& e, const std::vector<const Program*>& programs) {
  return {e.parameters, resolve_levers(programs, e.schools.names), {}};
}

/// Why this school can't hold the program; "" if it can.
std::string refused(const Experiment& e, const Program& program) {
  std::vector<models::Lever> levers;
  try {
    levers = resolve_levers({&program}, e.schools.names);
  } catch (const sim::ConfigError&) {
    return "It is for a group that this school does not name.";
  }
  const models::SchoolPlan& plan = e.schools.schools.front();
  for (const models::Lever& lever : levers) {
    if (const auto why = refusal(plan, lever))
      return "It does not fit this school: it " + *why + ".";
  }
  const auto acts = [&](const models::Lever& lever) {
    return lever.input != models::Input::workload && answers(plan, lever);
  };
  if (std::none_of(levers.begin(), levers.end(), acts)) {
    return "It would change nothing here: it needs " + needs_in_words(program) + ".";
  }
  return "";
}

/// The words of one lever: those of a scenario that has it less those of one that has none.
std::vector<std::uint32_t> words_of(const Experiment& e, const models::Lever& lever) {
  const auto without = models::encode(with(e, {}));
  const auto words = models::encode(models::Scenario{e.parameters, {lever}, {}});
  return {words.begin() + static_cast<std::ptrdiff_t>(without.size()), words.end()};
}

json programs_json(const Experiment& e, const std::vector<Program>& programs) {
  json all = json::array();
  for (const Program& program : programs) {
    json one = program_json(program);
    one["refused"] = refused(e, program);
    one["words"] = json::array();
    if (one["refused"] == "") {
      for (const models::Lever& lever : resolve_levers({&program}, e.schools.names)) {
        one["words"].push_back(words_of(e, lever));
      }
    }
    all.push_back(std::move(one));
  }
  return all;
}

json levers_json(const Experiment& e, const std::vector<PageLever>& levers) {
  json all = json::array();
  const models::SchoolPlan& plan = e.schools.schools.front();
  for (const PageLever& lever : levers) {
    const bool acts = answers(plan, lever.template_lever);
    const Need need = need_of(lever.template_lever.input);
    all.push_back({{"name", lever.name},
                   {"needs", acts ? "" : std::string(need_in_words(need))},
                   {"words", words_of(e, lever.template_lever)}});
  }
  return all;
}

/// All programs that the page offers: those of the library, and those that a scenario names.
std::vector<Program> offered(const Experiment& e) {
  const std::string base = fs::path(e.path).parent_path().string();
  std::vector<Program> programs = read_library(library_folder(base, "programs"));
  for (const Program& program : e.programs) {
    const auto same = [&](const Program& other) { return other.key == program.key; };
    const bool own = program.number == program_number(kOwnLevers);
    if (!own && std::none_of(programs.begin(), programs.end(), same)) programs.push_back(program);
  }
  return programs;
}

models::PlanNumbers plan_of(const Experiment& e, const models::SchoolPlan& school) {
  return {school, e.record, {e.scenarios.front().scenario}};
}

json study_json(const Experiment& e) {
  json study{
      {"replicates", e.replicates}, {"days", e.schools.schools.front().calendar.days_in_run()},
      {"redraw", e.redraw},         {"reference", nullptr},
      {"schools", json::array()},   {"baseline", models::encode(e.scenarios.front().scenario)}};
  for (const models::SchoolPlan& school : e.schools.schools) {
    study["schools"].push_back(models::encode(plan_of(e, school)));
    if (school.profile.simulated_entry == 0.0f) {
      study["reference"] = models::encode(plan_of(e, e.schools.reference));
    }
  }
  return study;
}

/// May the page change the scenario? Then it is a choice of programs and nothing else.
bool plain(const Experiment& e, const ScenarioSpec& spec) {
  const auto own = [&](const Program& program) {
    return program.number == program_number(kOwnLevers) &&
           std::find(spec.programs.begin(), spec.programs.end(), program.key) !=
               spec.programs.end();
  };
  const auto& parameters = spec.scenario.parameters;
  return !spec.fidelity && std::none_of(e.programs.begin(), e.programs.end(), own) &&
         std::memcmp(&parameters, &e.parameters, sizeof parameters) == 0;
}

/// The run's results, by way of a results file that is gone afterwards.
analysis::Results results_of(const Experiment& e, const models::Model& model,
                             const PageOptions& options) {
  ExecuteOptions how;
  how.threads = options.threads;
  how.progress = options.progress;
  how.stop = options.stop;
  const Tallies tallies = execute(e, model, how);
  std::string folder = (fs::temp_directory_path() / "belong-page-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) {
    throw sim::RunError(
        fmt::format("cannot make a folder in {}", fs::temp_directory_path().string()));
  }
  const auto gone = [](const std::string* path) {
    std::error_code ignored;
    fs::remove_all(*path, ignored);
  };
  const std::unique_ptr<const std::string, decltype(gone)> tidy(&folder, gone);
  const std::string path = folder + "/results.h5";
  sim::LabelledFile file(path);
  write_results(e, tallies, tallies.fingerprint(e), file);
  return analysis::read_results(path);
}

}  // namespace

Experiment read_page_experiment(const std::string& path) {
  std::vector<std::string> assignments = record_lines();
  for (std::string& line : assignments) line = "record." + line;
  Experiment e = read_experiment(path, assignments);
  if (const std::string why = reason_against(e); !why.empty()) {
    throw sim::ConfigError(fmt::format("{}: no page can be made of it: {}", path, why));
  }
  e.watch = {};
  e.assignments.clear();
  return e;
}

std::string page_header(const Experiment& e) {
  auto document = sim::Document::read(e.path);
  document.drop("scenario");
  document.drop("record");
  document.set(fmt::format("experiment.replicates={}", e.replicates));
  const fs::path school(e.schools.path);
  const fs::path shipped =
      school_file(school.stem().string(), fs::path(e.path).parent_path().string());
  std::error_code none;
  const bool in_library = fs::equivalent(school, shipped, none);
  document.set(fmt::format("experiment.school=\"{}\"",
                           (in_library ? school.stem() : school.filename()).string()));
  return fmt::format("{}\n[record]\n{}\n", document.written(), fmt::join(record_lines(), "\n"));
}

json page_preset(const Experiment& e, const std::vector<PageLever>& levers,
                 const models::Model& model, const PageOptions& options) {
  const std::vector<Program> programs = offered(e);
  const analysis::Results results = results_of(e, model, options);
  const analysis::SmallCells cells = analysis::small_cells(results);
  json preset = analysis::report_data(results, cells);
  add_page_figures(results, cells, preset);
  preset["programs"] = programs_json(e, programs);
  for (std::size_t k = 0; k < e.scenarios.size(); ++k) {
    preset["scenarios"][k]["plain"] = plain(e, e.scenarios[k]);
  }
  preset["levers"] = levers_json(e, levers);
  preset["imported"] = e.schools.imported;
  preset["days_in_week"] = e.schools.schools.front().calendar.days_in_week;
  preset["school_names"] = json::array();
  for (const SchoolKind& one : e.schools.named) preset["school_names"].push_back(one.label);
  Experiment live = e;
  live.replicates = std::min(e.replicates, options.pairs);
  preset["study"] = study_json(live);
  preset["header"] = page_header(e);
  preset["live_header"] = page_header(live);
  return preset;
}

}  // namespace cli
