#include "cli/memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "cli/tallies.h"
#include "sim/run/config_error.h"

namespace cli {

namespace {

unsigned workers(unsigned threads) {
  return threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
}

std::size_t largest_school(const Experiment& experiment) {
  std::size_t largest = 0;
  for (const auto& plan : experiment.schools.schools) {
    largest = std::max(largest, static_cast<std::size_t>(plan.profile.students));
  }
  return largest;
}

/// Bytes of the largest unit's result.
std::size_t result_bytes(const Experiment& experiment) {
  const models::RecordLayout layout = layout_of(experiment);
  const std::size_t scenario = layout.entries() * sizeof(models::Entries) +
                               layout.bins() * sizeof(std::uint32_t) +
                               experiment.record.waves * sizeof(WaveMeasures) +
                               survey_layout_of(experiment).size() * sizeof(SurveySums);
  StudentShape unit = student_shape_of(experiment);
  unit.replicates = unit.fixed_replicates = std::min<std::size_t>(unit.replicates, 1);
  const StudentRecord& record = experiment.watch.students;
  return experiment.scenarios.size() * scenario +
         largest_school(experiment) * (unit.variable_bytes(record) + unit.fixed_bytes(record));
}

}  // namespace

std::size_t window_of(const Experiment& experiment, std::size_t threads) {
  constexpr std::size_t room = std::size_t{256} << 20;
  return std::clamp(room / result_bytes(experiment), 2 * threads, 64 * threads);
}

std::size_t in_flight(const Experiment& experiment, unsigned threads) {
  constexpr std::size_t room = std::size_t{32} << 20;
  const std::size_t used = workers(threads);
  return std::clamp(room / result_bytes(experiment), 2 * used, 32 * used);
}

std::size_t memory_of_students(const Experiment& experiment, unsigned threads) {
  const StudentRecord& record = experiment.watch.students;
  if (record.replicates == 0) return 0;
  const StudentShape shape = student_shape_of(experiment);
  StudentShape unit = shape;
  unit.replicates = unit.fixed_replicates = 1;
  std::size_t students = 0, most = 0;  // `most`: values of the largest array, for one student
  for (const auto& plan : experiment.schools.schools) {
    students += static_cast<std::size_t>(plan.profile.students);
  }
  for (const StudentVariable& variable : record.variables) {
    most = std::max<std::size_t>(most, std::max(1u, variable.periods));
  }
  most *= shape.scenarios * shape.replicates * record.days.size() * sizeof(float);
  // The columns; the file, which is built in memory and grows by doubling, with values and their
  // differences; the differences of one variable, and a copy of them with one kind of NaN. What
  // packing saves is not counted.
  const std::size_t variables = shape.variable_bytes(record), fixed = shape.fixed_bytes(record);
  const std::size_t file = 2 * (variables * (record.twins ? 2 : 1) + fixed);
  const std::size_t place = 2 * sizeof(std::int32_t);  // school and id
  return students * (variables + fixed + file + 2 * most + 3 * place) +
         2 * workers(threads) * largest_school(experiment) *
             (unit.variable_bytes(record) + unit.fixed_bytes(record));
}

std::size_t memory_needed(const Experiment& experiment, unsigned threads, std::size_t waiting) {
  const std::size_t largest = largest_school(experiment);
  const auto layout = layout_of(experiment);
  const std::size_t years = experiment.schools.schools.front().calendar.years;
  // Columns of a built school and of a state; what a later year adds.
  const std::size_t school = largest * (1200 + (years - 1) * 600);
  const std::size_t unit =
      experiment.scenarios.size() *
          (layout.entries() * sizeof(models::Entries) + layout.bins() * sizeof(std::uint32_t)) +
      layout.traces() * largest * sizeof(std::int32_t);
  // The results file is built in memory: four figures of four bytes for every total.
  const std::size_t lived = 2 * workers(threads);
  const std::size_t running =
      Tallies::bytes(experiment) * 4 / 3 + lived * (unit + school) +
      memory_of_students(experiment, threads) +
      (waiting + in_flight(experiment, threads) - lived) * result_bytes(experiment);
  const std::size_t place = 64;  // that each school has among those being built
  const std::size_t scenario = 2 * sizeof(models::Parameters) + 64 * sizeof(models::Lever);
  const std::size_t point =
      experiment.schools.schools.size() * (sizeof(models::SchoolPlan) + place) +
      experiment.scenarios.size() * scenario;
  return experiment.points() * point + std::max(experiment.schools.reading, running);
}

void check_memory(const Experiment& e, unsigned threads, std::size_t waiting) {
  constexpr double one_gib = 1 << 30;
  const double gib = static_cast<double>(memory_needed(e, threads, waiting)) / one_gib;
  if (gib <= e.memory_limit_gib) return;
  const double students = static_cast<double>(memory_of_students(e, threads)) / one_gib;
  std::string less = "fewer replicates, outcomes, quantiles or groups need less";
  if (students > gib / 2) {
    less = fmt::format(
        "[record.students] takes {:.2g} GiB of it: fewer days, variables or replicates there, or "
        "twins = false, need less",
        students);
  }
  e.about->fail("memory_limit", fmt::format("is too little: this run needs about {:.2g} GiB; the "
                                            "limit is {:g} GiB; {}",
                                            gib, e.memory_limit_gib, less));
}

}  // namespace cli
