#pragma once
// An experiment of a hundred small units that records everything a run can: for tests of what is
// left when a run is stopped.

#include <atomic>

#include "cli/execute.h"
#include "cli/level.h"
#include "sim/run/run_error.h"
#include "tests/promise/sandbox.h"

namespace many_units {

namespace fs = std::filesystem;

inline constexpr std::size_t kUnits = 100;

class Box : public sandbox::Sandbox {
 public:
  explicit Box(const std::string& name) : Sandbox("resume_" + name) {
    const std::string school = read("schools/three_high_schools.toml");
    write("schools/two.toml", school.substr(0, school.find("[[school]]")) +
                                  "[[school]]\nname = \"Adams\"\nstudents = 120\n"
                                  "[[school]]\nname = \"Baker\"\nstudents = 80\n");
    write("experiments/many.toml", R"([experiment]
name = "many"
school = "../schools/two.toml"
seed = 5
replicates = 50
[record]
every = "week"
outcomes = ["belonging", "attendance", "referrals", "gpa"]
quantiles = ["belonging"]
waves = [19, 164]
[record.students]
days = [19, 164]
variables = ["belonging", "class_mark", "survey.belonging"]
replicates = 7
[[record.survey]]
instrument = "belonging"
days = [19, 164]
[[scenario]]
name = "base"
[[scenario]]
name = "barr"
programs = ["barr"]
)");
  }
  std::string experiment() const { return path("experiments/many.toml").string(); }
  std::string journal() const { return output() + ".journal"; }
  std::string command(const std::string& extra = "") const {
    return "run " + experiment() + " -o " + output() + " " + extra;
  }
  sandbox::Outcome run(const std::string& extra = "") const {
    return sandbox::belong(command(extra), true);
  }
  cli::Experiment read_many() const { return cli::read_experiment(experiment(), {}); }
};

inline std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The output of a run that nothing interrupted, of a box of its own.
inline const std::string& uninterrupted() {
  static const std::string bytes = [] {
    const Box box("uninterrupted");
    const sandbox::Outcome outcome = box.run("--threads 1");
    INFO(outcome.said);
    REQUIRE(outcome.code == 0);
    return bytes_of(box.output());
  }();
  return bytes;
}

/// Runs units until `most` are merged; the others of `e` are left for later.
inline void run_some(const cli::Experiment& e, cli::RunJournal& journal, std::size_t most) {
  std::atomic<std::size_t> begun{journal.finished()};
  cli::ExecuteOptions how;
  how.threads = 2;
  how.journal = &journal;
  how.stop = [&] { return begun++ >= most; };
  try {
    cli::execute(e, cli::choose_level(""), how);
  } catch (const sim::RunError&) {  // it was stopped
  }
}

/// A journal of the first `units` beside the box's output, as a killed run leaves it.
inline void leave(const Box& box, std::size_t units) {
  const cli::Experiment e = box.read_many();
  cli::RunJournal journal(box.output(), std::span(&e, 1), true);
  run_some(e, journal, units);
  REQUIRE(journal.finished() == units);
}

}  // namespace many_units
