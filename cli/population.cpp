#include <fmt/format.h>

#include <charconv>
#include <map>

#include "cli/school_file.h"
#include "sim/run/csv.h"
#include "sim/run/near_key.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

using sim::ConfigError;

constexpr std::size_t kMostBytes = std::size_t{4} << 30;

std::size_t column(const std::string& path, const sim::CsvRow& header, std::string_view name) {
  for (std::size_t k = 0; k < header.fields.size(); ++k) {
    if (header.fields[k] == name) return k;
  }
  throw ConfigError(
      fmt::format("{}:1: there is no column \"{}\"; a population has the columns "
                  "state, district, school, race, n",
                  path, name));
}

std::uint32_t head_count(const std::string& path, const sim::CsvRow& row, std::size_t k) {
  const std::string& text = row.fields[k];
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw ConfigError(fmt::format("{}:{}: n = {} is not a whole number of students, 0 or more",
                                  path, row.line, text));
  }
  if (n > 65535) {
    throw ConfigError(
        fmt::format("{}:{}: n = {} is more than a school can have, 65535", path, row.line, n));
  }
  return n;
}

}  // namespace

void read_population(const std::string& path, const std::string& dimension, SchoolSet& set) {
  std::size_t d = 0;
  while (d < set.names.dimensions.size() && set.names.dimensions[d].key != dimension) ++d;
  if (d == set.names.dimensions.size()) {
    throw ConfigError(fmt::format("{}: population_dimension = {} is not a dimension of this school",
                                  set.path, dimension));
  }
  const auto& memberships = set.names.dimensions[d].memberships;
  const auto rows = sim::parse_csv(path, sim::read_text_file(path, kMostBytes));
  if (rows.empty()) throw ConfigError(fmt::format("{}: is empty", path));
  const std::size_t school = column(path, rows[0], "school"), race = column(path, rows[0], "race"),
                    count = column(path, rows[0], "n");
  column(path, rows[0], "state");
  column(path, rows[0], "district");

  using Counts = std::array<std::uint32_t, models::kMaxMemberships>;
  std::map<std::string, std::size_t> number;
  std::vector<Counts> counts;
  Counts total{};
  std::vector<std::string_view> known;
  known.reserve(memberships.size());
  for (const auto& m : memberships) known.push_back(m.key);
  for (std::size_t k = 1; k < rows.size(); ++k) {
    const sim::CsvRow& row = rows[k];
    std::size_t m = 0;
    while (m < memberships.size() && memberships[m].key != row.fields[race]) ++m;
    if (m == memberships.size()) {
      throw ConfigError(
          fmt::format("{}:{}: race = {} is not a membership of {}; expected one of: {}", path,
                      row.line, row.fields[race], dimension, fmt::join(known, ", ")));
    }
    const auto [at, fresh] = number.try_emplace(row.fields[school], counts.size());
    if (fresh) counts.emplace_back();
    const std::uint32_t n = head_count(path, row, count);
    counts[at->second][m] += n;
    total[m] += n;
  }
  std::uint64_t all = 0;
  for (std::size_t k = 0; k < counts.size(); ++k) {
    std::uint64_t students = 0;
    models::SchoolPlan plan = set.reference;
    for (std::size_t m = 0; m < memberships.size(); ++m) {
      students += counts[k][m];
      plan.identity.dimension[d].row[m].count = static_cast<float>(counts[k][m]);
    }
    if (students == 0) continue;  // listed, but nobody is enrolled
    if (students > 65535) {
      throw ConfigError(fmt::format("{}: a school of {} students; at most 65535", path, students));
    }
    plan.profile.students = static_cast<float>(students);
    plan.school = static_cast<std::uint32_t>(k);
    set.schools.push_back(plan);
    all += students;
  }
  if (set.schools.empty()) throw ConfigError(fmt::format("{}: has no students", path));
  // The reference school has the population's composition.
  for (std::size_t m = 0; m < memberships.size(); ++m) {
    set.reference.identity.dimension[d].row[m].share =
        static_cast<float>(static_cast<double>(total[m]) / static_cast<double>(all));
  }
  set.reference.profile.students = 1200;
  set.reference.school = 0xfffffffeu;
  set.population = true;
}

}  // namespace cli
