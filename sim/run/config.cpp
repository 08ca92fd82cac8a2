#include "sim/run/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "sim/run/config_state.h"
#include "sim/run/near_key.h"
#include "sim/run/number_text.h"
#include "sim/run/text_file.h"
#include "sim/run/toml_text.h"

namespace sim {

namespace {

std::string in_brackets(std::string_view meaning) {
  return meaning.empty() ? "" : fmt::format(" ({})", meaning);
}

bool is_list_of_tables(const toml::node& node) {
  return node.is_array_of_tables() || (node.is_array() && node.as_array()->empty());
}

}  // namespace

Document::Document(std::shared_ptr<State> state) : state_(std::move(state)) {}

Document Document::read(const std::string& path) {
  return from_text(path, read_text_file(path, longest_toml));
}

Document Document::from_text(std::string name, std::string text) {
  auto state = std::make_shared<State>();
  state->root = parse_toml(text, name);
  state->path = std::move(name);
  state->text = std::move(text);
  return Document(std::move(state));
}

const std::string& Document::path() const { return state_->path; }
const std::string& Document::text() const { return state_->text; }
const std::vector<std::string>& Document::assignments() const { return state_->assignments; }

void Document::set(std::string_view assignment, std::size_t skip) {
  // Read again rather than change: views of the old tree stay good, copies stay apart.
  Document fresh = from_text(state_->path, state_->text);
  fresh.state_->assignments = state_->assignments;
  fresh.state_->assignments.emplace_back(assignment);
  fresh.state_->skipped = state_->skipped;
  fresh.state_->skipped.push_back(skip);
  for (unsigned k = 0; k < fresh.state_->assignments.size(); ++k) {
    assign(fresh.state_->root, fresh.state_->assignments[k], fresh.state_->skipped[k], k + 1);
  }
  for (const std::string& key : state_->dropped) fresh.drop(key);
  state_ = std::move(fresh.state_);
}

void Document::drop(std::string_view key) {
  state_->dropped.emplace_back(key);
  state_->root.erase(key);
}

Table Document::root() const {
  return Table(std::make_shared<const Table::View>(
      Table::View{state_, &state_->root, "", fmt::format("{}:1:1", state_->path)}));
}

Table::Table(std::shared_ptr<const View> view) : view_(std::move(view)) {}

const std::string& Table::name() const { return view_->name; }

bool Table::has(std::string_view key) const {
  view_->state->asked[view_->table].mark(key, false);
  return view_->table->contains(key);
}

std::string Table::text(std::string_view key, std::optional<std::string_view> fallback) const {
  constexpr std::string_view wanted = "must be text in quotes";
  const toml::node* node = view_->read(key);
  if (!node && fallback) return std::string(*fallback);
  if (!node) view_->missing(key, wanted);
  if (const auto* text = node->as_string()) return text->get();
  fail(key, wanted);
}

bool Table::yes_no(std::string_view key, std::optional<bool> fallback) const {
  constexpr std::string_view wanted = "must be true or false";
  const toml::node* node = view_->read(key);
  if (!node && fallback) return *fallback;
  if (!node) view_->missing(key, wanted);
  if (const auto* yes = node->as_boolean()) return yes->get();
  fail(key, wanted);
}

namespace {

// A finite number within limits, or why not.
struct Checked {
  double value;
  std::string complaint;
};

Checked checked(const toml::node& node, Range legal, std::string_view unit) {
  if (!node.is_number()) return {0.0, limits(legal, unit).wanted("a number")};
  const double value = *node.value<double>();
  if (!std::isfinite(value)) return {value, limits(legal, unit).wanted("a finite number")};
  const bool inside = as_written(legal.lo) <= value && value <= as_written(legal.hi);
  return {value, inside ? "" : limits(legal, unit).refused()};
}

}  // namespace

double Table::number(std::string_view key, Range legal, std::string_view meaning,
                     std::optional<double> fallback) const {
  const toml::node* node = view_->read(key);
  if (!node && fallback) return *fallback;
  if (!node) view_->missing(key, limits(legal).wanted("a number") + in_brackets(meaning));
  const Checked number = checked(*node, legal, "1");
  if (number.complaint.empty()) return number.value;
  fail(key, number.complaint + in_brackets(meaning));
}

std::int64_t Table::whole(std::string_view key, std::int64_t low, std::int64_t high,
                          std::string_view meaning, std::optional<std::int64_t> fallback) const {
  const std::string wanted = limits(low, high).wanted("a whole number") + in_brackets(meaning);
  const toml::node* node = view_->read(key);
  if (!node && fallback) return *fallback;
  if (!node) view_->missing(key, wanted);
  const auto* whole = node->as_integer();
  if (!whole) fail(key, wanted);
  if (low <= whole->get() && whole->get() <= high) return whole->get();
  fail(key, limits(low, high).refused() + in_brackets(meaning));
}

std::optional<float> Table::parameter(std::string_view key, Kind kind, Range legal,
                                      std::string_view unit, std::string_view meaning) const {
  const toml::node* node = view_->read(key);
  if (!node) return {};
  if (kind == Kind::yes_no) {
    if (const auto* yes = node->as_boolean()) return yes->get() ? 1.0F : 0.0F;
    fail(key, "must be true or false" + in_brackets(meaning));
  }
  if (kind == Kind::whole && !node->is_integer()) {
    fail(key, limits(legal, unit).wanted("a whole number") + in_brackets(meaning));
  }
  const Checked number = checked(*node, legal, unit);
  if (!number.complaint.empty()) fail(key, number.complaint + in_brackets(meaning));
  const auto value = static_cast<float>(number.value);
  if (!std::isfinite(value)) fail(key, "is too large for a parameter" + in_brackets(meaning));
  const bool exact = static_cast<double>(value) == number.value;
  if (kind == Kind::whole && !exact) {
    fail(key, "has more digits than a parameter holds" + in_brackets(meaning));
  }
  return value;
}

std::string Table::choice(std::string_view key, Words allowed,
                          std::optional<std::string_view> fallback) const {
  const std::string wanted = fmt::format("must be one of: {}", fmt::join(allowed, ", "));
  const toml::node* node = view_->read(key);
  if (!node && fallback) return std::string(*fallback);
  if (!node) view_->missing(key, wanted);
  const auto* word = node->as_string();
  if (!word) fail(key, wanted);
  if (std::ranges::find(allowed, word->get()) != allowed.end()) return word->get();
  const auto near = nearest(word->get(), allowed);
  fail(key,
       fmt::format("is not known; {}expected one of: {}",
                   near ? fmt::format("did you mean {}? ", *near) : "", fmt::join(allowed, ", ")));
}

std::size_t Table::which(std::string_view key, Words allowed) const {
  const auto at = std::ranges::find(allowed, choice(key, allowed));
  return static_cast<std::size_t>(at - allowed.begin());
}

Table::Texts Table::texts(std::string_view key, std::optional<Texts> fallback) const {
  constexpr std::string_view wanted = "must be a list of texts, such as [\"a\", \"b\"]";
  const toml::node* node = view_->read(key);
  if (!node && fallback) return *std::move(fallback);
  if (!node) view_->missing(key, wanted);
  if (!node->is_array()) fail(key, wanted);
  Texts texts;
  for (const toml::node& each : *node->as_array()) {
    const auto* text = each.as_string();
    if (!text) {
      const auto name = fmt::format("{}.{}", dotted(view_->name, key), texts.size() + 1);
      view_->refuse(name, each, "must be text in quotes");
    }
    texts.push_back(text->get());
  }
  return texts;
}

Table::Numbers Table::numbers(std::string_view key, Range legal, std::string_view meaning,
                              std::optional<Numbers> fallback) const {
  const std::string wanted = "must be a list of numbers, such as [1, 2.5]" + in_brackets(meaning);
  const toml::node* node = view_->read(key);
  if (!node && fallback) return *std::move(fallback);
  if (!node) view_->missing(key, wanted);
  if (!node->is_array()) fail(key, wanted);
  Numbers numbers;
  for (const toml::node& each : *node->as_array()) {
    const Checked number = checked(each, legal, "1");
    if (!number.complaint.empty()) {
      const auto name = fmt::format("{}.{}", dotted(view_->name, key), numbers.size() + 1);
      view_->refuse(name, each, number.complaint + in_brackets(meaning));
    }
    numbers.push_back(number.value);
  }
  return numbers;
}

Table Table::table(std::string_view key) const {
  if (auto found = find_table(key)) return *std::move(found);
  view_->missing(key, fmt::format("must be a table [{}]", dotted(view_->name, key)));
}

std::optional<Table> Table::find_table(std::string_view key) const {
  const toml::node* node = view_->read(key);
  if (!node) return {};
  const std::string name = dotted(view_->name, key);
  if (const toml::table* inner = node->as_table()) return Table(view_->below(*inner, name));
  if (node->is_array_of_tables()) fail(key, fmt::format("must be one table, written [{}]", name));
  fail(key, fmt::format("must be a table [{}]", name));
}

std::vector<Table> Table::tables(std::string_view key) const {
  const toml::node* node = view_->read(key);
  std::vector<Table> found;
  if (!node) return found;
  const std::string name = dotted(view_->name, key);
  if (!is_list_of_tables(*node)) {
    fail(key, fmt::format("must be a list of tables, each written [[{}]]", name));
  }
  for (const toml::node& each : *node->as_array()) {
    const auto number = found.size() + 1;
    found.push_back(Table(view_->below(*each.as_table(), fmt::format("{}.{}", name, number))));
  }
  return found;
}

std::vector<std::string> Table::keys() const {
  std::vector<const toml::key*> found;
  for (const auto& [key, node] : *view_->table) found.push_back(&key);
  std::ranges::stable_sort(found, {}, [](const toml::key* key) {
    const toml::source_region& source = key->source();
    return std::tuple(is_assigned(source), source.begin.line, source.begin.column);
  });
  std::vector<std::string> keys;
  keys.reserve(found.size());
  for (const toml::key* key : found) keys.emplace_back(key->str());
  return keys;
}

void Table::fail(std::string_view key, std::string_view message) const {
  const std::string name = dotted(view_->name, key);
  if (const toml::node* node = view_->table->get(key)) view_->refuse(name, *node, message);
  throw ConfigError(fmt::format("{}: {} {}", view_->place, name, message));
}

void Table::fail(std::string_view key, std::size_t entry, std::string_view message) const {
  const toml::node* node = view_->table->get(key);
  const toml::node* one = node && node->is_array() ? node->as_array()->get(entry) : nullptr;
  if (!one) fail(key, message);
  view_->refuse(fmt::format("{}.{}", dotted(view_->name, key), entry + 1), *one, message);
}

void Table::fail(std::string_view message) const {
  const std::string name = view_->name.empty() ? "" : view_->name + " ";
  throw ConfigError(fmt::format("{}: {}{}", view_->place, name, message));
}

void Table::done() const { refuse_unread(*view_->state, *view_->table, view_->name); }

}  // namespace sim
