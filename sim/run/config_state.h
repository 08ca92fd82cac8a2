#pragma once
// What stands behind a Document and a Table. For config*.cpp only.

#include <toml++/toml.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sim/run/config.h"

namespace sim {

/// The keys that somebody asked for in one table, and whether they were read.
struct Asked {
  std::map<std::string, bool, std::less<>> read;
  std::vector<std::string> order;

  void mark(std::string_view key, bool was_read);
  bool was_read(std::string_view key) const;
};

struct Document::State {
  std::string path, text;
  std::vector<std::string> assignments;
  std::vector<std::string> dropped;  ///< tables of the root
  std::vector<std::size_t> skipped;  ///< of each: parts of its key that name the document
  toml::table root;
  std::unordered_map<const toml::table*, Asked> asked;
};

struct Table::View {
  std::shared_ptr<Document::State> state;
  const toml::table* table;
  std::string name;   ///< dotted; "" for the root
  std::string place;  ///< where it begins

  /// The node at `key`, if any, which counts as read from now on.
  const toml::node* read(std::string_view key) const;

  std::shared_ptr<const View> below(const toml::table& inner, std::string inner_name) const;

  /// "key = value "; "key " for a table.
  std::string shown(std::string_view dotted_key, const toml::node& node) const;

  std::string place_of(const toml::node& node) const;

  /// `said` follows "key = value ", at the node's own place.
  [[noreturn]] void refuse(std::string_view dotted_key, const toml::node& node,
                           std::string_view said) const;
  [[noreturn]] void missing(std::string_view key, std::string_view wanted) const;
};

/// Carry out one "key.path=value" on `root`, without the first `skip` parts of the path. `order` is
/// its number among all of them.
void assign(toml::table& root, std::string_view assignment, std::size_t skip, unsigned order);

/// Throw at the first key of the table, or of those below it, that nobody read.
void refuse_unread(const Document::State& state, const toml::table& table, const std::string& name);

}  // namespace sim
