#pragma once
// The syntax errors of toml++, in plain words.

#include <toml++/toml.h>

#include <string>
#include <string_view>

namespace sim {

struct Mistake {
  toml::source_position at;
  std::string sentence;
};

/// What is wrong in `text`, and where, given what toml++ said about it.
Mistake plain(const toml::parse_error& error, std::string_view text);

}  // namespace sim
