// `--set key.path=value`: one value of a document, changed from the command line.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "sim/run/config_state.h"
#include "sim/run/toml_text.h"

namespace sim {

namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// The first "=" that stands in no quotes.
std::size_t equals_sign(std::string_view text) {
  char quote = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote ? text[i] == quote : text[i] == '"' || text[i] == '\'') {
      quote = quote ? '\0' : text[i];
    } else if (!quote && text[i] == '=') {
      return i;
    }
  }
  return text.npos;
}

// The parts of a dotted key, read by TOML's own rules.
std::vector<std::string> parts_of(std::string_view key, const std::string& name) {
  const auto unreadable = [&]() -> ConfigError {
    return ConfigError(fmt::format(
        "{}: {} is no key; write names with dots between, such as experiment.replicates", name,
        key.empty() ? "\"\"" : key_text(key)));
  };
  if (key.find_first_of("\r\n") != key.npos) throw unreadable();
  toml::table chain;
  try {
    chain = parse_toml(std::string(key) + " = 0", name);
  } catch (const ConfigError&) {
    throw unreadable();
  }
  std::vector<std::string> parts;
  for (const toml::table* at = &chain; at; at = at->begin()->second.as_table()) {
    if (at->size() != 1) throw unreadable();
    parts.emplace_back(at->begin()->first.str());
  }
  return parts;
}

// A table with one key, "value". What TOML can't read is text, if it doesn't begin as something
// that TOML should have read.
toml::table value_of(std::string_view value, const std::string& name) {
  if (value.empty()) throw ConfigError(name + ": there is no value after \"=\"");
  toml::table read;
  try {
    read = parse_toml("value = " + std::string(value), name);
  } catch (const ConfigError&) {
    const bool bare = std::string_view("\"'[{").find(value.front()) == std::string_view::npos &&
                      value.find_first_of("\r\n") == value.npos;
    if (!bare) throw;
    read = parse_toml("value = ''", name);
    *read.get_as<std::string>("value") = std::string(value);
  }
  if (read.size() != 1) throw ConfigError(name + ": give one value");
  return read;
}

// What this entry of a list goes by: its own name, its own key, or both.
std::vector<std::string> names_of(const toml::node& entry) {
  std::vector<std::string> names;
  const toml::table* table = entry.as_table();
  if (!table) return names;
  for (const char* key : {"name", "key"}) {
    if (const auto* text = table->get_as<std::string>(key)) names.push_back(text->get());
  }
  return names;
}

bool goes_by(const toml::node& entry, std::string_view part) {
  const auto names = names_of(entry);
  return std::find(names.begin(), names.end(), part) != names.end();
}

// ", or go by name: a, b"; nothing where entries have no names.
std::string names_in(const toml::array& list) {
  std::string all;
  for (const toml::node& entry : list) {
    const auto names = names_of(entry);
    if (!names.empty()) all += (all.empty() ? "" : ", ") + key_text(names.front());
  }
  if (all.empty()) return all;
  return fmt::format(", or {} by name: {}", list.size() == 1 ? "goes" : "go", all);
}

// The element that `part` of a key names: its number from 1, or its own name or key.
std::size_t index_of(std::string_view part, const toml::array& list, const std::string& list_name,
                     const std::string& name) {
  for (std::size_t k = 0; k < list.size(); ++k) {
    if (goes_by(list[k], part)) return k;
  }
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  const bool whole = error == std::errc() && end == part.data() + part.size();
  if (!whole || index < 1 || index > list.size()) {
    throw ConfigError(fmt::format(
        "{}: {} has no entry {}; its {} {} from 1{}", name, list_name, key_text(part), list.size(),
        list.size() == 1 ? "entry counts" : "entries count", names_in(list)));
  }
  return index - 1;
}

void put(toml::node& into, const std::string& part, const std::string& into_name, toml::node& value,
         const toml::source_region& source, const std::string& name) {
  value.visit([&](auto& concrete) {
    if (toml::table* table = into.as_table()) {
      table->insert_or_assign(toml::key(part, source), std::move(concrete));
    } else {
      toml::array& list = *into.as_array();
      const auto at = static_cast<std::ptrdiff_t>(index_of(part, list, into_name, name));
      list.replace(list.cbegin() + at, std::move(concrete));
    }
  });
}

}  // namespace

void assign(toml::table& root, std::string_view assignment, std::size_t skip, unsigned order) {
  const std::string name = "--set " + std::string(assignment);
  const std::size_t equals = equals_sign(assignment);
  if (equals == assignment.npos) {
    throw ConfigError(name + ": must be written key.path=value, such as experiment.replicates=8");
  }
  auto parts = parts_of(trimmed(assignment.substr(0, equals)), name);
  parts.erase(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(skip));
  if (parts.empty()) throw ConfigError(name + ": names no key of that file");
  toml::table value = value_of(trimmed(assignment.substr(equals + 1)), name);

  // Only the path of such a place is ever shown: the line serves to keep keys in order.
  const toml::source_region source{{order, 1}, {order, 1}, value.source().path};
  toml::node* at = &root;
  std::string at_name;
  for (std::size_t i = 0;; ++i) {
    if (!at->is_table() && !at->is_array()) {
      throw ConfigError(fmt::format("{}: {} = {} is not a table", name, at_name, value_text(*at)));
    }
    if (i + 1 == parts.size())
      return put(*at, parts[i], at_name, *value.get("value"), source, name);
    if (toml::table* table = at->as_table()) {
      if (!table->contains(parts[i])) {
        table->insert(toml::key(parts[i], source), parse_toml("", name));
      }
      at = table->get(parts[i]);
    } else {
      toml::array& list = *at->as_array();
      at = list.get(index_of(parts[i], list, at_name, name));
    }
    at_name = dotted(at_name, parts[i]);
  }
}

}  // namespace sim
