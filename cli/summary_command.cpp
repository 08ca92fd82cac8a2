#include "cli/commands.h"
#include "cli/effects_table.h"
#include "cli/trial_results.h"

namespace cli {

int summary_command(const std::string& results, unsigned small_cell, unsigned point) {
  if (analysis::holds_trials(results)) {
    print_trial(analysis::read_trial_results(results));
    return 0;
  }
  print_effects(results, small_cell, point - 1);
  return 0;
}

}  // namespace cli
