// belong-mpi: `belong run` over the processes of an MPI job, with the same results to the byte.

#include <CLI/CLI.hpp>
#include <cstring>
#include <iostream>

#include "cli/commands.h"
#include "cli/ended.h"
#include "cli/level.h"
#include "cli/run_arguments.h"
#include "cli/run_inputs.h"
#include "cli/stops.h"
#include "cli/study.h"
#include "cli/unit_bytes.h"
#include "cli/unit_work.h"
#include "cli/version.h"
#include "sim/run/config_error.h"
#include "sim/run/rank_session.h"

namespace {

constexpr const char* kExamples = R"(
Examples
  mpirun -n 4 belong-mpi run configs/experiments/ninth_grade.toml -o results/ninth_grade.h5
  srun --kill-on-bad-exit=1 belong-mpi run configs/experiments/ninth_grade.toml

All processes must see the same experiment files; the first one alone writes. The other commands,
such as summary and report, are those of `belong`.)";

/// How the command line was read: options of a run, or an exit code and what is to be printed.
struct Asked {
  cli::RunOptions run;
  int code = -1;  ///< -1: run
  std::string out, err;
};

Asked read_arguments(int argc, char** argv) {
  Asked asked;
  CLI::App app{"Belong over the processes of an MPI job", "belong-mpi"};
  app.set_version_flag("--version", "belong-mpi " + std::string(cli::version()));
  app.footer(kExamples);
  app.require_subcommand(1);
  cli::add_run(app, asked.run,
               "threads of each process; 0: its share of the cores that mpirun or Slurm lets it "
               "use; never changes results");
  if (argc > 1 && argv[1][0] != '-' && std::strcmp(argv[1], "run") != 0) {
    asked.code = 2;
    asked.err = std::string("belong-mpi: ") + argv[1] +
                ": belong-mpi has one command, run; for all others use belong\n";
    return asked;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    asked.code = app.exit(error, out, err) == 0 ? 0 : 2;
    asked.out = out.str();
    asked.err = err.str();
  }
  return asked;
}

/// What every rank but the first does: the first one says, writes and ends with the code.
int work_for(sim::RankSession& session, const Asked& asked) {
  const auto work = [&] {
    if (asked.code > 0) throw sim::ConfigError(asked.err);
    const models::Model& model = cli::choose_level(asked.run.level);
    const cli::Experiment e = cli::read_experiment(asked.run.experiment, asked.run.assignments);
    const std::vector<cli::Experiment> points = cli::read_points(e);
    cli::UnitWork unit_work(points, model, cli::UnitWork::Share::some);
    sim::RankService service;
    service.inputs = cli::run_inputs(points);
    service.threads = asked.run.threads;
    service.work = [&](std::size_t unit) { return cli::pack(unit_work(unit)); };
    service.stop = cli::stop_asked;
    session.serve(service);
    return 0;
  };
  cli::ended(work, [&](int code, const std::string& sentence) {
    session.refuse(static_cast<unsigned>(code), sentence);
  });
  return 0;
}

int run(int argc, char** argv) {
  sim::RankSession session(argc, argv);
  // mpirun kills a second after it was stopped itself, but passes SIGUSR1 on and waits.
  cli::listen_for_stops({SIGINT, SIGTERM, SIGUSR1});
  Asked asked = read_arguments(argc, argv);
  if (asked.run.threads == 0) asked.run.threads = session.share_of_cores();
  if (!session.first()) return work_for(session, asked);
  if (asked.code >= 0) {
    std::cout << asked.out;
    std::cerr << asked.err;
    return asked.code;
  }
  // Before the session ends, so that the sentence is out whatever the other ranks still do.
  return cli::ended("belong-mpi", [&] { return cli::run_command(asked.run, &session.ranks()); });
}

}  // namespace

int main(int argc, char** argv) {
  return cli::ended("belong-mpi", [&] { return run(argc, argv); });
}
