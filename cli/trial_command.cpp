#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/kept.h"
#include "cli/level.h"
#include "cli/output_path.h"
#include "cli/progress.h"
#include "cli/stops.h"
#include "cli/trial_results.h"
#include "cli/version.h"
#include "sim/run/run_error.h"
#include "sim/run/thread_limit.h"

namespace cli {
namespace {

constexpr KeptWords kWords{"trial", "trial", "trials", "trial",
                           "schools, programs, parameters, outcomes, seed or numbers of trials"};

}  // namespace

int trial_command(const TrialOptions& options) {
  const models::Model& model = choose_level("");
  const TrialSpec spec = read_trial(options.trial, options.assignments);
  const sim::ThreadLimit limit(options.threads);
  const std::string output =
      options.output.empty() ? "results/" + spec.name + ".h5" : options.output;
  check_output(output, *spec.experiment);
  if (options.output.empty()) {
    std::error_code ignored;  // a folder that can't be made shows when the file is opened
    std::filesystem::create_directories("results", ignored);
  }
  sim::LabelledFile file(output);  // a path that can't be written is found out before the work
  sim::Journal journal(output + ".journal",
                       {trial_hash(spec), std::string(version()), spec.repeats()});
  const std::size_t kept = kept_in(journal, options.resume, kWords);
  const double days = student_days(spec);
  fmt::print(
      "{}: up to {} schools in a trial, {} trials, {} of a program that does nothing, "
      "{:.2g} student-days\n",
      spec.title, spec.most_schools(), spec.trials, spec.null_trials, days);
  print_kept(journal, kept, spec.repeats(), kWords);
  std::fflush(stdout);

  listen_for_stops();
  TrialRunOptions how;
  how.threads = options.threads;
  how.stop = stop_asked;
  how.journal = &journal;
  Progress progress(spec.name, days / spec.repeats(), kept);
  how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
  std::string fingerprint;
  try {
    const TrialTable table = run_trials(spec, model, how);
    fingerprint = trial_fingerprint(spec, table);
    write_trial_results(spec, table, fingerprint, file);
  } catch (const sim::RunError& error) {
    throw sim::RunError(fmt::format(
        "{}; {}", error.what(), kept_words(journal, journal.finished(), spec.repeats(), kWords)));
  }
  journal.remove();
  print_trial(analysis::read_trial_results(sim::LabelledReader(output)));
  fmt::print("\nResults: {}   fingerprint {}\n", output, fingerprint);
  return 0;
}

}  // namespace cli
