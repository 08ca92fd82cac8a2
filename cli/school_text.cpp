#include "cli/school_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/plain_name.h"
#include "cli/roster_plans.h"
#include "sim/run/number_text.h"

namespace cli {
namespace {

/// A text as TOML writes it, which is as JSON does.
std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

/// A key: bare where it can be.
std::string key_text(const std::string& key) { return is_plain_name(key) ? key : quoted(key); }

std::string value_text(float value, sim::Kind kind) {
  if (kind == sim::Kind::yes_no) return value != 0.0f ? "true" : "false";
  return sim::number_text(value);
}

template <class P>
void add(const P& params, sim::Field<P> field, std::string& text) {
  text += fmt::format("{} = {}\n", field.key, value_text(params.*field.member, field.kind));
}

void add_profile(models::SchoolProfile profile, bool self_contained, std::string& text) {
  profile.elementary = self_contained ? 1.0f : 0.0f;
  text += "\n[profile]\n";
  for (const auto& field : models::SchoolProfile::fields()) {
    if (!is_by_roster(field.key)) add(profile, field, text);
  }
}

void add_calendar(const sim::Calendar& c, std::string& text) {
  text += fmt::format(
      "\n[calendar]\ndays = {}\ndays_in_week = {}\nterms = {}\nmarking_periods = {}\nbreaks = [",
      c.days, c.days_in_week, c.terms, c.marking_periods);
  for (std::size_t b = 0; b < c.break_count; ++b) {
    text += fmt::format("{}{}", b == 0 ? "" : ", ", c.breaks[b]);
  }
  text += "]\n";
}

void add_parameters(models::Parameters changed, std::string& text) {
  models::Parameters usual;
  std::vector<std::string> before;  // lines of the defaults, section by section
  models::for_each_section(usual, [&](auto& section) {
    for (const auto& field : section.fields()) {
      before.push_back(value_text(section.*field.member, field.kind));
    }
  });
  std::size_t k = 0;
  models::for_each_section(changed, [&](auto& section) {
    using Section = std::remove_reference_t<decltype(section)>;
    std::string lines;
    for (const auto& field : Section::fields()) {
      if (value_text(section.*field.member, field.kind) != before[k++]) add(section, field, lines);
    }
    if (!lines.empty()) text += fmt::format("\n[parameters.{}]\n{}", Section::section, lines);
  });
}

void add_dimension(const models::Dimension& dimension, const DimensionNames::One& names, bool given,
                   std::string& text) {
  text += fmt::format("\n[[dimension]]\nname = {}\nlabel = {}\n", quoted(names.key),
                      quoted(names.label));
  if (dimension.own_group != 0) {
    text += fmt::format("own_group = {}\n", sim::number_text(dimension.own_group));
  }
  if (dimension.same_tie != 0) {
    text += fmt::format("same_tie = {}\n", sim::number_text(dimension.same_tie));
  }
  for (std::size_t m = 0; m < names.memberships.size(); ++m) {
    text += fmt::format("\n[dimension.membership.{}]\nlabel = {}\n",
                        key_text(names.memberships[m].key), quoted(names.memberships[m].label));
    for (const auto& field : models::Membership::fields()) {
      if (!given || field.key != "share") add(dimension.row[m], field, text);
    }
  }
}

}  // namespace

std::string school_text(const SchoolText& about, const SchoolSet& like,
                        const std::vector<bool>& given) {
  std::string text;
  for (const std::string& line : about.comment) text += line.empty() ? "#\n" : "# " + line + "\n";
  text += fmt::format("title = {}\n\n[roster]\nfolders = [", quoted(about.title));
  for (std::size_t k = 0; k < about.folders.size(); ++k) {
    text += (k == 0 ? "" : ", ") + quoted(about.folders[k]);
  }
  text += "]\n";
  const models::SchoolPlan& plan = like.reference;
  add_profile(plan.profile, about.self_contained, text);
  add_calendar(plan.calendar, text);
  add_parameters(like.parameters, text);
  for (std::size_t d = 0; d < like.names.dimensions.size(); ++d) {
    add_dimension(plan.identity.dimension[d], like.names.dimensions[d], given[d], text);
  }
  return text;
}

}  // namespace cli
