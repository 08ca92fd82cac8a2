#include "cli/experiment.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/library.h"
#include "cli/parameter_key.h"
#include "cli/plain_name.h"
#include "cli/roster_plans.h"
#include "cli/scenario_checks.h"
#include "cli/school_changes.h"
#include "cli/school_days.h"
#include "models/timetable_in_force.h"
#include "sim/run/near_key.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
constexpr std::array<std::string_view, 2> kEvery{"day", "week"};

/// Marks the outcomes named in `key`; all with "all".
void read_outcomes(const sim::Table& table, std::string_view key, const sim::Table::Texts& fallback,
                   std::array<std::uint32_t, models::kOutcomes>& chosen) {
  std::vector<std::string_view> known;
  known.reserve(models::kOutcomeRows.size());
  for (const auto& row : models::kOutcomeRows) known.push_back(row.key);
  for (const std::string& name : table.texts(key, fallback)) {
    if (name == "all") {
      chosen.fill(1);
      continue;
    }
    const auto at = std::find(known.begin(), known.end(), name);
    if (at == known.end()) {
      const auto near = sim::nearest(name, known);
      table.fail(key, fmt::format("names {}, which is not an outcome{}; the outcomes are: {}", name,
                                  near ? fmt::format("; did you mean {}?", *near) : "",
                                  fmt::join(known, ", ")));
    }
    chosen[static_cast<std::size_t>(at - known.begin())] = 1;
  }
}

void read_record(const sim::Table& root, const std::string& base, Experiment& e) {
  const sim::Calendar& calendar = e.schools.schools.front().calendar;
  const auto table = root.find_table("record");
  if (!table) {
    e.record.wanted.fill(1);
    e.record.tick_days = calendar.days_in_week;
    return;
  }
  const std::string every = table->choice("every", kEvery, "week");
  e.record.tick_days = every == "day" ? 1 : calendar.days_in_week;
  read_outcomes(*table, "outcomes", {"all"}, e.record.wanted);
  if (std::count(e.record.wanted.begin(), e.record.wanted.end(), 1u) == 0) {
    table->fail("outcomes", "is empty; at least one outcome is needed");
  }
  read_outcomes(*table, "quantiles", {}, e.record.binned);
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    if (e.record.binned[k] != 0 && e.record.wanted[k] == 0) {
      table->fail("quantiles", fmt::format("asks for {}, which outcomes does not record",
                                           models::kOutcomeRows[k].key));
    }
  }
  e.waves = read_school_days(*table, "waves", "school day on which networks are measured", calendar,
                             sim::Table::Numbers{});
  if (e.waves.size() > models::kMaxWaves) {
    table->fail("waves", fmt::format("has more than {} days", models::kMaxWaves));
  }
  e.record.waves = static_cast<std::uint32_t>(e.waves.size());
  std::copy(e.waves.begin(), e.waves.end(), e.record.wave_day.begin());
  e.places = read_places(*table, e.schools);
  e.watch = read_watch(*table, base, e.schools.schools.front(), e.replicates);
}

/// Sections and teachers are counted in 16 bits.
void check_sizes(const sim::Table& about, const Experiment& e) {
  for (const models::SchoolPlan& plan : e.schools.schools) {
    const models::SchoolProfile& p = plan.profile;
    const float sections =
        (p.students / p.class_size * 1.5f + 2 * p.grades * p.feeders) * p.periods;
    if (sections <= 60000 || plan.structure) continue;
    about.fail("school", fmt::format("has a school of {} students with about {:.0f} sections; at "
                                     "most 60000: larger classes, fewer periods or feeders",
                                     p.students, sections));
  }
}

