#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.h"
#include "cli/effects_table.h"
#include "cli/execute.h"
#include "cli/level.h"
#include "cli/memory.h"
#include "cli/needs.h"
#include "cli/output_path.h"
#include "cli/progress.h"
#include "cli/roster_plans.h"
#include "cli/run_inputs.h"
#include "cli/run_journal.h"
#include "cli/stops.h"
#include "cli/study.h"
#include "cli/write_results.h"
#include "sim/run/ranks.h"
#include "sim/run/run_error.h"
#include "sim/run/thread_limit.h"

namespace cli {
namespace {

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

int run_command(const RunOptions& options, sim::Ranks* ranks) {
  const models::Model& model = choose_level(options.level);
  const Experiment e = read_experiment(options.experiment, options.assignments);
  check_memory(e, options.threads);
  const std::vector<Experiment> points = read_points(e);
  const std::string output = options.output.empty() ? "results/" + e.name + ".h5" : options.output;
  check_output(output, e);
  ExecuteOptions how;
  if (ranks != nullptr) {
    ranks->meet(run_inputs(points), options.threads);
    how.ranks = ranks;
    how.window = window_of(e, ranks->threads());
    check_memory(e, options.threads, how.window);
  }
  // Results are written when the other ranks have nothing to do.
  const sim::ThreadLimit limit(ranks != nullptr ? ranks->threads_here() : options.threads);
  if (options.output.empty()) {
    std::error_code ignored;  // a folder that can't be made shows when the file is opened
    std::filesystem::create_directories("results", ignored);
  }
  sim::LabelledFile file(output);  // a path that can't be written is found out before the work
  RunJournal journal(output, points, options.resume);
  const double units = static_cast<double>(e.schools.schools.size()) * e.runs();
  fmt::print("{}: {}, {} students, {} school days, {}, {}\n", e.title,
             plural(e.schools.schools.size(), "school", "schools"), e.schools.students,
             e.schools.schools.front().calendar.days_in_run(),
             plural(e.scenarios.size(), "scenario", "scenarios"),
             plural(e.replicates, "replicate", "paired replicates"));
  if (e.schools.imported) fmt::print("Note: {}\n", kImportedNotice);
  for (const std::string& note : idle_notes(e)) fmt::print("Note: {}\n", note);
  if (e.parameter_set) print_vectors(e);
  if (e.design) {
    fmt::print("Design: {}, {} of {}\n", kMethods[static_cast<std::size_t>(e.design->method)],
               plural(e.points(), "point", "points"),
               plural(e.design->factors.size(), "factor", "factors"));
  }

  journal.print();
  std::fflush(stdout);

  listen_for_stops();
  how.threads = options.threads;
  how.stop = stop_asked;
  how.stopping = [&] {
    fmt::print(stderr, "belong-mpi: stopping when the units in flight have ended; {}\n",
               journal.words());
  };
  how.journal = &journal;
  double days = 0;
  for (const Experiment& point : points) days += student_days(point);
  Progress progress(e.name, days / units, journal.kept());
  how.progress = [&](std::size_t done, std::size_t all) { progress.update(done, all); };
  std::string fingerprint;
  try {
    const Tallies tallies = execute(points, model, how);
    fingerprint = tallies.fingerprint(points);
    write_results(points.front(), tallies, fingerprint, file);
  } catch (const sim::RunError& error) {
    throw sim::RunError(fmt::format("{}; {}", error.what(), journal.words()));
  }
  journal.remove();
  print_effects(sim::LabelledReader(output), e.small_cell, 0);
  fmt::print("\nResults: {}   fingerprint {}\n", output, fingerprint);
  if (journal.kept() > 0) {
    fmt::print("{} of {:.0f} units kept from the journal, {:.0f} run\n", journal.kept(), units,
               units - static_cast<double>(journal.kept()));
  }
  return 0;
}

}  // namespace cli
