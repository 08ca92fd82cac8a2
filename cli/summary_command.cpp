#include "cli/commands.h"
#include "cli/effects_table.h"
#include "cli/trial_results.h"

namespace cli {

int summary_command(const ShowOptions& options) {
  const sim::LabelledReader file(options.results);
  if (analysis::holds_trials(file)) {
    print_trial(analysis::read_trial_results(file));
  } else {
    print_effects(file, options.small_cell, options.point - 1, options.place);
  }
  return 0;
}

}  // namespace cli
