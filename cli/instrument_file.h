#pragma once
// A survey instrument, read from TOML: what it asks, on which scale, how well it measures.

#include <string>
#include <vector>

#include "models/survey.h"
#include "models/variables.h"
#include "sim/run/config.h"

namespace cli {

struct InstrumentFile {
  std::string key, path, title, about, source;
  std::vector<std::string> questions;
  models::Variable construct;  ///< what it measures
  models::Instrument scale;
};

using Instruments = std::vector<InstrumentFile>;

/// All instruments of a folder, by name. Throws sim::ConfigError.
Instruments read_instruments(const std::string& folder);

/// The outcome or extra of this name, which `key` of `table` gives.
models::Variable find_construct(const std::string& name, const sim::Table& table,
                                std::string_view key);

/// As the model takes them.
std::vector<models::Instrument> scales(const Instruments& instruments);

}  // namespace cli
