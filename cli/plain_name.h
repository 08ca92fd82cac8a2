#pragma once
// Names that are safe in file names and in the names of arrays.

#include <string_view>

namespace cli {

/// Letters, digits, _ and -, and at least one of them.
inline bool is_plain_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of(
                              "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
                              "WXYZ0123456789_-") == std::string_view::npos;
}

}  // namespace cli
