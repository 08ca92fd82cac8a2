#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/nation.h"
#include "cli/school_file.h"

namespace cli {
namespace {

// The pooled schools of a kind's entry table: numbers that no school has, apart for each kind.
constexpr std::uint32_t kReference = 0xfffffffeu, kReferenceSchools = 16;
constexpr float kReferenceStudents = 1200;

void check_sum(const sim::Table& table, std::string_view key, double sum) {
  if (std::abs(sum - 1) <= 1e-3) return;
  table.fail(key, fmt::format("has shares of schools that add up to {:.4g}, not 1", sum));
}

StratumPlan read_stratum(const sim::Table& table, const models::SchoolProfile& base,
                         std::uint32_t smallest) {
  StratumPlan one;
  one.key = table.text("name");
  one.label = table.text("label", one.key);
  one.share = table.number("share", {0, 1}, "share of the nation's schools");
  one.mean_size = table.number("mean_size", {1, 20000}, "students in a school of this kind");
  if (one.mean_size <= smallest) {
    table.fail("mean_size",
               fmt::format("is not above the smallest school's {} students", smallest));
  }
  one.size_spread = table.number("size_spread", {0, 1.5f}, "spread of sizes, log", 0.0);
  one.environment = static_cast<float>(table.number(
      "environment", {0, 2}, "times stigma, support_gap, bias and harassment of the table", 1.0));
  one.profile = base;
  if (const auto profile = table.find_table("profile")) {
    if (profile->has("students")) {
      profile->fail("students", "has no use: sizes are drawn around mean_size");
    }
    profile->fields(one.profile);
  }
  return one;
}

/// One number for all groups, and others in [population.spread] for some.
void read_spread(const sim::Table& table, const DimensionNames::One& dimension, NationPlan& plan) {
  constexpr sim::Range kLegal{0, 4};
  constexpr const char* kMeaning = "how far a group learns apart, log";
  const double all = table.number("group_spread", kLegal, kMeaning, 0.0);
  const auto some = table.find_table("spread");
  for (std::size_t m = 0; m < dimension.memberships.size(); ++m) {
    const double own =
        some ? some->number(dimension.memberships[m].key, kLegal, kMeaning, all) : all;
    plan.group_spread[m] = static_cast<float>(own);
  }
}

NationPlan read_plan(const sim::Table& table, const SchoolSet& set) {
  NationPlan plan;
  plan.seed = static_cast<std::uint64_t>(
      table.whole("seed", 0, std::int64_t{1} << 53, "start of the nation's random numbers", 1));
  plan.schools =
      static_cast<std::uint64_t>(table.whole("schools", 1, 1000000, "schools in the nation"));
  plan.students =
      static_cast<std::uint64_t>(table.whole("students", 1, 1000000000, "students in the nation"));
  plan.smallest = static_cast<std::uint32_t>(
      table.whole("smallest", 1, 1000, "students in the smallest schools", 10));
  if (plan.students < plan.schools * plan.smallest) {
    table.fail("students", "is too few for so many schools of the smallest size");
  }
  plan.dimension = read_dimension(table, "dimension", "this file", set.names);
  read_spread(table, set.names.dimensions[plan.dimension], plan);
  plan.teacher_tilt =
      table.number("teacher_tilt", {0, 2}, "how far teachers' groups follow students'", 0.0);
  double sum = 0;
  for (const sim::Table& one : table.tables("stratum")) {
    if (plan.strata.size() == 16) table.fail("stratum", "has more than 16 kinds of school");
    plan.strata.push_back(read_stratum(one, set.reference.profile, plan.smallest));
    sum += plan.strata.back().share;
  }
  if (plan.strata.empty()) table.fail("stratum", "is missing: at least one kind of school");
  check_sum(table, "stratum", sum);
  sum = 0;
  for (const sim::Table& one : table.tables("region")) {
    if (plan.regions.size() == 64) table.fail("region", "has more than 64 regions");
    const std::string key = one.text("name");
    plan.regions.push_back({key, one.text("label", key),
                            one.number("share", {0, 1}, "share of the nation's schools")});
    sum += plan.regions.back().share;
  }
  if (!plan.regions.empty()) check_sum(table, "region", sum);
  return plan;
}

/// The plan that all schools of a kind share.
models::SchoolPlan plan_of(const StratumPlan& stratum, const models::SchoolPlan& base) {
  models::SchoolPlan plan = base;
  plan.profile = stratum.profile;
  for (std::uint32_t d = 0; d < plan.identity.dimensions; ++d) {
    for (models::Membership& row : plan.identity.dimension[d].row) {
      row.stigma = std::min(row.stigma * stratum.environment, 0.9f);
      row.support_gap = std::min(row.support_gap * stratum.environment, 1.0f);
      row.bias *= stratum.environment;
      row.harassment *= stratum.environment;
    }
  }
  return plan;
}

}  // namespace

void read_nation(const sim::Table& population, std::uint64_t sample, SchoolSet& set) {
  const NationPlan plan = read_plan(population, set);
  if (sample > plan.schools) {
    population.fail("schools", fmt::format("is fewer than the {} of experiment.schools", sample));
  }
  const Nation nation = draw_nation(plan, set.reference.identity.dimension[plan.dimension]);
  for (std::size_t k = 0; k < plan.strata.size(); ++k) {
    const StratumPlan& stratum = plan.strata[k];
    models::SchoolPlan reference = plan_of(stratum, set.reference);
    reference.profile.students = kReferenceStudents;
    reference.school = kReference - kReferenceSchools * static_cast<std::uint32_t>(k);
    set.strata.push_back({{stratum.key, stratum.label}, reference});
  }
  for (const RegionPlan& region : plan.regions) set.regions.push_back({region.key, region.label});
  const std::size_t groups = set.names.dimensions[plan.dimension].memberships.size();
  for (const std::uint32_t i : sample_nation(plan, nation, sample == 0 ? plan.schools : sample)) {
    models::SchoolPlan school = set.strata[nation.stratum[i]].reference;
    school.school = i;
    school.profile.students = static_cast<float>(nation.students[i]);
    auto& rows = school.identity.dimension[plan.dimension].row;
    for (std::size_t m = 0; m < groups; ++m) {
      rows[m].count = static_cast<float>(nation.groups[i][m]);
      rows[m].teachers = nation.teachers[i][m];
    }
    set.stratum.push_back(nation.stratum[i]);
    if (!plan.regions.empty()) set.region.push_back(nation.region[i]);
    set.schools.push_back(school);
  }
}

}  // namespace cli
