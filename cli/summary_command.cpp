#include "cli/commands.h"
#include "cli/effects_table.h"

namespace cli {

int summary_command(const std::string& results, unsigned small_cell, unsigned point) {
  print_effects(results, small_cell, point - 1);
  return 0;
}

}  // namespace cli
