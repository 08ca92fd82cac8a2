#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/ended.h"
#include "cli/exchange_arguments.h"
#include "cli/misspelt.h"
#include "cli/run_arguments.h"
#include "cli/shown_arguments.h"
#include "cli/version.h"
#include "sim/run/config_error.h"

namespace {

constexpr const char* kExamples = R"(
Examples
  belong run configs/experiments/ninth_grade.toml -o results/ninth_grade.h5
  belong run configs/experiments/ninth_grade.toml --set experiment.replicates=8 --threads 2
  belong summary results/ninth_grade.h5
  belong report results/ninth_grade.h5 -o results/ninth_grade.html
  belong page configs/experiments/ninth_grade.toml -o workshop.html
  belong twin configs/experiments/ninth_grade.toml --student 17 --scenario barr
  belong twin configs/experiments/ninth_grade.toml --differences
  belong trial configs/trials/empathic_discipline.toml
  belong import oneroster roster.zip -o school
  belong export curves results/ninth_grade.h5
  belong compare results/monday.h5 results/tuesday.h5
  belong check configs/programs/barr.toml
  belong parameters appraisal
  belong programs barr
  belong validate C08 C17
  belong calibrate configs/calibration/evidence.toml --resume

A model to think with, not a forecast of a school or a child.
Exit codes: 0 done, 1 the run failed (compare: the files differ), 2 the input is wrong.)";

