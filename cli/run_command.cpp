#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <filesystem>

#include "cli/commands.h"
#include "cli/effects_table.h"
#include "cli/execute.h"
#include "cli/level.h"
#include "cli/memory.h"
#include "cli/needs.h"
#include "cli/output_path.h"
#include "cli/progress.h"
#include "cli/write_results.h"
#include "sim/run/run_error.h"
#include "sim/run/thread_limit.h"

namespace cli {
namespace {

std::atomic<bool> interrupted{false};

extern "C" void on_interrupt(int) { interrupted = true; }

std::string plural(std::size_t n, const char* one, const char* many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

void print_vectors(const Experiment& e) {
  const std::size_t all = e.carried.size(), lived = e.vectors();
  fmt::print("Parameters: {} of {}, {} varied; every replicate takes the next\n",
             lived < all ? fmt::format("the first {} of {} vectors", lived, all)
                         : plural(all, "vector", "vectors"),
             e.parameter_set->path, e.parameter_set->keys.size());
}

}  // namespace

int run_command(const RunOptions& options) {
  const models::Model& model = choose_level(options.level);
  const Experiment e = read_experiment(options.experiment, options.assignments);
  check_memory(e, options.threads);
  const sim::ThreadLimit limit(options.threads);
  const std::string output = options.output.empty() ? "results/" + e.name + ".h5" : options.output;
  check_output(output, e);
  if (options.output.empty()) {
    std::error_code ignored;  // a folder that can't be made shows when the file is opened
    std::filesystem::create_directories("results", ignored);
  }
  sim::LabelledFile file(output);  // a path that can't be written is found out before the work
  fmt::print("{}: {}, {} students, {} school days, {}, {}\n", e.title,
             plural(e.schools.schools.size(), "school", "schools"), e.schools.students,
             e.schools.schools.front().calendar.days_in_run(),
             plural(e.scenarios.size(), "scenario", "scenarios"),
             plural(e.replicates, "replicate", "paired replicates"));
  for (const std::string& note : idle_notes(e)) fmt::print("Note: {}\n", note);
  if (e.parameter_set) print_vectors(e);

  std::signal(SIGINT, on_interrupt);
  ExecuteOptions how;
  how.threads = options.threads;
  how.stop = [] { return interrupted.load(); };
  const double units = static_cast<double>(e.schools.schools.size()) * e.replicates;
  Progress progress(e.name, student_days(e) / units);
  how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
  const Tallies tallies = execute(e, model, how);
  const std::string fingerprint = tallies.fingerprint(e);
  write_results(e, tallies, fingerprint, file);
  print_effects(output, e.small_cell);
  fmt::print("\nResults: {}   fingerprint {}\n", output, fingerprint);
  return 0;
}

}  // namespace cli
