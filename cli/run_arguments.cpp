#include "cli/run_arguments.h"

namespace cli {

const char* const kKept = R"(
What is finished is kept in OUTPUT.journal until the output is written whole; then it goes. After
Ctrl-C, a kill, a crash or a full disk the same command with --resume goes on, on any number of
threads, and the result is the same to the byte.

Exit codes: 0 done; 1 the run failed or was stopped, and it says how many units are kept; 2 the
input is wrong, or a journal is there that this run must not replace.)";

CLI::App* add_run(CLI::App& app, RunOptions& options, const std::string& threads) {
  CLI::App* run =
      app.add_subcommand("run", "run an experiment, print its effects, write its results");
  run->add_option("EXPERIMENT", options.experiment, "experiment file (TOML)")->required();
  run->add_option("-o,--output", options.output,
                  "results file (HDF5); default: results/NAME.h5 of the experiment's name");
  run->add_option("--threads", options.threads, threads)
      ->check(CLI::Range(0u, 1024u))
      ->capture_default_str();
  run->add_flag("--resume", options.resume, "go on where a run to the same output was stopped");
  run->add_option("--set", options.assignments,
                  "change a value: key=value, e.g. experiment.replicates=8");
  run->add_option("--level", options.level,
                  "instruction level: sse2, avx2 or avx512; default: the best here");
  run->footer(kKept);
  return run;
}

}  // namespace cli
