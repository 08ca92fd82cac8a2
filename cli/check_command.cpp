#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/execute.h"
#include "cli/memory.h"
#include "cli/nation_table.h"
#include "cli/needs.h"
#include "cli/roster_plans.h"
#include "cli/trial_run.h"
#include "sim/run/config_error.h"

namespace cli {

int check_command(const std::string& path, const std::vector<std::string>& assignments) {
  auto document = sim::Document::read(path);
  if (document.root().has("trial")) {
    const TrialSpec spec = read_trial(path, assignments);
    fmt::print(
        "{}: a trial in order: {} assigned, up to {} school(s), {} outcome(s), {:.3g} "
        "student-days\n",
        path, kAssigned[static_cast<std::size_t>(spec.assign)], spec.most_schools(),
        spec.outcomes.size(), student_days(spec));
    return 0;
  }
  for (const std::string& assignment : assignments) document.set(assignment);
  const sim::Table root = document.root();
  if (root.has("experiment")) {
    const Experiment e = read_experiment(path, assignments);
    check_memory(e, 0);
    fmt::print(
        "{}: an experiment in order: {} school(s), {} students, {} scenario(s), {} replicate(s); "
        "{:.3g} student-days, about {:.0f} MiB\n",
        path, e.schools.schools.size(), e.schools.students, e.scenarios.size(), e.replicates,
        student_days(e), static_cast<double>(memory_needed(e, 0)) / (1 << 20));
    for (const std::string& note : idle_notes(e)) fmt::print("Note: {}\n", note);
  } else if (!assignments.empty()) {
    throw sim::ConfigError(
        fmt::format("--set {}: only an experiment can be changed so", assignments.front()));
  } else if (root.has("program")) {
    const Program program = read_program(path, "", "");
    fmt::print("{}: a program in order: {}, {} lever(s)\n", path, program.title,
               program.levers.size());
  } else if (root.has("dimension")) {
    const SchoolSet set = read_schools(path, "");
    fmt::print("{}: schools in order: {} school(s), {} students\n", path, set.schools.size(),
               set.students);
    if (set.imported) fmt::print("{}", imported_in_words(set));
    if (!set.strata.empty()) fmt::print("\n{}", nation_table(set));
  } else {
    root.fail("holds no [experiment], no [trial], no [program] and no [[dimension]] of a school");
  }
  return 0;
}

}  // namespace cli
