#include "cli/commands.h"
#include "cli/effects_table.h"
#include "cli/trial_results.h"

namespace cli {

int summary_command(const std::string& results, unsigned small_cell, unsigned point) {
  const sim::LabelledReader file(results);
  if (analysis::holds_trials(file)) {
    print_trial(analysis::read_trial_results(file));
  } else {
    print_effects(file, small_cell, point - 1);
  }
  return 0;
}

}  // namespace cli
