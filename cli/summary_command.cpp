#include "cli/commands.h"
#include "cli/effects_table.h"

namespace cli {

int summary_command(const std::string& results, unsigned small_cell) {
  print_effects(results, small_cell);
  return 0;
}

}  // namespace cli
