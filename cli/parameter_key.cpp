#include "cli/parameter_key.h"

#include <fmt/format.h>

#include "sim/run/config.h"
#include "sim/run/near_key.h"

namespace cli {
namespace {

bool is_key(std::string_view key, std::string_view section, std::string_view name) {
  return key.size() == section.size() + 1 + name.size() && key.starts_with(section) &&
         key[section.size()] == '.' && key.ends_with(name);
}

}  // namespace

std::vector<std::string> parameter_keys() {
  std::vector<std::string> keys;
  const models::Parameters all;
  models::for_each_section(all, [&](const auto& section) {
    for (const auto& row : sim::rows(section)) {
      keys.push_back(fmt::format("{}.{}", row.section, row.key));
    }
  });
  return keys;
}

std::optional<sim::ParameterRow> find_parameter(std::string_view key,
                                                const models::Parameters& parameters) {
  std::optional<sim::ParameterRow> found;
  models::for_each_section(parameters, [&](const auto& section) {
    for (const auto& row : sim::rows(section)) {
      if (is_key(key, row.section, row.key)) found = row;
    }
  });
  return found;
}

void set_parameter(std::string_view key, float value, models::Parameters& parameters) {
  models::for_each_section(parameters, [&]<class P>(P& section) {
    for (const auto& field : P::fields()) {
      if (is_key(key, P::section, field.key)) section.*field.member = value;
    }
  });
}

std::string not_a_parameter(std::string_view key) {
  const std::vector<std::string> keys = parameter_keys();
  const auto near = sim::nearest(key, keys);
  return fmt::format(" is not a parameter{}", near ? fmt::format("; did you mean {}?", *near)
                                                   : "; `belong parameters` lists them all");
}

std::string assigned_parameter(const std::string& assignment,
                               const std::vector<std::string>& keys) {
  auto alone = sim::Document::from_text("--set", "");
  alone.set(assignment);  // however its key is written
  const auto parameters = alone.root().keys();
  if (parameters != std::vector<std::string>{"parameters"}) return "";
  const auto sections = alone.root().find_table("parameters");
  for (const std::string& key : keys) {
    const std::size_t dot = key.find('.');
    const auto section = sections->find_table(key.substr(0, dot));
    if (section && section->has(key.substr(dot + 1))) return key;
  }
  return "";
}

}  // namespace cli
