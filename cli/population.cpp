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
constexpr std::uint32_t kMostStudents = 65535;  // of a school: rows are counted in 16 bits

using Counts = std::array<std::uint32_t, models::kMaxMemberships>;
using Numbers = std::map<std::string, std::size_t>;  ///< of schools, by name

/// Students of each school and membership, in the order in which schools are first named.
struct Enrolment {
  std::vector<Counts> schools;
  std::size_t held = 0;  ///< bytes held at the most while it was read
};

std::size_t column(const std::string& path, const sim::CsvRow& header, std::string_view name) {
  for (std::size_t k = 0; k < header.fields.size(); ++k) {
    if (header.fields[k] == name) return k;
  }
  throw ConfigError(
      fmt::format("{}:{}: there is no column \"{}\"; a population has the columns "
                  "state, district, school, race, n",
                  path, header.line, name));
}

/// Adds `text`, a number of students, to those of one school.
void add_students(const std::string& path, std::size_t line, const std::string& text,
                  std::size_t membership, Counts& school) {
  std::uint32_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) {
    throw ConfigError(fmt::format("{}:{}: n = {} is not a whole number of students, 0 or more",
                                  path, line, text));
  }
  if (error != std::errc() || n > kMostStudents) {
    throw ConfigError(fmt::format("{}:{}: n = {} is more than a school can have, {}", path, line,
                                  text, kMostStudents));
  }
  std::uint32_t all = n;
  for (const std::uint32_t others : school) all += others;
  if (all > kMostStudents) {
    throw ConfigError(fmt::format("{}:{}: n = {} brings the school to {} students; at most {}",
                                  path, line, text, all, kMostStudents));
  }
  school[membership] += n;
}

Enrolment read_enrolment(const std::string& path, const DimensionNames::One& dimension) {
  const std::string text = sim::read_text_file(path, kMostBytes);
  std::vector<std::string_view> known;
  for (const auto& m : dimension.memberships) known.push_back(m.key);
  Enrolment enrolment;
  Numbers number;
  std::size_t names = 0, school = 0, race = 0, count = 0;
  bool headed = false;
  sim::each_csv_row(path, text, [&](const sim::CsvRow& row) {
    if (!headed) {
      for (const std::string_view name : {"state", "district"}) column(path, row, name);
      school = column(path, row, "school");
      race = column(path, row, "race");
      count = column(path, row, "n");
      headed = true;
      return;
    }
    const std::string& key = row.fields[race];
    const auto m =
        static_cast<std::size_t>(std::find(known.begin(), known.end(), key) - known.begin());
    if (m == known.size()) {
      throw ConfigError(fmt::format("{}:{}: race = {} is not a membership of {}{}", path, row.line,
                                    key, dimension.key, sim::instead(key, known)));
    }
    const std::string& name = row.fields[school];
    const auto [at, fresh] = number.try_emplace(name, enrolment.schools.size());
    if (fresh) {
      enrolment.schools.emplace_back();
      names += name.size();
    }
    add_students(path, row.line, row.fields[count], m, enrolment.schools[at->second]);
  });
  if (!headed) throw ConfigError(fmt::format("{}: is empty", path));
  // A vector grows to twice its size; a map's entry has four words of its own beside it.
  const std::size_t entry = sizeof(Numbers::value_type) + 4 * sizeof(void*) + 2 * sizeof(Counts);
  enrolment.held = text.size() + names + number.size() * entry;
  return enrolment;
}

}  // namespace

void read_population(const std::string& path, std::size_t d, SchoolSet& set) {
  const DimensionNames::One& dimension = set.names.dimensions[d];
  const Enrolment enrolment = read_enrolment(path, dimension);
  set.population = true;
  set.population_file = path;
  set.reading = enrolment.held;
  set.schools.reserve(enrolment.schools.size());
  std::array<std::uint64_t, models::kMaxMemberships> total{};
  std::uint64_t all = 0;
  for (std::size_t k = 0; k < enrolment.schools.size(); ++k) {
    std::uint64_t students = 0;
    models::SchoolPlan plan = set.reference;
    for (std::size_t m = 0; m < dimension.memberships.size(); ++m) {
      const std::uint32_t n = enrolment.schools[k][m];
      plan.identity.dimension[d].row[m].count = static_cast<float>(n);
      students += n;
      total[m] += n;
    }
    if (students == 0) continue;  // listed, but nobody is enrolled
    plan.profile.students = static_cast<float>(students);
    plan.school = static_cast<std::uint32_t>(k);
    set.schools.push_back(plan);
    all += students;
  }
  if (set.schools.empty()) throw ConfigError(fmt::format("{}: has no students", path));
  // The reference school has the population's composition.
  for (std::size_t m = 0; m < dimension.memberships.size(); ++m) {
    set.reference.identity.dimension[d].row[m].share =
        static_cast<float>(static_cast<double>(total[m]) / static_cast<double>(all));
  }
  set.reference.profile.students = 1200;
  set.reference.school = 0xfffffffeu;
}

}  // namespace cli
