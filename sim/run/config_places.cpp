// Which keys were asked for, and the sentences about those that are missing or that nobody knows.

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "sim/run/config_state.h"
#include "sim/run/near_key.h"
#include "sim/run/toml_text.h"

namespace sim {

void Asked::mark(std::string_view key, bool was_read) {
  const auto known = read.find(key);
  if (known != read.end()) {
    known->second |= was_read;
    return;
  }
  read.emplace(key, was_read);
  order.emplace_back(key);
}

bool Asked::was_read(std::string_view key) const {
  const auto known = read.find(key);
  return known != read.end() && known->second;
}

const toml::node* Table::View::read(std::string_view key) const {
  state->asked[table].mark(key, true);
  return table->get(key);
}

std::shared_ptr<const Table::View> Table::View::below(const toml::table& inner,
                                                      std::string inner_name) const {
  return std::make_shared<const View>(View{state, &inner, std::move(inner_name), place_of(inner)});
}

std::string Table::View::place_of(const toml::node& node) const {
  return has_place(node.source()) ? sim::place(node.source()) : place;
}

std::string Table::View::shown(std::string_view dotted_key, const toml::node& node) const {
  if (node.is_table() || node.is_array_of_tables()) return fmt::format("{} ", dotted_key);
  return fmt::format("{} = {} ", dotted_key, value_text(node));
}

void Table::View::refuse(std::string_view dotted_key, const toml::node& node,
                         std::string_view said) const {
  throw ConfigError(fmt::format("{}: {}{}", place_of(node), shown(dotted_key, node), said));
}

void Table::View::missing(std::string_view key, std::string_view wanted) const {
  // A key that nobody asked for, and that looks like this one, is probably this one.
  const Asked& asked = state->asked[table];
  std::vector<std::string_view> unknown;
  for (const auto& [given, node] : *table) {
    if (!asked.read.contains(given.str())) unknown.push_back(given.str());
  }
  const auto near = nearest(key, unknown);
  const std::string at = near ? place_of(*table->get(*near)) : place;
  const std::string hint = near ? fmt::format("; did you mean it by {}?", key_text(*near)) : ";";
  throw ConfigError(fmt::format("{}: {} is missing{} it {}", at, dotted(name, key), hint, wanted));
}

namespace {

struct Unread {
  const toml::key* key;
  const toml::node* node;
  const toml::table* table;
  std::string table_name;
};

void collect(const Document::State& state, const toml::table& table, const std::string& name,
             std::vector<Unread>& unread);

void collect_below(const Document::State& state, const toml::node& node, const std::string& name,
                   std::vector<Unread>& unread) {
  if (const toml::table* inner = node.as_table()) collect(state, *inner, name, unread);
  if (!node.is_array_of_tables()) return;
  std::size_t number = 0;
  for (const toml::node& each : *node.as_array()) {
    collect(state, *each.as_table(), fmt::format("{}.{}", name, ++number), unread);
  }
}

void collect(const Document::State& state, const toml::table& table, const std::string& name,
             std::vector<Unread>& unread) {
  const auto asked = state.asked.find(&table);
  for (const auto& [key, node] : table) {
    if (asked == state.asked.end() || !asked->second.was_read(key.str())) {
      unread.push_back({&key, &node, &table, name});
    } else {
      collect_below(state, node, dotted(name, key.str()), unread);
    }
  }
}

}  // namespace

void refuse_unread(const Document::State& state, const toml::table& table,
                   const std::string& name) {
  std::vector<Unread> unread;
  collect(state, table, name, unread);
  if (unread.empty()) return;
  const Unread& first = *std::ranges::min_element(unread, {}, [](const Unread& each) {
    const toml::source_region& source = each.key->source();
    return std::tuple(is_assigned(source), source.begin.line, source.begin.column);
  });

  const auto known = state.asked.find(first.table);
  const std::vector<std::string> expected =
      known == state.asked.end() ? std::vector<std::string>{} : known->second.order;
  const bool is_table = first.node->is_table() || first.node->is_array_of_tables();
  const auto near = nearest(first.key->str(), expected);
  std::string said = is_table ? "is not a table here" : "is not a parameter here";
  if (std::ranges::find(expected, first.key->str()) != expected.end()) {
    said = "has no use here";
  } else {
    said += near ? fmt::format("; did you mean {}?", key_text(*near)) : ";";
    said += expected.empty() ? " nothing is expected here"
                             : fmt::format(" expected one of: {}", fmt::join(expected, ", "));
  }
  throw ConfigError(fmt::format("{}: {} {}",
                                place(is_table ? first.node->source() : first.key->source()),
                                dotted(first.table_name, first.key->str()), said));
}

}  // namespace sim
