#pragma once
// Names that are safe in file names and in the names of arrays.

#include <fmt/format.h>

#include <string_view>

#include "sim/run/config.h"

namespace cli {

inline constexpr std::string_view kNamesResults = "it names the results file";

/// Letters, digits, _ and -, and at least one of them.
inline bool is_plain_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
                              "WXYZ0123456789_-") == std::string_view::npos;
}

/// Throws sim::ConfigError at `key` of the table if the name that was read there is not plain.
/// `why`: what it has to be plain for, or "".
inline void check_plain_name(std::string_view name, const sim::Table& table, std::string_view key,
                             std::string_view why = "") {
  if (is_plain_name(name)) return;
  table.fail(key,
             fmt::format("must be letters, digits, _ and -{}{}", why.empty() ? "" : ": ", why));
}

}  // namespace cli
