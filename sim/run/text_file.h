#pragma once
// Small text files: one, whole, and those of a folder.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

/// Nothing if something is at `path`; else "there is no such file; did you mean x.toml?", with the
/// nearest name of that folder if one is near.
std::optional<std::string> missing_file(const std::string& path);

/// The bytes of the file at `path`. Throws ConfigError if there is none (naming a near one in the
/// same folder), if it is a folder, cannot be read, or is longer than `most` bytes.
std::string read_text_file(const std::string& path, std::size_t most);

/// The paths of the files in a folder whose names end with `ending`, in order; none if there is no
/// such folder.
std::vector<std::string> paths_in(const std::string& folder, std::string_view ending);

}  // namespace sim
