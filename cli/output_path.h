#pragma once
// Where results may be written: never over what the run reads.

#include <string>
#include <vector>

#include "cli/experiment.h"

namespace cli {

/// Throws sim::ConfigError "OPTION OUTPUT: ..." if `output`, or a file beside it that is written
/// first, is one that the experiment reads, by whatever path or link. `what` would be written.
void check_not_an_input(const std::string& option, const std::string& output,
                        const std::string& what, const Experiment& experiment);

/// Throws sim::ConfigError "OPTION OUTPUT: KIND; that name is an input's" if it is one (.toml,
/// .csv) and does not end as such an output does (`own`).
void check_not_an_inputs_name(const std::string& option, const std::string& output,
                              const std::string& kind, const std::string& own = "none");

/// What one option names.
struct NamedFile {
  std::string option, path;
};

/// Throws sim::ConfigError if two options name the same file. An empty path is none.
void check_apart(const std::vector<NamedFile>& outputs);

/// Both of a run's results.
void check_output(const std::string& output, const Experiment& experiment);

/// Where `what` that is made of results is written: `output`, or beside them with another ending
/// (".html"). Throws sim::ConfigError if it would replace the results, by whatever path or link.
std::string path_beside(const std::string& results, const std::string& output,
                        const std::string& ending, const std::string& what);

}  // namespace cli