int run(int argc, char** argv) {
  CLI::App app{"Belong: an agent-based simulator of belonging in schools", "belong"};
  app.set_version_flag("--version", "belong " + std::string(cli::version()));
  app.footer(kExamples);
  app.require_subcommand(1);

  cli::RunOptions options;
  auto* run = cli::add_run(app, options, "threads; 0: one per core; never changes results");

  std::string path, output, name, folder = "configs/programs";
  std::vector<std::string> assignments;
  bool markdown = false;
  cli::ShowOptions shown;
  auto* summary = app.add_subcommand("summary", "print the table of effects of a results file");
  cli::add_shown(*summary, shown);
  auto* report = app.add_subcommand("report", "write the report: one HTML file, opens from disk");
  cli::add_shown(*report, shown);
  report->add_option("-o,--output", output, "report file; default: beside the results");
  cli::PageCommandOptions pages;
  auto* page = app.add_subcommand(
      "page", "write the workshop page: results, and the model to try what-ifs, in one HTML file");
  page->add_option("EXPERIMENT", pages.experiments, "experiment files (TOML)")->required();
  page->add_option("-o,--output", pages.output, "the page")->capture_default_str();
  page->add_option("--pairs", pages.pairs, "paired runs of a what-if that is lived on the page")
      ->check(CLI::Range(8u, 256u))
      ->capture_default_str();
  page->add_option("--threads", pages.threads, "threads; 0: one per core; never changes results")
      ->check(CLI::Range(0u, 1024u))
      ->capture_default_str();
  auto* check = app.add_subcommand("check", "read and check an experiment, school or program");
  check->add_option("FILE", path, "TOML file")->required();
  check->add_option("--set", assignments, "change a value, as for run");
  auto* parameters = app.add_subcommand("parameters", "list every parameter with its evidence");
  parameters->add_option("FILTER", name, "only those whose key contains this");
  parameters->add_flag("--markdown", markdown, "print the reference page of the docs");
  auto* programs = app.add_subcommand("programs", "list the program library, or explain one");
  programs->add_option("NAME", name, "a program, e.g. barr");
  programs->add_option("--folder", folder, "where the programs are")->capture_default_str();
  programs->add_flag("--markdown", markdown, "print the page of the library");

  cli::SensitivityOptions asked;
  auto* sensitivity = app.add_subcommand(
      "sensitivity", "what outcomes or effects depend on: Morris or Sobol indices of a design");
  sensitivity->add_option("RESULTS", asked.results, "results of a design (HDF5)")->required();
  sensitivity->add_option("--outcome", asked.outcomes, "outcomes; default: the main ones");
  sensitivity->add_option("--scenario", asked.scenario,
                          "scenario; default: the first after the baseline, or the baseline");
  sensitivity->add_option("--group", asked.group, "group, e.g. gender:girls; default: everyone");
  sensitivity->add_flag("--effects", asked.effects, "of the difference from the baseline");
  sensitivity->add_option("--json", asked.json, "also write the indices as JSON");

  cli::ValidateOptions validation;
  auto* validate = app.add_subcommand("validate", "hold the model against the evidence patterns");
  validate->add_option("IDS", validation.ids, "patterns, e.g. C08 C17; default: all");
  validate->add_flag("--full", validation.full, "80 schools and 20 seeds instead of 12 and 2");
  validate->add_option("--schools", validation.schools, "schools drawn from each profile")
      ->check(CLI::Range(1u, 100000u));
  validate->add_option("--seeds", validation.seeds, "runs of each school")
      ->check(CLI::Range(1u, 100000u));
  validate->add_option("--folder", validation.folder, "where the patterns are")
      ->capture_default_str();
  validate->add_option("--json", validation.json, "also write the results as JSON");
  validate->add_option("--markdown", validation.markdown, "also write them as a table for docs");
  validate->add_option(
      "--beside", validation.beside,
      "also measure a benchmark, e.g. "
      "configs/evidence/benchmarks/additive.toml: which patterns need what it cuts");
  validate->add_option("--set", validation.assignments, "change a value of every setting");
  validate->add_option("--threads", validation.threads, "threads; 0: one per core");

  cli::CalibrateOptions calibration;
  auto* calibrate = app.add_subcommand(
      "calibrate", "find the parameter vectors that the evidence does not rule out");
  calibrate->add_option("CONFIGURATION", calibration.configuration, "what to vary, and how (TOML)")
      ->required();
  calibrate->add_option("-o,--output", calibration.output,
                        "folder, or the file of the set (.csv); default: results/NAME");
  calibrate->add_flag("--resume", calibration.resume, "use the points that were run before");
  calibrate->add_option("--set", calibration.assignments,
                        "change a value of every setting, or one of calibration.*");
  calibrate->add_option("--json", calibration.json, "also write all that was found as JSON");
  calibrate->add_option("--markdown", calibration.markdown, "also write it as a page for docs");
  calibrate->add_option("--threads", calibration.threads,
                        "threads; 0: one per core; never changes results");

  cli::TwinOptions twins;
  auto* twin = app.add_subcommand("twin", "one synthetic student's two lives, side by side");
  twin->add_option("EXPERIMENT", twins.experiment, "experiment file (TOML)")->required();
  auto* student = twin->add_option("--student", twins.student,
                                   "number of the student in the school, from 0, as student_id in "
                                   "results; default: one whom --whose chooses");
  twin->add_option("--whose", twins.whose,
                   "the student whose difference in belonging is the middle one, or the one whose "
                   "belonging differs most")
      ->check(CLI::IsMember({"middle", "most"}))
      ->capture_default_str()
      ->excludes(student);
  twin->add_option("--school", twins.school, "number of the school, from 0; default: the first");
  twin->add_option("--replicate", twins.replicate, "the paired run, from 1")->capture_default_str();
  twin->add_option("--scenario", twins.scenario,
                   "the other life; default: the first scenario after the baseline");
  twin->add_option("--days", twins.days,
                   "first and last school day, from 0, e.g. 30:60; default: all");
  auto* out = twin->add_option("--out", twins.output, "also write every day as CSV");
  twin->add_flag("--differences", twins.differences,
                 "instead: how far all students' lives lie apart on the last day, and spillover to "
                 "those whom no lever reaches")
      ->excludes(student)
      ->excludes(out);
  twin->add_option("--set", twins.assignments, "change a value, as for run");
  cli::TrialOptions trials;
  auto* trial = app.add_subcommand(
      "trial", "carry out a trial many times: power, false positives, bias and its causes");
  trial->add_option("TRIAL", trials.trial, "trial file (TOML)")->required();
  trial->add_option("-o,--output", trials.output,
                    "results file (HDF5); default: results/NAME.h5 of the trial's name");
  trial->add_option("--threads", trials.threads, "threads; 0: one per core; never changes results")
      ->check(CLI::Range(0u, 1024u))
      ->capture_default_str();
  trial->add_flag("--resume", trials.resume, "go on where a run to the same output was stopped");
  trial->add_option("--set", trials.assignments,
                    "change a value of the trial (trial.schools=[4,8]) or of its experiment");
  trial->footer(cli::kKept);
  cli::ImportOptions imports;
  auto* import = cli::add_import(app, imports);
  cli::NetworkOptions network;
  const cli::ExportCommands exporting = cli::add_export(app, shown, output, network);
  std::string other;
  auto* compare =
      app.add_subcommand("compare", "two results files: the same, or the first difference");
  compare->add_option("A", path, "results file (HDF5)")->required();
  compare->add_option("B", other, "the other one")->required();

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const std::string wrong = error.get_exit_code() == 0 ? "" : cli::misspelt(app, argc, argv);
    if (!wrong.empty()) throw sim::ConfigError(wrong);
    return app.exit(error) == 0 ? 0 : 2;
  }
  if (run->parsed()) return cli::run_command(options);
  if (summary->parsed()) return cli::summary_command(shown);
  if (sensitivity->parsed()) return cli::sensitivity_command(asked);
  if (report->parsed()) return cli::report_command(shown, output);
  if (page->parsed()) return cli::page_command(pages);
  if (twin->parsed()) return cli::twin_command(twins);
  if (trial->parsed()) return cli::trial_command(trials);
  if (exporting.curves->parsed()) return cli::export_curves_command(shown, output);
  if (exporting.network->parsed()) return cli::export_network_command(network);
  if (import->parsed()) return cli::import_command(imports);
  if (compare->parsed()) return cli::compare_command(path, other);
  if (check->parsed()) return cli::check_command(path, assignments);
  if (parameters->parsed()) return cli::parameters_command(name, markdown);
  if (validate->parsed()) return cli::validate_command(validation);
  if (calibrate->parsed()) return cli::calibrate_command(calibration);
  return cli::programs_command(folder, name, markdown);
}

}  // namespace

int main(int argc, char** argv) {
  return cli::ended("belong", [&] { return run(argc, argv); });
}
