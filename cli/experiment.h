#pragma once
// An experiment: schools, scenarios, replicates, what to record. Read from TOML, checked, resolved.

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/design_file.h"
#include "cli/parameter_set.h"
#include "cli/places.h"
#include "cli/program_file.h"
#include "cli/school_file.h"
#include "cli/watch.h"
#include "models/record.h"

namespace cli {

struct ScenarioSpec {
  std::string key, title;
  std::vector<std::string> programs;
  std::optional<double> fidelity;  ///< of all levers, where the scenario says so itself
  models::Scenario scenario;
  std::vector<models::Parameters> carried;  ///< its parameters with each vector of the set
};

struct Experiment {
  std::string path, text, name, title;
  std::vector<std::string> assignments;  ///< --set, as given
  std::uint64_t seed = 1;
  std::uint32_t replicates = 1;
  bool redraw = false;  ///< a new school for every replicate, not only new days
  std::uint32_t small_cell = 10;
  double memory_limit_gib = 2;
  std::optional<sim::Table> about;       ///< [experiment], for errors that only the whole can show
  models::Parameters parameters;         ///< before any vector of the set
  std::shared_ptr<const Design> design;  ///< null: one point
  std::optional<ParameterSet> parameter_set;
  std::vector<models::Parameters> carried;  ///< `parameters` with each vector; empty without a set
  SchoolSet schools;
  std::vector<Program> programs;        ///< every program that a scenario names, once
  std::vector<ScenarioSpec> scenarios;  ///< the baseline first
  models::RecordPlan record;
  Places places;  ///< where outcomes are added up
  std::vector<std::uint32_t> waves;
  Watch watch;

  /// Is every replicate's school built anew?
  bool builds_anew() const { return redraw || vectors() > 0; }
  std::uint32_t points() const { return design ? static_cast<std::uint32_t>(design->points()) : 1; }
  /// Paired runs in all: of each point its replicates, one point after another.
  std::uint32_t runs() const { return points() * replicates; }
  /// Vectors of the set that are lived: replicate r takes number r mod carried.size().
  std::size_t vectors() const { return std::min<std::size_t>(carried.size(), replicates); }
};

/// Throws sim::ConfigError. `assignments` are --set key=value. With a design this is the experiment
/// before any factor is set; at one of its points `design` is the study's, and the file's own is
/// left out.
Experiment read_experiment(const std::string& path, const std::vector<std::string>& assignments,
                           std::shared_ptr<const Design> design = nullptr);

}  // namespace cli
