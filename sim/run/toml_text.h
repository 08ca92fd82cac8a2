#pragma once
// TOML from text, and TOML back into the words of an error. For sim/run only: toml++ stays out of
// the headers that others include.

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace sim {

/// The most bytes of TOML that are read.
inline constexpr std::size_t longest_toml = std::size_t{16} << 20;

/// Read `text`. `name` says where it came from, a file or "--set key=value"; every node keeps it.
/// Throws ConfigError, with line and column, if it is not TOML, not UTF-8 or too long.
toml::table parse_toml(std::string_view text, const std::string& name);

/// Where a node or a key stands: "file:line:column", or "--set key=value" as a whole.
std::string place(const toml::source_region& source);
bool has_place(const toml::source_region& source);
bool is_assigned(const toml::source_region& source);  ///< by --set

/// A key as TOML writes it: bare if it can be, else in quotes.
std::string key_text(std::string_view key);

/// "a.b" from "a" and "b"; "b" if `table` is empty.
std::string dotted(std::string_view table, std::string_view key);

/// A value on one line, at most about 60 bytes: 1.5, "text", [1, 2, ...].
std::string value_text(const toml::node& node);

}  // namespace sim
