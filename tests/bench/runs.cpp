// Whole runs: nanoseconds per student-day and core of configs/experiments/ninth_grade.toml, from
// reading the experiment to the closed file, at every instruction level; start-up; WebAssembly.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "cli/execute.h"
#include "cli/level.h"
#include "cli/write_results.h"
#include "models/plan_codec.h"

namespace {

const std::string kExperiment = BELONG_SOURCE_DIR "/configs/experiments/ninth_grade.toml";

benchmark::Counter per_student_day(double student_days, double cores) {
  return {student_days / cores * 1e-9,
          benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert};
}

/// range(0): threads; range(1): the machine's n-th best instruction level.
void ninth_grade(benchmark::State& run) {
  const auto levels = cli::usable_levels();
  if (static_cast<std::size_t>(run.range(1)) >= levels.size()) {
    run.SkipWithError("this machine has no such level");
    return;
  }
  const models::Model& model = *levels[static_cast<std::size_t>(run.range(1))];
  run.SetLabel(model.level);
  double student_days = 0;
  for (auto _ : run) {
    const cli::Experiment e = cli::read_experiment(kExperiment, {});
    sim::LabelledFile file(BELONG_BINARY_DIR "/bench.h5");
    cli::ExecuteOptions how;
    how.threads = static_cast<unsigned>(run.range(0));
    const cli::Tallies tallies = cli::execute(e, model, how);
    cli::write_results(e, tallies, tallies.fingerprint(e), file);
    student_days = cli::student_days(e);
  }
  run.counters["ns/student-day/core"] =
      per_student_day(student_days, static_cast<double>(run.range(0)));
}

/// The whole program on the smallest experiment: one student, one day.
void start_up(benchmark::State& run) {
  const std::string command = BELONG_BINARY_DIR "/belong check " + kExperiment + " >/dev/null 2>&1";
  for (auto _ : run) {
    if (std::system(command.c_str()) != 0) run.SkipWithError("belong check failed");
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
  run.counters["ns/student-day"] = per_student_day(student_days, 1);
}

}  // namespace

BENCHMARK(ninth_grade)
    ->ArgsProduct({{1, 2}, {0, 1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(start_up)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(wasm_in_node)->Unit(benchmark::kMillisecond)->UseManualTime();
