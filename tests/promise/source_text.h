#pragma once
// Reads C++ as text, as far as a test of the source tree needs it: code without comments, words,
// includes. One line of text stays one line.

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <string>
#include <vector>

namespace source_text {

/// Where the comment or literal that starts at `at` ends; `at` itself where none starts.
inline std::size_t end_of_literal(const std::string& text, std::size_t at) {
  const auto after = [&](const std::string& closing, std::size_t from) {
    const std::size_t found = text.find(closing, from);
    return found == std::string::npos ? text.size() : found + closing.size();
  };
  if (text.compare(at, 2, "//") == 0) return std::min(text.find('\n', at), text.size());
  if (text.compare(at, 2, "/*") == 0) return after("*/", at + 2);
  if (text.compare(at, 2, "R\"") == 0) {
    const std::size_t open = std::min(text.find('(', at), text.size());
    return after(std::string(")") + text.substr(at + 2, open - at - 2) + "\"", open);
  }
  const char quote = text[at];
  const bool in_number = at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1]));
  if (quote != '"' && (quote != '\'' || in_number)) return at;
  std::size_t end = at + 1;
  while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

/// The same text with comments and literals blanked, line for line: what is left is code.
inline std::string code_of(std::string text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_literal(text, at);
    if (end == at) ++at;
    for (; at < end; ++at) {
      if (text[at] != '\n') text[at] = ' ';
    }
  }
  return text;
}

/// What one line includes, with its opening sign ("<vector" or "\"models/day.h"), or nothing.
inline std::string included_by(const std::string& line) {
  const std::size_t hash = line.find_first_not_of(" \t");
  if (hash == std::string::npos || line[hash] != '#') return "";
  const std::size_t word = line.find_first_not_of(" \t", hash + 1);
  if (word == std::string::npos || line.compare(word, 7, "include") != 0) return "";
  const std::size_t open = line.find_first_of("<\"", word);
  if (open == std::string::npos) return "";
  return line.substr(open, line.find_first_of(">\"", open + 1) - open);
}

/// True for what a name or a number is made of.
inline bool in_name(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)); }

/// The names, the `::` and the other signs of one line of code.
inline std::vector<std::string> tokens(const std::string& line) {
  std::vector<std::string> all;
  for (std::size_t at = 0, end; at < line.size(); at = end) {
    end = at + 1;
    while (in_name(line[at]) && end < line.size() && in_name(line[end])) ++end;
    if (line.compare(at, 2, "::") == 0) end = at + 2;
    if (line[at] != ' ') all.push_back(line.substr(at, end - at));
  }
  return all;
}

}  // namespace source_text
