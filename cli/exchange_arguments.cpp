#include "cli/exchange_arguments.h"

#include "cli/shown_arguments.h"

namespace cli {
namespace {

constexpr const char* kStructureOnly = R"(
Structure only: who sits where with whom. Individuals are drawn anew, and no name, e-mail address,
birth date or id of the roster is kept. What the import found, assumed and left out is printed, and
stands at the top of the school file. Nothing is written when the roster is broken.

Exit codes: 0 done; 1 the folder could not be written; 2 the roster or an option is wrong.)";

}  // namespace

CLI::App* add_import(CLI::App& app, ImportOptions& options) {
  CLI::App* import = app.add_subcommand("import", "make a school file from a OneRoster export");
  import->add_option("FORMAT", options.format, "oneroster (1.1 or 1.2, CSV, bulk)")->required();
  import->add_option("ROSTER", options.roster, "folder or zip archive of the export")->required();
  import->add_option("-o,--output", options.output, "folder to make")->capture_default_str();
  import
      ->add_option("--school", options.schools,
                   "school by name or id, may be repeated; default: all, if they are of one kind")
      ->allow_extra_args(false);
  import->add_option("--date", options.date,
                     "day whose classes are taken, e.g. 2026-02-28; default: the fullest");
  import->add_option("--like", options.like,
                     "school file whose environment and calendar are assumed");
  import->add_option("--friends", options.friends,
                     "CSV with columns from and to, ids of students: friendships at the start");
  import->add_option("--title", options.title, "title of the school file")->capture_default_str();
  import->footer(kStructureOnly);
  return import;
}

ExportCommands add_export(CLI::App& app, ShowOptions& curves, std::string& output,
                          NetworkOptions& network) {
  CLI::App* all = app.add_subcommand("export", "write curves or networks for other programs");
  all->require_subcommand(1);
  ExportCommands commands{};
  commands.curves = all->add_subcommand(
      "curves", "curves of a results file as CSV: scenario, outcome, group, time, mean, low, high");
  add_shown(*commands.curves, curves);
  commands.curves->add_option("-o,--output", output, "CSV file; default: beside RESULTS");
  commands.network = all->add_subcommand(
      "network", "friendships of one synthetic school on a day, as GraphML and CSV");
  commands.network->add_option("EXPERIMENT", network.experiment, "experiment file (TOML)")
      ->required();
  commands.network->add_option("-o,--output", network.output, "folder; default: network");
  commands.network->add_option("--school", network.school,
                               "number of the school, from 0; default: the first");
  commands.network->add_option("--replicate", network.replicate, "the paired run, from 1")
      ->capture_default_str();
  commands.network->add_option("--scenario", network.scenario, "scenario; default: the baseline");
  commands.network->add_option("--day", network.day, "school day, from 0; default: the last");
  commands.network->add_option("--set", network.assignments, "change a value, as for run");
  return commands;
}

}  // namespace cli
