#include "cli/variable_name.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/run/near_key.h"

namespace cli {
namespace {

using models::Variable;

/// An outcome or an extra of this name.
std::optional<Variable> find_plain(std::string_view name) {
  for (std::uint32_t k = 0; k < models::kOutcomes; ++k) {
    if (models::kOutcomeRows[k].key == name) return Variable{Variable::Kind::outcome, k};
  }
  for (std::uint32_t k = 0; k < models::kExtras; ++k) {
    if (models::kExtraRows[k].key == name) return Variable{Variable::Kind::extra, k};
  }
  return {};
}

std::vector<std::string_view> plain_names() {
  std::vector<std::string_view> names;
  for (const auto& row : models::kOutcomeRows) names.push_back(row.key);
  for (const auto& row : models::kExtraRows) names.push_back(row.key);
  return names;
}

[[noreturn]] void refuse(const std::string& name, const std::vector<std::string_view>& known,
                         const sim::Table& table, std::string_view key,
                         std::optional<std::size_t> entry = {}) {
  const auto near = sim::nearest(name, known);
  const std::string others =
      known.empty() ? "there is none" : fmt::format("known are: {}", fmt::join(known, ", "));
  const std::string message =
      fmt::format("names {}, which is no variable{}; {}", name,
                  near ? fmt::format("; did you mean {}?", *near) : "", others);
  if (entry) table.fail(key, *entry, message);
  table.fail(key, message);
}

}  // namespace

Variable find_construct(const std::string& name, const sim::Table& table, std::string_view key) {
  const auto found = find_plain(name);
  if (!found) refuse(name, plain_names(), table, key);
  return *found;
}

Variable survey_of(const Instruments& library, std::uint32_t k, Variable::Kind kind) {
  Variable v = library[k].construct;
  v.of_extra = v.kind == Variable::Kind::extra ? 1 : 0;
  v.kind = kind;
  v.instrument = k;
  return v;
}

Variable find_variable(const std::string& name, const Instruments& library, const sim::Table& table,
                       std::string_view key, std::optional<std::size_t> entry) {
  constexpr std::string_view survey = "survey.", favourable = ".favourable";
  if (!name.starts_with(survey)) {
    if (const auto found = find_plain(name)) return *found;
    refuse(name, plain_names(), table, key, entry);
  }
  std::string scale = name.substr(survey.size());
  const bool share = scale.ends_with(favourable);
  if (share) scale.resize(scale.size() - favourable.size());
  std::vector<std::string_view> known;
  for (std::uint32_t k = 0; k < library.size(); ++k) {
    known.push_back(library[k].key);
    if (library[k].key != scale) continue;
    return survey_of(library, k, share ? Variable::Kind::favourable : Variable::Kind::score);
  }
  refuse(scale, known, table, key, entry);
}

bool of_class(const Variable& v) {
  const bool extra = v.kind == Variable::Kind::extra || v.of_extra != 0;
  return extra && models::kExtraRows[v.code].of_class;
}

}  // namespace cli