/// The files that [experiment] names are there, and a population can be held.
void check_files(const sim::Table& about, const std::string& school, const std::string& population,
                 double limit_gib) {
  const auto refuse_missing = [&](std::string_view key, const std::string& path) {
    const auto missing = sim::missing_file(path);
    if (missing) about.fail(key, fmt::format("leads to {}: {}", path, *missing));
  };
  refuse_missing("school", school);
  if (population.empty()) return;
  refuse_missing("population", population);
  std::error_code none;
  const double gib = static_cast<double>(fs::file_size(population, none)) / (1 << 30);
  if (!none && gib > limit_gib) {
    about.fail("population", fmt::format("is a file of {:.2g} GiB; the limit is {:g} GiB "
                                         "(experiment.memory_limit)",
                                         gib, limit_gib));
  }
}

/// The program that entry `k` of a scenario's list names.
const Program& find_or_read(const sim::Table& table, std::size_t k, const std::string& reference,
                            const std::string& base, Assignments& changes, Experiment& e) {
  const std::string folder = library_folder(base, "programs");
  if (const auto missing = missing_program(reference, folder, base)) {
    table.fail("programs", k, *missing);
  }
  Program program = read_program(reference, folder, base, &changes);
  for (const Program& known : e.programs) {
    if (known.key != program.key) continue;
    if (fs::weakly_canonical(known.path) == fs::weakly_canonical(program.path)) return known;
    table.fail("programs", k,
               fmt::format("leads to {}, whose program.name = {} is also the name of {}; give the "
                           "copy its own",
                           program.path, program.key, known.path));
  }
  e.programs.push_back(std::move(program));
  return e.programs.back();
}

void read_scenario(const sim::Table& table, const std::string& base, Assignments& changes,
                   Experiment& e) {
  ScenarioSpec spec;
  spec.key = table.text("name");
  spec.title = table.text("title", spec.key);
  for (const ScenarioSpec& other : e.scenarios) {
    if (other.key == spec.key) table.fail("name", "is the name of another scenario");
  }
  const auto changed = table.find_table("parameters");
  const auto changed_from = [&](const models::Parameters& before) {
    models::Parameters parameters = before;
    if (changed) {
      read_parameters(*changed, parameters);
      check_drawn_once(*changed, before, parameters);
    }
    return parameters;
  };
  spec.scenario.parameters = changed_from(e.parameters);
  for (const models::Parameters& one : e.carried) spec.carried.push_back(changed_from(one));
  std::vector<std::string> keys;
  const auto references = table.texts("programs", sim::Table::Texts{});
  for (std::size_t k = 0; k < references.size(); ++k) {
    keys.push_back(find_or_read(table, k, references[k], base, changes, e).key);
    if (std::count(keys.begin(), keys.end(), keys.back()) > 1) {
      table.fail("programs", k, fmt::format("names {} twice", keys.back()));
    }
  }
  if (table.has("lever")) {
    e.programs.push_back(own_program(table, spec.key, spec.title, e.path));
    keys.push_back(e.programs.back().key);
  }
  spec.programs = keys;
  std::vector<const Program*> programs;
  for (const std::string& key : keys) {
    for (const Program& program : e.programs) {
      if (program.key == key) programs.push_back(&program);
    }
  }
  spec.scenario.levers = resolve_levers(programs, e.schools.names);
  if (table.has("fidelity")) {
    const auto given = static_cast<float>(
        table.number("fidelity", {0, 1}, "share of every lever's amount that is delivered"));
    spec.fidelity = static_cast<double>(given);
    for (models::Lever& lever : spec.scenario.levers) {
      lever.fidelity = given;
      lever.fidelity_spread = 0;
    }
  }
  check_levers(table, e.schools.kinds(), spec.scenario.levers);
  e.scenarios.push_back(std::move(spec));
}

/// The set of vectors that [experiment] names, if any.
void read_carried(const sim::Table& about, const std::string& base, Experiment& e) {
  const std::string name = about.text("parameter_set", "");
  if (name.empty()) return;
  const std::string path = (fs::path(base) / name).lexically_normal().string();
  if (const auto missing = sim::missing_file(path)) {
    about.fail("parameter_set", fmt::format("leads to {}: {}", path, *missing));
  }
  e.parameter_set = read_parameter_set(path);
  for (const std::string& assignment : e.assignments) {
    const std::string key = assigned_parameter(assignment, e.parameter_set->keys);
    if (key.empty()) continue;
    throw sim::ConfigError(
        fmt::format("--set {}: the parameter set {} varies {}, so it has no one value; add "
                    "--set experiment.parameter_set=\"\" to run without the set",
                    assignment, path, key));
  }
  for (std::size_t v = 0; v < e.parameter_set->vectors.size(); ++v) {
    e.carried.push_back(with_vector(*e.parameter_set, v, e.parameters));
  }
}

