#include "sim/run/toml_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace sim {

namespace {

using Words = std::pair<std::string_view, std::string_view>;

// What toml++ 3.3 says it was reading, and what people call that.
constexpr std::array<Words, 10> things{{
    {"key-value pair", "a line \"key = value\""},
    {"decimal integer", "a number"},
    {"floating-point", "a number"},
    {"boolean", "true or false"},
    {"string", "a text"},
    {"array", "a list"},
    {"inline table", "a table in braces"},
    {"table header", "the name of a table"},
    {"root table", "the file"},
    {"value", "a value"},
}};

// A part of what toml++ says, and the sentence that takes the place of all of it.
constexpr std::array<Words, 9> sentences{{
    {"could not determine value type",
     "this is not a number, true, false, a date or a list; text must be in quotes"},
    {"expected 'true', saw", "text must be in quotes, and true is written in small letters"},
    {"expected 'false', saw", "text must be in quotes, and false is written in small letters"},
    {"expected value, saw '\\n'", "there is no value after \"=\""},
    {"unescaped control characters", "a text must be closed by its quote on the same line"},
    {"leading zeroes are prohibited", "a number may not begin with 0"},
    {"exceeded maximum nested value depth", "lists or tables stand more than 256 deep"},
    {"utf-8", "this is not UTF-8 text; save the file as UTF-8"},
    {"expected keys, tables, whitespace or comments",
     "a line must be \"key = value\", \"[table]\" or \"# comment\""},
}};

std::string replaced(std::string text, std::string_view old, std::string_view fresh) {
  if (const auto at = text.find(old); at != text.npos) text.replace(at, old.size(), fresh);
  return text;
}

std::string_view line_of(std::string_view text, std::size_t line) {
  for (std::size_t i = 1; i < line && !text.empty(); ++i) {
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return text.substr(0, text.find('\n'));
}

// toml++ points behind a key that it met before: point at it.
toml::source_position start_of(std::string_view key, toml::source_position behind,
                               std::string_view text) {
  const std::string_view line = line_of(text, behind.line);
  const bool ascii = std::ranges::none_of(line, [](char c) { return (c & 0x80) != 0; });
  const auto at = ascii ? line.rfind(key, behind.column - 1) : line.npos;
  if (at != line.npos) behind.column = static_cast<toml::source_index>(at + 1);
  return behind;
}

}  // namespace

Mistake plain(const toml::parse_error& error, std::string_view text) {
  const toml::source_position at = error.source().begin;
  std::string said(error.description());
  for (const auto& [part, sentence] : sentences) {
    if (said.find(part) != said.npos) return {at, std::string(sentence)};
  }

  constexpr std::string_view opening = "Error while parsing ";
  std::string thing;
  if (said.starts_with(opening)) {
    const auto colon = std::min(said.find(": "), said.size() - 2);
    thing = said.substr(opening.size(), colon - opening.size());
    said.erase(0, colon + 2);
    const auto known = std::ranges::find(things, thing, &Words::first);
    thing = known == things.end() ? "a " + thing : std::string(known->second);
  }
  if (said.find("cannot redefine") != said.npos || said.find("cannot insert") != said.npos) {
    const auto open = said.find('\'');
    const auto close = said.rfind('\'');
    if (open == said.npos || close <= open) return {at, "this key is given twice"};
    const std::string key = said.substr(open + 1, close - open - 1);
    return {start_of(key, at, text), key + " is given twice"};
  }
  if (said == "encountered end-of-file") {
    return {at, fmt::format("the text ends in the middle of {}", thing)};
  }
  said = replaced(said, "saw '\\n'", "but the line ends");
  said = replaced(said, "saw '\\r'", "but the line ends");
  said = replaced(said, "saw", "but here is");
  return {at, thing.empty() ? said : fmt::format("{} (in {})", said, thing)};
}

}  // namespace sim
