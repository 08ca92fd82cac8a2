// Whole runs: nanoseconds per student-day and core of configs/experiments/ninth_grade.toml, from
// the program's start to the closed file, at every instruction level; start-up; WebAssembly.

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "cli/execute.h"
#include "cli/level.h"
#include "models/plan_codec.h"
#include "tests/bench/repeat.h"

namespace {

const std::string kBelong = BELONG_BINARY_DIR "/belong";
const std::string kExperiment = BELONG_SOURCE_DIR "/configs/experiments/ninth_grade.toml";

benchmark::Counter per_student_day(double student_days, double cores) {
  return {student_days / cores,
          benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
}

/// Runs a command of the shell that says nothing. Returns the processor time it took, in seconds;
/// below 0 if it failed.
double run_quietly(const std::string& command) {
  const auto used = [] {
    rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](timeval t) {
      return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
  };
  const double before = used();
  const int code = std::system((command + " >/dev/null 2>&1").c_str());
  return code == 0 ? used() - before : -1;
}

/// The whole program, from its start to the closed file. range(0): threads; range(1): the machine's
/// n-th best instruction level.
void ninth_grade(benchmark::State& run) {
  const auto levels = cli::usable_levels();
  if (static_cast<std::size_t>(run.range(1)) >= levels.size()) {
    run.SkipWithError("this machine has no such level");
    return;
  }
  const std::string level = levels[static_cast<std::size_t>(run.range(1))]->level;
  run.SetLabel(level);
  const std::string command = kBelong + " run " + kExperiment +
                              " -o " BELONG_BINARY_DIR "/bench.h5 --level " + level +
                              " --threads " + std::to_string(run.range(0));
  const double student_days = cli::student_days(cli::read_experiment(kExperiment, {}));
  double processor = 0;
  for (auto _ : run) {
    const double seconds = run_quietly(command);
    if (seconds < 0) {
      run.SkipWithError("belong run failed");
      return;
    }
    processor += seconds;
  }
  run.counters["time/student-day/core"] =
      per_student_day(student_days, static_cast<double>(run.range(0)));
  run.counters["processor time/student-day"] =
      benchmark::Counter(processor / student_days, benchmark::Counter::kAvgIterations);
}

/// Start-up: the whole program reads and checks the experiment. A shell's start is in it.
void start_up(benchmark::State& run) {
  for (auto _ : run) {
    if (run_quietly(kBelong + " check " + kExperiment) < 0) {
      run.SkipWithError("belong check failed");
      return;
    }
  }
}

/// One unit of 1,200 students, all scenarios, in node.
void wasm_in_node(benchmark::State& run) {
  const cli::Experiment e = cli::read_experiment(kExperiment, {});
  models::PlanNumbers plan;
  plan.school = e.schools.schools.front();
  plan.school.profile.students = 1200;
  plan.record = e.record;
  for (const auto& spec : e.scenarios) plan.scenarios.push_back(spec.scenario);
  const auto words = models::encode(plan);
  const std::string path = BELONG_BINARY_DIR "/bench.plan";
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(words.data()),
             static_cast<std::streamsize>(words.size() * 4));
  const std::string command = "node " BELONG_SOURCE_DIR "/web/wasm/run_unit.mjs " BELONG_BINARY_DIR
                              "/belong.wasm " +
                              path + " 0 3";
  // The five scenarios and the prior year.
  const double student_days = 1200.0 * 180 * (static_cast<double>(e.scenarios.size()) + 1);
  for (auto _ : run) {
    FILE* pipe = popen(command.c_str(), "r");
    char digits[64] = {};
    double milliseconds = 0;
    const int read = pipe == nullptr ? 0 : std::fscanf(pipe, "%40s %lf", digits, &milliseconds);
    if (pipe == nullptr || pclose(pipe) != 0 || read != 2) {
      run.SkipWithError("node or belong.wasm is missing");
      return;
    }
    run.SetIterationTime(milliseconds / 1e3);
  }
  run.counters["time/student-day"] = per_student_day(student_days, 1);
}

}  // namespace

BENCHMARK(ninth_grade)
    ->ArgNames({"threads", "level"})
    ->ArgsProduct({{1, 2}, {0, 1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(1)
    ->Apply(bench::repeat);
BENCHMARK(start_up)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->Iterations(20)
    ->Apply(bench::repeat);
BENCHMARK(wasm_in_node)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1)
    ->Apply(bench::repeat);
