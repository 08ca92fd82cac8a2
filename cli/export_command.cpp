// `belong export`: curves of a results file as CSV; friendships of one synthetic school as GraphML
// and CSV.

#include <fmt/format.h>

#include <filesystem>

#include "analysis/gaps.h"
#include "analysis/small_cells.h"
#include "cli/commands.h"
#include "cli/level.h"
#include "cli/live_shown.h"
#include "cli/network_text.h"
#include "cli/one_unit.h"
#include "cli/output_path.h"
#include "cli/roster_plans.h"
#include "cli/unit_choice.h"
#include "sim/run/config_error.h"
#include "sim/run/number_text.h"
#include "sim/run/run_error.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

/// A number, or nothing where there is none.
std::string cell(double x) { return x == x ? sim::number_text(static_cast<float>(x)) : ""; }

std::string curves_text(const analysis::Results& results, const analysis::SmallCells& cells) {
  std::string text = "scenario,outcome,unit,group,students,time_unit,time,mean,low,high\n";
  for (std::size_t s = 0; s < results.scenarios.size(); ++s) {
    for (const analysis::Outcome& outcome : results.outcomes) {
      for (std::size_t g = 0; g < results.groups.size(); ++g) {
        if (cells.hidden[g]) continue;
        const analysis::Band band = analysis::curve(results, outcome, s, g);
        for (std::size_t t = 0; t < band.mean.size(); ++t) {
          text += fmt::format("{},{},{},{},{},{},{},{},{},{}\n",
                              csv_field(results.scenarios[s].key), csv_field(outcome.key),
                              csv_field(outcome.unit), csv_field(results.groups[g].key),
                              results.groups[g].students, outcome.time, t + 1, cell(band.mean[t]),
                              cell(band.low[t]), cell(band.high[t]));
        }
      }
    }
  }
  return text;
}

/// The network of the one scenario that is lived, as it is shown.
struct Eye {
  sim::Network seen;
  static void see(void* context, std::uint32_t, std::uint32_t, sim::NetworkView friends,
                  const std::uint8_t*) {
    auto& self = *static_cast<Eye*>(context);
    self.seen.offsets.assign(friends.offsets.begin(), friends.offsets.end());
    self.seen.targets.assign(friends.targets.begin(), friends.targets.end());
    self.seen.strength.assign(friends.strength.begin(), friends.strength.end());
  }
};

sim::Network network_on(const OneUnit& unit, std::size_t scenario, const models::Model& model,
                        std::uint32_t day) {
  Eye eye;
  models::Observers observers;
  observers.waves = {&eye, &Eye::see};
  const std::span lived(&unit.scenarios[scenario == 0 ? 0 : 1], 1);
  live_shown(*unit.school, lived, unit.replicate, {&day, 1}, observers, model);
  return std::move(eye.seen);
}

void write_in(const fs::path& folder, const char* name, const std::string& text) {
  sim::write_whole((folder / name).string(), text);
}

}  // namespace

int export_curves_command(const ShowOptions& options, const std::string& output) {
  const std::string path = path_beside(options.results, output, ".csv", "the curves");
  check_not_an_inputs_name("--output", output, "the curves are CSV", ".csv");
  const analysis::Results results =
      analysis::read_results(options.results, options.point - 1, options.place);
  const analysis::SmallCells cells = analysis::small_cells(results, options.small_cell);
  sim::write_whole(path, curves_text(results, cells));
  fmt::print("Curves: {}\n", path);
  if (const std::string note = cells.note(results); !note.empty()) fmt::print("{}\n", note);
  return 0;
}

int export_network_command(const NetworkOptions& options) {
  const models::Model& model = choose_level("");
  const Experiment e = read_experiment(options.experiment, options.assignments);
  refuse_imported("belong export network", e);
  const UnitChoice choice = unit_choice(options.school, options.replicate, e);
  const std::size_t scenario = scenario_choice(options.scenario, 0, e);
  const std::uint32_t days = e.schools.schools[choice.school].calendar.days_in_run();
  const std::uint32_t day = options.day.value_or(days - 1);
  if (day >= days) {
    throw sim::ConfigError(fmt::format("--day {}: the school days are 0 to {}", day, days - 1));
  }
  const fs::path folder = options.output.empty() ? "network" : options.output;
  std::error_code none;
  if (fs::exists(folder, none) && !fs::is_directory(folder, none)) {
    throw sim::ConfigError(fmt::format("-o {}: is a file, not a folder", folder.string()));
  }
  const OneUnit unit = one_unit(e, model, choice.school, choice.replicate, scenario);
  const sim::Network network = network_on(unit, scenario, model, day);
  const std::uint32_t year = day / unit.school->plan.calendar.days;
  const NetworkText text = network_text(unit.school->in(year), e.schools.names, network.view());
  fs::create_directories(folder, none);
  if (none) {
    throw sim::RunError(fmt::format("cannot write {}: {}", folder.string(), none.message()));
  }
  write_in(folder, "nodes.csv", text.nodes);
  write_in(folder, "edges.csv", text.edges);
  write_in(folder, "friends.graphml", text.graphml);
  fmt::print("{}: {} synthetic students, {} friendship ties on school day {}\nNetwork: {}\n",
             e.scenarios[scenario].title, network.view().rows(), network.view().ties(), day,
             folder.string());
  return 0;
}

}  // namespace cli
