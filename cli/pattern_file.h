#pragma once
// A pattern: one published finding as data. What to estimate in which setting, how the estimates
// are combined, the band that the result must lie in, and where the finding comes from.
//
//   [[estimate]]                       [[claim]]
//   name = "r"                         what = "belonging and final marks"
//   of = "correlation"                 value = "r"
//   x = "survey.belonging@164"         low = 0.08
//   y = "gpa@end"                      high = 0.28
//
// A variable stands on a school day, from 0: "gpa@end", "incidents@53..57" (all those days).
// Variables of a class count once for each class.

#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "analysis/estimates.h"
#include "cli/exact_checks.h"
#include "cli/experiment.h"
#include "cli/instrument_file.h"
#include "cli/sights.h"

namespace cli {

/// Columns one after the other: days and classes.
using Stack = std::vector<std::uint32_t>;

/// Who counts: in each of these dimensions, one of these memberships.
struct Who {
  struct In {
    std::uint32_t dimension = 0;
    std::uint32_t memberships = 0;  ///< a bit each
  };
  std::vector<In> in;
};

enum class Third : std::uint32_t { all, bottom, top };

struct EstimateSpec {
  std::string name;
  analysis::Statistic of = analysis::Statistic::mean;
  std::uint32_t scenario = 0, wave = 0, from_wave = 0;
  std::array<Stack, 3> column;
  Who who;
  std::vector<Stack> present;  ///< only rows that have these too
  Stack where;                 ///< only rows whose value here lies between `from` and `to`
  double from = 0, to = 0;
  Stack by;  ///< only rows in this third of their school by this
  Third third = Third::all;
  double at_least = 0;
};

struct Claim {
  std::string what, formula, unit;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
};

struct Pattern {
  std::string path, id, title, finding, source, status, setting;
  std::string note;       ///< where the measurement departs from the study
  bool held_out = false;  ///< not used to set any value
  std::vector<std::string> evidence;
  std::vector<EstimateSpec> estimates;
  std::vector<CheckSpec> checks;
  std::vector<Claim> claims;
};

/// A setting and the patterns that are measured in it.
struct Setting {
  std::shared_ptr<Experiment> experiment;
  Sights sights;  ///< that its patterns need
  std::vector<std::uint32_t> waves;
  std::vector<Pattern> patterns;
};

/// Reads every pattern of `folder` (C*.toml, A*.toml) whose id is in `ids` (all if empty); settings
/// are experiments in `folder`/settings. Throws sim::ConfigError.
std::vector<Setting> read_patterns(const std::string& folder, const std::vector<std::string>& ids,
                                   const Instruments& instruments,
                                   const std::vector<std::string>& assignments);

}  // namespace cli
