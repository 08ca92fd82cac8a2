#include "sim/run/toml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <locale>
#include <sstream>

#include "sim/run/config_error.h"
#include "sim/run/number_text.h"
#include "sim/run/toml_errors.h"

namespace sim {

namespace {

constexpr std::string_view assigned = "--set ";
constexpr std::size_t widest = 60;

// Where the text that opens at `open` has ended: behind its closing quotes, or at the end of the
// line (of everything, with three quotes) if it is never closed.
std::size_t end_of_quotes(std::string_view text, std::size_t open) {
  const char quote = text[open];
  const std::string three(3, quote);
  const bool long_text = text.substr(open).starts_with(three);
  std::size_t i = open + (long_text ? 3 : 1);
  for (; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"' && i + 1 < text.size() && text[i + 1] != '\n') {
      ++i;
    } else if (long_text ? text.substr(i).starts_with(three) : text[i] == quote) {
      if (!long_text) return i + 1;
      i += 3;  // up to two quotes more still belong to the text
      for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
      return i;
    } else if (!long_text && text[i] == '\n') {
      return i;
    }
  }
  return text.size();
}

// toml++ builds one table per part of a dotted key and destroys them recursively; without a limit
// a long enough key takes the whole stack. Returns the line of such a key, or 0.
std::size_t line_of_endless_key(std::string_view text) {
  constexpr int most_parts = 32;
  int dots = 0;
  for (std::size_t i = 0; i < text.size();) {
    switch (text[i]) {
      case '"':
      case '\'':
        i = end_of_quotes(text, i);
        continue;
      case '#':
        i = std::min(text.find('\n', i), text.size());
        continue;
      case '.':
        ++dots;
        break;
      case '\n':
      case '=':
      case ',':
      case '[':
      case '{':
        dots = 0;
        break;
      default:
        break;
    }
    if (dots >= most_parts) {
      return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, i), '\n'));
    }
    ++i;
  }
  return 0;
}

void append(std::string& line, const toml::node& node);

void append(std::string& line, const toml::array& array) {
  line += '[';
  for (const toml::node& element : array) {
    if (line.back() != '[') line += ", ";
    if (line.size() > widest) break;
    append(line, element);
  }
  line += ']';
}

void append(std::string& line, const toml::node& node) {
  if (const auto* text = node.as_string()) {
    line += fmt::format("{:?}", std::string_view(text->get()).substr(0, 4 * widest));
  } else if (const auto* real = node.as_floating_point()) {
    line += number_text(real->get());
  } else if (const auto* whole = node.as_integer()) {
    line += fmt::format("{}", whole->get());
  } else if (const auto* yes = node.as_boolean()) {
    line += yes->get() ? "true" : "false";
  } else if (const auto* array = node.as_array()) {
    append(line, *array);
  } else if (node.is_table()) {
    line += "{...}";
  } else {
    std::ostringstream date;
    date.imbue(std::locale::classic());
    node.visit([&](const auto& concrete) {
      if constexpr (toml::is_chronological<decltype(concrete)>) date << concrete;
    });
    line += date.str();
  }
}

bool is_bare(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

}  // namespace

toml::table parse_toml(std::string_view text, const std::string& name) {
  const std::string at = name.starts_with(assigned) ? name : name + ":";
  if (text.size() > longest_toml) {
    throw ConfigError(fmt::format("{} is longer than {} MiB, the most that is read", at,
                                  longest_toml / (std::size_t{1} << 20)));
  }
  if (const std::size_t line = line_of_endless_key(text)) {
    throw ConfigError(fmt::format("{}{} a key has more than 32 parts", name,
                                  name.starts_with(assigned) ? ":" : fmt::format(":{}:1:", line)));
  }
  try {
    return toml::parse(text, name);
  } catch (const toml::parse_error& error) {
    const Mistake mistake = plain(error, text);
    const toml::source_region source{mistake.at, mistake.at, error.source().path};
    throw ConfigError(fmt::format("{}: {}", place(source), mistake.sentence));
  }
}

bool has_place(const toml::source_region& source) { return source.path && source.begin; }

bool is_assigned(const toml::source_region& source) {
  return source.path && source.path->starts_with(assigned);
}

std::string place(const toml::source_region& source) {
  if (is_assigned(source)) return *source.path;
  return fmt::format("{}:{}:{}", source.path ? *source.path : "", source.begin.line,
                     source.begin.column);
}

std::string key_text(std::string_view key) {
  if (!key.empty() && std::ranges::all_of(key, is_bare)) return std::string(key);
  return fmt::format("{:?}", key);
}

std::string dotted(std::string_view table, std::string_view key) {
  return table.empty() ? key_text(key) : fmt::format("{}.{}", table, key_text(key));
}

std::string value_text(const toml::node& node) {
  std::string line;
  append(line, node);
  if (line.size() <= widest) return line;
  std::size_t end = widest;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;  // UTF-8
  return line.substr(0, end) + "...";
}

}  // namespace sim
