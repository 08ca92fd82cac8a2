#include "cli/nation_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace cli {
namespace {

/// The dimension whose memberships are counted in every school.
std::size_t counted_dimension(const SchoolSet& set) {
  const models::Identity& identity = set.schools.front().identity;
  std::size_t d = 0;
  while (d + 1 < identity.dimensions && identity.dimension[d].row[0].count < 0) ++d;
  return d;
}

std::string kinds_of_school(const SchoolSet& set) {
  std::string text = fmt::format("  {:<34}{:>9}{:>9}{:>12}{:>11}\n", "kind of school", "schools",
                                 "share", "students", "mean size");
  for (std::size_t k = 0; k < set.strata.size(); ++k) {
    std::uint64_t schools = 0, students = 0;
    for (std::size_t i = 0; i < set.schools.size(); ++i) {
      if (set.stratum[i] != k) continue;
      ++schools;
      students += static_cast<std::uint64_t>(set.schools[i].profile.students);
    }
    const double n = static_cast<double>(schools);
    text += fmt::format("  {:<34}{:>9}{:>8.1f}%{:>12}{:>11.0f}\n", set.strata[k].label, schools,
                        100 * n / static_cast<double>(set.schools.size()), students,
                        static_cast<double>(students) / std::max(n, 1.0));
  }
  return text;
}

std::string groups_of(const SchoolSet& set, std::size_t d) {
  std::string text = fmt::format("  {:<34}{:>9}{:>9}{:>12}{:>11}\n", set.names.dimensions[d].label,
                                 "students", "teachers", "classmates", "most");
  const auto& memberships = set.names.dimensions[d].memberships;
  for (std::size_t m = 0; m < memberships.size(); ++m) {
    double students = 0, teachers = 0, all = 0, alike = 0, most = 0;
    for (const models::SchoolPlan& school : set.schools) {
      const models::Membership& row = school.identity.dimension[d].row[m];
      const auto n = static_cast<double>(school.profile.students);
      const auto here = static_cast<double>(row.count);
      all += n;
      students += here;
      teachers += n * static_cast<double>(row.teachers);
      alike += here * here / n;
      if (2 * here > n) most += here;
    }
    const double some = std::max(students, 1.0);
    text += fmt::format("  {:<34}{:>8.1f}%{:>8.1f}%{:>11.1f}%{:>10.1f}%\n", memberships[m].label,
                        100 * students / all, 100 * teachers / all, 100 * alike / some,
                        100 * most / some);
  }
  return text +
         "  classmates: share of schoolmates of the same group, mean over its students\n"
         "  most: share of its students in schools in which it is more than half\n";
}

/// Of the students outside the largest group, how many learn in schools that have few of it.
std::string apart(const SchoolSet& set, std::size_t d) {
  const auto& memberships = set.names.dimensions[d].memberships;
  std::size_t largest = 0;
  const auto& shares = set.schools.front().identity.dimension[d].row;
  for (std::size_t m = 1; m < memberships.size(); ++m) {
    if (shares[m].share > shares[largest].share) largest = m;
  }
  double others = 0, alone = 0;
  for (const models::SchoolPlan& school : set.schools) {
    const float here = school.identity.dimension[d].row[largest].count;
    const auto outside = static_cast<double>(school.profile.students - here);
    others += outside;
    if (4 * here <= school.profile.students) alone += outside;
  }
  return fmt::format(
      "  Of the students outside the group {}, {:.1f}% learn in schools of which it is at most a "
      "quarter.\n",
      memberships[largest].label, 100 * alone / std::max(others, 1.0));
}

}  // namespace

std::string nation_table(const SchoolSet& set) {
  const std::size_t d = counted_dimension(set);
  return kinds_of_school(set) + "\n" + groups_of(set, d) + apart(set, d);
}

}  // namespace cli
