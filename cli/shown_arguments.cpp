#include "cli/shown_arguments.h"

namespace cli {

void add_shown(CLI::App& command, ShowOptions& options) {
  command.add_option("RESULTS", options.results, "results file (HDF5)")->required();
  command.add_option("--small-cell", options.small_cell,
                     "hide groups under this many students (never under 10)");
  command.add_option("--point", options.point, "point of the design, from 1")
      ->check(CLI::Range(1u, 1000000u));
  command.add_option("--place", options.place,
                     "only these schools: a stratum, region or school that was recorded");
}

}  // namespace cli
