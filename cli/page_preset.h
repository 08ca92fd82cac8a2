#pragma once
// One experiment on the workshop page: its results here, and all that the page needs to live
// scenarios of its own on the same schools.

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "cli/experiment.h"
#include "cli/page_levers.h"
#include "models/model.h"

namespace cli {

/// The experiment as the page runs it: the page's outcomes every week, and nothing else. Throws
/// sim::ConfigError also for what a page can't hold: a design, a parameter set, a nation, or more
/// students than a browser lives in a moment.
Experiment read_page_experiment(const std::string& path);

/// The file of an experiment like this one, without its scenarios: what a saved scenario begins
/// with. Schools of the library go by name, others by their file's name.
std::string page_header(const Experiment& experiment);

struct PageOptions {
  unsigned threads = 0;
  std::uint32_t pairs = 32;  ///< paired runs of a scenario that the page lives itself
  std::function<void(std::size_t done, std::size_t units)> progress = [](auto, auto) {};
  std::function<bool()> stop = [] { return false; };
};

/// Runs the experiment, and says of it what web/workshop/data.ts wants. Throws sim::RunError if it
/// was stopped.
nlohmann::json page_preset(const Experiment& experiment, const std::vector<PageLever>& levers,
                           const models::Model& model, const PageOptions& options);

}  // namespace cli