void finish_schools(Experiment& e) {
  std::uint32_t timetables = 1;
  for (const ScenarioSpec& spec : e.scenarios) {
    timetables |= models::timetables_needed(spec.scenario, e.schools.schools.front().calendar);
  }
  const auto finish = [&](models::SchoolPlan& plan) {
    plan.seed = e.seed;
    plan.parameters = e.parameters;
    plan.timetables = timetables;
  };
  for (models::SchoolPlan& plan : e.schools.schools) finish(plan);
  finish(e.schools.reference);
  for (Stratum& one : e.schools.strata) finish(one.reference);
}

}  // namespace

Experiment read_experiment(const std::string& path, const std::vector<std::string>& assignments,
                           std::shared_ptr<const Design> design) {
  Experiment e;
  auto document = sim::Document::read(path);
  if (design) document.drop("design");
  Assignments changes(assignments);
  changes.change_experiment(document);
  const sim::Table root = document.root();
  const std::string base = fs::path(path).parent_path().string();
  e.design = std::move(design);
  if (const auto table = root.find_table("design")) {
    e.design = std::make_shared<const Design>(read_design(*table, base));
  }
  e.path = path;
  e.text = document.text();
  e.assignments = assignments;

  const sim::Table about = root.table("experiment");
  e.name = about.text("name");
  check_plain_name(e.name, about, "name", kNamesResults);
  e.title = about.text("title", e.name);
  e.seed = static_cast<std::uint64_t>(
      about.whole("seed", 0, std::int64_t{1} << 53, "start of all random numbers", 1));
  e.replicates = static_cast<std::uint32_t>(
      about.whole("replicates", 1, 100000, "paired runs of every scenario", 32));
  e.redraw = about.yes_no("redraw", false);
  e.small_cell = static_cast<std::uint32_t>(
      about.whole("small_cell", 10, 1000000, "smallest group that is shown", 10));
  e.memory_limit_gib = about.number("memory_limit", {0.01f, 4096}, "GiB that a run may use", 2.0);
  const std::string school = about.text("school");
  std::string population = about.text("population", "");
  if (!population.empty() && fs::path(population).is_relative() && !fs::exists(population)) {
    population = (fs::path(base) / population).string();
  }
  const std::string school_path = school_file(school, base);
  check_files(about, school_path, population, e.memory_limit_gib);
  e.about = about;
  const auto sample = static_cast<std::uint64_t>(about.whole(
      "schools", 0, 1000000, "schools to draw of the nation that the school file describes", 0));
  if (sample != 0 && !population.empty()) {
    about.fail("schools", "has no use beside a population from a table");
  }
  e.schools = read_schools(school_path, population, sample, changes);
  if (const auto profile = root.find_table("profile")) change_profile(*profile, e.schools);
  set_calendars(
      root,
      static_cast<std::uint32_t>(about.whole("years", 1, 10, "years that follow one another", 1)),
      e.schools);
  check_sizes(about, e);
  e.parameters = e.schools.parameters;
  if (const auto parameters = root.find_table("parameters")) {
    read_parameters(*parameters, e.parameters);
  }
  read_carried(about, base, e);
  read_record(root, base, e);
  const auto scenarios = root.tables("scenario");
  if (scenarios.empty()) {
    root.done();  // it may only be mistyped
    root.fail("scenario", "at least one [[scenario]] is needed");
  }
  for (const sim::Table& table : scenarios) read_scenario(table, base, changes, e);
  check_imported(root, e);
  changes.check_used();
  root.done();
  finish_schools(e);
  return e;
}

}  // namespace cli
