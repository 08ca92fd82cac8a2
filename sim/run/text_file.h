#pragma once
// A small text file, whole.

#include <cstddef>
#include <optional>
#include <string>

namespace sim {

/// Nothing if something is at `path`; else "there is no such file; did you mean x.toml?", with the
/// nearest name of that folder if one is near.
std::optional<std::string> missing_file(const std::string& path);

/// The bytes of the file at `path`. Throws ConfigError if there is none (naming a near one in the
/// same folder), if it is a folder, cannot be read, or is longer than `most` bytes.
std::string read_text_file(const std::string& path, std::size_t most);

}  // namespace sim
