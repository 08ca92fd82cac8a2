#pragma once
// A school, or a population of schools, read from TOML (and CSV).

#include <string>
#include <vector>

#include "cli/assignments.h"
#include "cli/dimension_names.h"
#include "models/school.h"
#include "sim/run/config.h"

namespace cli {

/// What some schools have in common, or one school by itself.
struct SchoolKind {
  std::string key, label;
};

/// The schools of one kind in a nation.
struct Stratum : SchoolKind {
  models::SchoolPlan reference;  ///< the pooled school its entry table is made from
};

struct SchoolSet {
  std::string path, text, title;
  DimensionNames names;
  /// Seed, school number and parameters are still to be filled in.
  std::vector<models::SchoolPlan> schools;
  bool imported = false;              ///< of a roster: models::SchoolPlan::structure is there
  bool population = false;            ///< read from a table of real schools
  std::string population_file;        ///< its path, or ""
  std::size_t reading = 0;            ///< bytes held at the most while it was read
  models::Parameters parameters;      ///< defaults, with what the school file changes
  models::SchoolPlan reference;       ///< the pooled school an entry table is made from
  std::vector<Stratum> strata;        ///< of a nation; else empty, and all schools are of one kind
  std::vector<std::uint8_t> stratum;  ///< of each school, if there are strata
  std::vector<SchoolKind> regions;    ///< of a nation
  std::vector<std::uint8_t> region;   ///< of each school, if there are regions
  std::vector<SchoolKind> named;      ///< each school, where the file lists them
  std::uint64_t students = 0;

  /// One plan for each kind of school: what holds of it holds of its kind, size and groups aside.
  std::vector<const models::SchoolPlan*> kinds() const;
  /// The schools that entry tables are made from, one for each kind.
  std::vector<const models::SchoolPlan*> references() const;
  /// Which of the kinds a school is.
  std::size_t kind(std::size_t school) const { return stratum.empty() ? 0 : stratum[school]; }
};

/// Throws sim::ConfigError. `population` is the CSV's path, or "" (then the file's own schools);
/// its column race counts the dimension that the school file names in population_dimension.
/// `sample` is the number of schools to draw of a file that describes a nation, 0 for all.
SchoolSet read_schools(const std::string& path, const std::string& population,
                       std::uint64_t sample = 0, const Assignments& changes = Assignments({}));

/// Reads [population] of a school file and replaces the schools of `set` by those of the nation
/// that it describes, or by `sample` of them. The dimensions of `set.reference` are read already.
void read_nation(const sim::Table& population, std::uint64_t sample, SchoolSet& set);

/// [calendar] changes the calendar: days, days_in_week, terms, marking_periods, breaks. Breaks
/// beyond a shorter year fall away.
void read_calendar(const sim::Table& table, sim::Calendar& calendar);

/// Tables of `table` named after a section of parameters change it.
void read_parameters(const sim::Table& table, models::Parameters& parameters);

/// Replaces the schools of `set` by those of a CSV with columns state, district, school, race, n,
/// where race is a membership of dimension number `d`. A school's rows add up; its number is the
/// order in which it is first named.
void read_population(const std::string& path, std::size_t d, SchoolSet& set);

}  // namespace cli
