#pragma once
// A survey instrument, read from TOML: what it asks, on which scale, how well it measures.

#include <optional>
#include <string>
#include <vector>

#include "models/survey.h"
#include "models/variables.h"
#include "sim/run/config.h"

namespace cli {

struct InstrumentFile {
  std::string key, path, text, title, about, source;
  std::vector<std::string> questions;
  models::Variable construct;  ///< what it measures
  models::Instrument scale;
};

using Instruments = std::vector<InstrumentFile>;

/// The file of an instrument that is named by its key in `folder`, or by its path (*.toml) from
/// `base`.
std::string instrument_path(const std::string& reference, const std::string& folder,
                            const std::string& base);

/// Why there is no such instrument, with the nearest name; nothing if there is one.
std::optional<std::string> missing_instrument(const std::string& reference,
                                              const std::string& folder, const std::string& base);

/// One file. Throws sim::ConfigError.
InstrumentFile read_instrument(const std::string& path);

/// All instruments of a folder, by name. Throws sim::ConfigError.
Instruments read_instruments(const std::string& folder);

/// The outcome or extra of this name, which `key` of `table` gives.
models::Variable find_construct(const std::string& name, const sim::Table& table,
                                std::string_view key);

/// As the model takes them.
std::vector<models::Instrument> scales(const Instruments& instruments);

}  // namespace cli
