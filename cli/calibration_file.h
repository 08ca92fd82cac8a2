#pragma once
// What `belong calibrate` is to do, read from TOML: parameters with prior ranges, patterns, sizes.

#include <string>
#include <vector>

#include "cli/pattern_file.h"
#include "sim/run/parameter_table.h"

namespace cli {

/// A parameter that varies.
struct Prior {
  std::string key;  ///< "section.key"
  double low = 0, high = 1;
  std::string note;  ///< where the range comes from
  sim::ParameterRow row;
};

struct Calibration {
  std::string path, name, title;
  std::string folder;            ///< of the patterns
  std::vector<std::string> ids;  ///< of patterns; empty: all
  std::uint32_t schools = 12, seeds = 2;
  std::size_t points = 100, waves = 3, candidates = 200;
  std::uint32_t confirm_schools = 0, confirm_seeds = 1;  ///< 0 schools: nothing is run again
  std::size_t forgiving = 1;  ///< first waves in which the second largest implausibility decides
  double cut_off = 3;
  std::uint64_t seed = 1;
  std::vector<Prior> priors;
  std::vector<std::string> assignments;  ///< --set, for every setting

  Instruments instruments;
  std::vector<Setting> settings;                ///< with the defaults
  std::vector<std::vector<std::string>> fixed;  ///< [setting] keys that the setting itself sets
};

/// Throws sim::ConfigError.
Calibration read_calibration(const std::string& path, const std::vector<std::string>& assignments);

/// Hash of all that a point's outputs depend on, but for the program itself.
std::string inputs_hash(const Calibration& calibration);

}  // namespace cli
