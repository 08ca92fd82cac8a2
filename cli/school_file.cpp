#include "cli/school_file.h"

#include <fmt/format.h>

#include <cmath>

#include "cli/roster_plans.h"

namespace cli {
namespace {

using models::Dimension;
using models::SchoolPlan;

/// Shares of students and of teachers add up to 1. Where there is a roster, it may give the first.
void check_shares(const sim::Table& table, const Dimension& dimension, bool by_roster) {
  double students = 0, teachers = 0;
  for (std::uint32_t m = 0; m < dimension.memberships; ++m) {
    students += dimension.row[m].share;
    teachers += dimension.row[m].teachers;
  }
  if (std::abs(students - 1) > 1e-4 && !(by_roster && students == 0)) {
    table.fail("membership", fmt::format("shares of students add up to {:.4g}, not 1", students));
  }
  if (std::abs(teachers - 1) > 1e-4) {
    table.fail("membership", fmt::format("shares of teachers add up to {:.4g}, not 1", teachers));
  }
}

void read_dimension(const sim::Table& table, bool by_roster, SchoolSet& set, SchoolPlan& plan) {
  if (plan.identity.dimensions == models::kMaxDimensions) {
    table.fail(fmt::format("is one dimension too many; at most {}", models::kMaxDimensions));
  }
  Dimension& dimension = plan.identity.dimension[plan.identity.dimensions++];
  DimensionNames::One named{table.text("name"), "", {}};
  named.label = table.text("label", named.key);
  for (const auto& other : set.names.dimensions) {
    if (other.key == named.key) table.fail("name", "is the name of another dimension");
  }
  dimension.own_group = static_cast<float>(
      table.number("own_group", {0, 4}, "weight of own-group friendship utility", 0.0));
  dimension.same_tie = static_cast<float>(
      table.number("same_tie", {0, 4}, "friendship utility of the same membership", 0.0));
  const sim::Table memberships = table.table("membership");
  for (const std::string& key : memberships.keys()) {
    if (dimension.memberships == models::kMaxMemberships) {
      table.fail("membership", fmt::format("has more than {}", models::kMaxMemberships));
    }
    const sim::Table one = memberships.table(key);
    models::Membership& row = dimension.row[dimension.memberships];
    row.key = static_cast<float>(dimension.memberships++);
    one.fields(row);
    named.memberships.push_back({key, one.text("label", key)});
  }
  if (dimension.memberships == 0) table.fail("membership", "is empty");
  check_shares(table, dimension, by_roster);
  set.names.dimensions.push_back(std::move(named));
}

/// One of several schools: its own size and shares. Gives its name.
std::string read_one_school(const sim::Table& table, const DimensionNames& names,
                            SchoolPlan& plan) {
  plan.profile.students =
      static_cast<float>(table.whole("students", 1, 65535, "students in the school",
                                     static_cast<std::int64_t>(plan.profile.students)));
  const std::string name = table.text("name", "");
  const auto shares = table.find_table("share");
  if (!shares) return name;
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    const auto given = shares->find_table(names.dimensions[d].key);
    if (!given) continue;
    double sum = 0;
    for (std::size_t m = 0; m < names.dimensions[d].memberships.size(); ++m) {
      const double share = given->number(names.dimensions[d].memberships[m].key, {0, 1},
                                         "share of the school's students");
      plan.identity.dimension[d].row[m].share = static_cast<float>(share);
      sum += share;
    }
    if (std::abs(sum - 1) > 1e-4) {
      given->fail(fmt::format("shares of students add up to {:.4g}, not 1", sum));
    }
  }
  return name;
}

}  // namespace

