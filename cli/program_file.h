#pragma once
// A program: a real intervention as a bundle of levers, read from TOML.

#include <optional>
#include <string>
#include <vector>

#include "cli/assignments.h"
#include "models/inputs.h"
#include "sim/run/config.h"

namespace cli {

/// One lever with the words that explain it. Reach by membership is kept as names, because which
/// numbers they have is the school's to say.
struct NamedLever {
  std::string name, evidence, reach_text, schedule_text;
  std::string dimension, membership;                  ///< "" for anyone
  std::optional<sim::Table> reach;                    ///< where they stand in the file, for errors
  std::string becomes_dimension, becomes_membership;  ///< "" but for teacher_identity
  std::optional<sim::Table> becomes;                  ///< where they stand, for errors
  models::Lever lever;
};

struct Program {
  std::string key, path, text;
  std::uint32_t number = 0;  ///< Lever::program of its levers
  std::string title, shelf, summary, for_whom, dose, evidence, not_known;
  std::vector<std::string> sources, evidence_ids;
  std::optional<double> staff_hours;  ///< per teacher and week
  std::string staff_note;
  std::optional<double> cost_per_student;  ///< US dollars a year
  std::string cost_note;
  double fidelity = 1, fidelity_spread = 0;
  std::vector<NamedLever> levers;  ///< sorted by name
};

/// Nothing if a program is at `reference`; else the end of a sentence that says so. A `reference`
/// is a name or a path, as in read_program.
std::optional<std::string> missing_program(const std::string& reference, const std::string& folder,
                                           const std::string& base);

/// `reference` is a name ("barr", found in `folder`) or a path to a .toml file, relative to
/// `base`. `changes` may change values of it. Throws sim::ConfigError.
Program read_program(const std::string& reference, const std::string& folder,
                     const std::string& base, Assignments* changes = nullptr);

/// What a scenario's own levers draw by, whatever the scenario is called.
inline constexpr const char* kOwnLevers = "levers";

/// The [[scenario.lever]] tables of a scenario, as a program of its own, named "levers_of_" and the
/// scenario's key. Throws sim::ConfigError.
Program own_program(const sim::Table& scenario, const std::string& key, const std::string& title,
                    const std::string& path);

/// The names of all programs in a folder, sorted.
std::vector<std::string> program_names(const std::string& folder);

/// Levers for a scenario of these programs, in the order of program and lever names, with reaches
/// resolved by the school's dimensions. Throws ConfigError, at the lever's own place, for a
/// dimension or membership that the school lacks.
struct DimensionNames;
std::vector<models::Lever> resolve_levers(const std::vector<const Program*>& programs,
                                          const DimensionNames& names);

/// A stable number for a program's name: its draws do not depend on what else is in a scenario.
std::uint32_t program_number(const std::string& key);

}  // namespace cli
