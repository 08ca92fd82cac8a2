// Whole runs: nanoseconds per student-day and core, from the program's start to the closed file;
// start-up; WebAssembly; and, in the same minutes, plain loops as a yardstick.

#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include "cli/execute.h"
#include "cli/level.h"
#include "models/plan_codec.h"
#include "tests/bench/plain_loops.h"
#include "tests/bench/repeat.h"

namespace {

const std::string kBelong = BELONG_BINARY_DIR "/belong";
const std::string kExperiments = BELONG_SOURCE_DIR "/configs/experiments/";
const std::string kExperiment = kExperiments + "ninth_grade.toml";
const std::string kNation = kExperiments + "nation.toml";
const std::string kManyTerms = kExperiments + "many_terms.toml";

unsigned cores() { return std::max(1u, std::thread::hardware_concurrency()); }

benchmark::Counter per_student_day(double student_days, double cores) {
  return {student_days / cores,
          benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
}

/// What a process took; `seconds` of the processor.
struct Took {
  bool well = false;
  double seconds = 0, mib = 0;
};

/// Runs a command of the shell that says nothing.
Took run_quietly(const std::string& command) {
  const std::string quiet = "exec " + command + " >/dev/null 2>&1";
  const pid_t child = fork();
  if (child == 0) {
    execl("/bin/sh", "sh", "-c", quiet.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  int status = -1;
  rusage usage{};
  if (child < 0 || wait4(child, &status, 0, &usage) != child) return {};
  const auto seconds = [](timeval t) {
    return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec);
  };
  return {status == 0, seconds(usage.ru_utime) + seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

/// A process, from its start to the closed file, and what it took.
void whole_process(benchmark::State& run, const std::string& arguments, double student_days,
                   unsigned threads) {
  const std::string command = kBelong + " run " + arguments +
                              " -o " BELONG_BINARY_DIR "/bench.h5 --threads " +
                              std::to_string(threads);
  double processor = 0, memory = 0;
  for (auto _ : run) {
    const Took took = run_quietly(command);
    if (!took.well) {
      run.SkipWithError("belong run failed");
      return;
    }
    processor += took.seconds;
    memory = std::max(memory, took.mib);
  }
  run.counters["MiB"] = memory;
  run.counters["time/student-day/core"] =
      per_student_day(student_days, static_cast<double>(threads));
  run.counters["processor time/student-day"] =
      benchmark::Counter(processor / student_days, benchmark::Counter::kAvgIterations);
}

/// range(0): threads; range(1): the machine's n-th best instruction level.
void ninth_grade(benchmark::State& run) {
  const auto levels = cli::usable_levels();
  if (static_cast<std::size_t>(run.range(1)) >= levels.size()) {
    run.SkipWithError("this machine has no such level");
    return;
  }
  const std::string level = levels[static_cast<std::size_t>(run.range(1))]->level;
  run.SetLabel(level);
  whole_process(run, kExperiment + " --level " + level,
                cli::student_days(cli::read_experiment(kExperiment, {})),
                static_cast<unsigned>(run.range(0)));
}

/// An experiment with one setting changed, so that it takes less; all threads.
void part_of(benchmark::State& run, const std::string& experiment, const std::string& setting) {
  whole_process(run, experiment + " --set " + setting,
                cli::student_days(cli::read_experiment(experiment, {setting})), cores());
}

/// A 200th of the schools of the nation.
void nation(benchmark::State& run) { part_of(run, kNation, "experiment.schools=500"); }

/// A tenth of the runs.
void many_terms(benchmark::State& run) { part_of(run, kManyTerms, "experiment.replicates=1000"); }

/// The yardstick, between the others in the same run: four weeks of one school in plain loops.
void plain_loops(benchmark::State& run) {
  bench::MidYear& year = bench::mid_year();
  for (auto _ : run) bench::live_plainly(year);
  run.counters["time/student-day/core"] =
      per_student_day(bench::kStudents * bench::kWeeks * bench::kWeekDays, 1);
}

/// Start-up: the whole program reads and checks the experiment. A shell's start is in it.
void start_up(benchmark::State& run) {
  for (auto _ : run) {
    if (!run_quietly(kBelong + " check " + kExperiment).well) {
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

/// For Apply(): one process at a time, by the clock on the wall.
void whole_run(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(1)->Apply(bench::repeat);
}

}  // namespace

BENCHMARK(plain_loops)->Unit(benchmark::kMillisecond)->Apply(bench::repeat);
BENCHMARK(ninth_grade)
    ->ArgNames({"threads", "level"})
    ->ArgsProduct({{1, 2}, {0, 1, 2}})
    ->Apply(whole_run);
BENCHMARK(nation)->Apply(whole_run);
BENCHMARK(many_terms)->Apply(whole_run);
BENCHMARK(start_up)->Apply(whole_run)->Iterations(20);
BENCHMARK(wasm_in_node)
    ->Unit(benchmark::kMillisecond)
    ->UseManualTime()
    ->Iterations(1)
    ->Apply(bench::repeat);