void read_calendar(const sim::Table& table, sim::Calendar& calendar) {
  const auto whole = [&](std::string_view key, std::int64_t hi, std::string_view meaning,
                         std::uint32_t value) {
    return static_cast<std::uint32_t>(table.whole(key, 1, hi, meaning, value));
  };
  calendar.days = whole("days", 366, "school days in the year", calendar.days);
  calendar.days_in_week = whole("days_in_week", 7, "school days in a week", calendar.days_in_week);
  calendar.terms = whole("terms", 6, "terms in the year", calendar.terms);
  calendar.marking_periods =
      whole("marking_periods", 6, "marking periods in a term", calendar.marking_periods);
  if (calendar.periods() > calendar.days) {
    table.fail("marking_periods", "gives more marking periods than school days");
  }
  if (table.has("breaks")) {
    const auto breaks = table.numbers("breaks", {1, 365}, "school day before which a break lies");
    if (breaks.size() > sim::kMaxBreaks) {
      table.fail("breaks", fmt::format("has more than {} breaks", sim::kMaxBreaks));
    }
    calendar.break_count = 0;
    for (const double day : breaks) {
      const auto number = static_cast<std::uint32_t>(day);
      const std::uint32_t last =
          calendar.break_count > 0 ? calendar.breaks[calendar.break_count - 1] : 0;
      if (number != day || number <= last || number >= calendar.days) {
        table.fail("breaks", "must be whole school days within the year, in ascending order");
      }
      calendar.breaks[calendar.break_count++] = number;
    }
    for (std::size_t b = calendar.break_count; b < sim::kMaxBreaks; ++b) calendar.breaks[b] = 0;
  } else {
    while (calendar.break_count > 0 && calendar.breaks[calendar.break_count - 1] >= calendar.days) {
      calendar.breaks[--calendar.break_count] = 0;
    }
  }
}

void read_parameters(const sim::Table& table, models::Parameters& parameters) {
  models::for_each_section(parameters, [&](auto& section) {
    using Section = std::remove_reference_t<decltype(section)>;
    if (const auto one = table.find_table(Section::section)) one->fields(section);
  });
}

std::vector<const models::SchoolPlan*> SchoolSet::kinds() const {
  if (strata.empty()) return {&schools.front()};
  std::vector<const models::SchoolPlan*> kinds;
  for (const Stratum& one : strata) kinds.push_back(&one.reference);
  return kinds;
}

std::vector<const models::SchoolPlan*> SchoolSet::references() const {
  if (strata.empty()) return {&reference};
  return kinds();
}

SchoolSet read_schools(const std::string& path, const std::string& population, std::uint64_t sample,
                       const Assignments& changes) {
  SchoolSet set;
  auto document = sim::Document::read(path);
  changes.change_school(document);
  const sim::Table root = document.root();
  set.path = path;
  set.text = document.text();
  set.title = root.text("title", "");
  SchoolPlan plan;
  const auto roster = root.find_table("roster");
  if (const auto profile = root.find_table("profile")) {
    if (roster) check_by_roster(*profile);
    profile->fields(plan.profile);
  }
  if (const auto calendar = root.find_table("calendar")) read_calendar(*calendar, plan.calendar);
  if (const auto changed = root.find_table("parameters")) {
    read_parameters(*changed, set.parameters);
  }
  const auto dimensions = root.tables("dimension");
  if (dimensions.empty()) root.fail("dimension", "at least one [[dimension]] is needed");
  for (const sim::Table& table : dimensions) {
    read_dimension(table, roster.has_value(), set, plan);
  }
  set.reference = plan;
  if (population.empty()) {
    root.text("population_dimension", "");
  } else {
    // The dimension that the population's column race counts.
    const std::size_t counted =
        read_dimension(root, "population_dimension", "this school", set.names);
    read_population(population, counted, set);
  }
  const auto nation = root.find_table("population");
  if (nation && !population.empty()) {
    root.fail("population", "has no use beside a population from a table (experiment.population)");
  }
  const auto schools = root.tables("school");
  if (roster) {
    if (nation || !schools.empty() || !population.empty() || sample != 0) {
      root.fail("roster", "gives all schools: no population and no [[school]] has a use beside it");
    }
    read_roster(*roster, plan, set);
  } else if (nation) {
    read_nation(*nation, sample, set);
    if (!schools.empty()) root.fail("school", "has no use beside a population");
  } else if (sample != 0) {
    root.fail("describes no [population] of which experiment.schools could be drawn");
  } else if (population.empty()) {
    for (const sim::Table& table : schools) {
      SchoolPlan one = plan;
      const std::string name = read_one_school(table, set.names, one);
      set.schools.push_back(one);
      const std::string number = std::to_string(set.schools.size());
      set.named.push_back(
          {name.empty() ? "school_" + number : name, name.empty() ? "School " + number : name});
    }
    if (schools.empty()) set.schools.push_back(plan);
  } else if (!schools.empty()) {
    root.fail("school", "has no use beside a population");
  }
  root.done();
  for (std::uint32_t k = 0; k < set.schools.size(); ++k) {
    if (!set.population && !nation) set.schools[k].school = k;
    set.students += static_cast<std::uint64_t>(set.schools[k].profile.students);
  }
  return set;
}

}  // namespace cli
