#include "cli/school_roster_people.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace cli {
namespace {

using Heads = std::array<std::uint32_t, 15>;  ///< by rank of the grade

/// The row of a membership that goes by one of these names.
std::uint8_t row_named(const DimensionNames::One& dimension,
                       std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (std::size_t m = 0; m < dimension.memberships.size(); ++m) {
      if (dimension.memberships[m].key == name) return static_cast<std::uint8_t>(m);
    }
  }
  return kNoRow;
}

}  // namespace

DemographicRows demographic_rows(const DimensionNames& names) {
  DemographicRows rows;
  rows.race.fill(kNoRow);
  rows.sex.fill(kNoRow);
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    const auto& dimension = names.dimensions[d];
    const auto race = [&](Race of, std::initializer_list<std::string_view> keys) {
      rows.race[static_cast<std::size_t>(of)] = row_named(dimension, keys);
    };
    const auto sex = [&](Sex of, std::initializer_list<std::string_view> keys) {
      rows.sex[static_cast<std::size_t>(of)] = row_named(dimension, keys);
    };
    if (dimension.key == "race_ethnicity" || dimension.key == "race") {
      rows.race_dimension = d;
      race(Race::asian, {"asian", "asian_pacific"});
      race(Race::black, {"black"});
      race(Race::hispanic, {"hispanic", "hisp", "latino"});
      race(Race::native, {"native", "american_indian"});
      race(Race::pacific, {"pacific", "pacific_islander", "asian_pacific", "asian"});
      race(Race::white, {"white"});
      race(Race::several, {"two_or_more", "multiracial", "several"});
    } else if (dimension.key == "gender" || dimension.key == "sex") {
      rows.sex_dimension = d;
      sex(Sex::male, {"boys", "men", "male"});
      sex(Sex::female, {"girls", "women", "female"});
      sex(Sex::other, {"nonbinary", "other"});
    }
  }
  return rows;
}

void give_grades(const Roster& roster, SchoolRoster& out) {
  const std::size_t n = out.user.size();
  std::vector<std::int8_t> rank(n);
  for (std::size_t id = 0; id < n; ++id) rank[id] = roster.users[out.user[id]].grade;
  std::vector<Heads> beside(n);
  const models::Structure& s = out.structure;
  for (std::size_t k = 0; k < s.sections.size(); ++k) {
    Heads heads{};
    for (std::uint32_t m = s.first_member[k]; m < s.first_member[k + 1]; ++m) {
      if (rank[s.members[m]] >= 0) ++heads[static_cast<std::size_t>(rank[s.members[m]])];
    }
    for (std::uint32_t m = s.first_member[k]; m < s.first_member[k + 1]; ++m) {
      for (std::size_t g = 0; g < heads.size(); ++g) beside[s.members[m]][g] += heads[g];
    }
  }
  std::set<std::size_t> there;
  std::vector<std::size_t> final_rank(n);
  for (std::size_t id = 0; id < n; ++id) {
    std::size_t grade = static_cast<std::size_t>(std::max<std::int8_t>(rank[id], 0));
    if (rank[id] < 0) {
      ++out.counts.grades_guessed;
      const auto most = std::max_element(beside[id].begin(), beside[id].end());
      grade = static_cast<std::size_t>(most - beside[id].begin());
    }
    final_rank[id] = std::clamp<std::size_t>(grade, 1, 13);
    there.insert(final_rank[id]);
  }
  out.grades.assign(there.begin(), there.end());
  for (const std::size_t r : final_rank) {
    out.structure.people.grade.push_back(
        static_cast<std::uint8_t>(std::distance(there.begin(), there.find(r))));
  }
  out.structure.grades = static_cast<std::uint32_t>(there.size());
}

void give_memberships(const Roster& roster, const DemographicRows& rows, SchoolRoster& out) {
  static_assert(kNoRow == models::kNotGiven);
  const auto give = [&](std::size_t d, auto row_of, std::size_t& none) {
    if (d >= models::kMaxDimensions || !roster.notes.demographics) return;
    auto& column = out.structure.people.membership[d];
    for (const std::uint32_t user : out.user) {
      column.push_back(row_of(roster.users[user]));
      none += column.back() == kNoRow ? 1 : 0;
    }
    if (none == column.size()) column.clear();
  };
  give(
      rows.race_dimension,
      [&](const RosterUser& user) { return rows.race[static_cast<std::size_t>(user.race)]; },
      out.counts.no_race);
  give(
      rows.sex_dimension,
      [&](const RosterUser& user) { return rows.sex[static_cast<std::size_t>(user.sex)]; },
      out.counts.no_sex);
}

}  // namespace cli
