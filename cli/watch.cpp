#include "cli/watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/school_days.h"
#include "cli/variable_name.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

std::vector<std::uint32_t> some_days(const sim::Table& table, std::string_view meaning,
                                     const sim::Calendar& calendar) {
  auto days = read_school_days(table, "days", meaning, calendar);
  if (days.empty()) table.fail("days", "is empty; at least one school day is needed");
  return days;
}

StudentVariable read_variable(const sim::Table& table, std::size_t entry, const std::string& name,
                              const Instruments& instruments, std::uint32_t periods) {
  StudentVariable one;
  one.key = name;
  std::replace(one.key.begin(), one.key.end(), '.', '_');
  one.variable = find_variable(name, instruments, table, "variables", entry);
  one.periods = of_class(one.variable) ? periods : 0;
  return one;
}

StudentRecord read_students(const sim::Table& table, const Instruments& instruments,
                            const models::SchoolPlan& first, std::uint32_t replicates) {
  StudentRecord record;
  record.days = some_days(table, "school day on which every student is looked at", first.calendar);
  const auto names = table.texts("variables");
  if (names.empty()) table.fail("variables", "is empty; at least one variable is needed");
  for (std::size_t k = 0; k < names.size(); ++k) {
    record.variables.push_back(read_variable(table, k, names[k], instruments,
                                             static_cast<std::uint32_t>(first.profile.periods)));
    for (std::size_t other = 0; other < k; ++other) {
      if (record.variables[other].key != record.variables[k].key) continue;
      table.fail("variables", k, "stands there twice, or is written to the file by the same name");
    }
  }
  record.replicates = static_cast<std::uint32_t>(
      table.whole("replicates", 1, 100000, "paired runs, from the first, that are stored", 1));
  if (record.replicates > replicates) {
    table.fail("replicates",
               fmt::format("is more than experiment.replicates, which is {}", replicates));
  }
  record.twins = table.yes_no("twins", true);
  return record;
}

/// The place of the instrument that `table` names; one that is named by its path is added.
std::uint32_t find_instrument(const sim::Table& table, const std::string& folder,
                              const std::string& base, Instruments& instruments) {
  const std::string reference = table.text("instrument");
  if (const auto missing = missing_instrument(reference, folder, base)) {
    table.fail("instrument", *missing);
  }
  const std::string path = instrument_path(reference, folder, base);
  for (std::uint32_t k = 0; k < instruments.size(); ++k) {
    if (fs::weakly_canonical(instruments[k].path) == fs::weakly_canonical(path)) return k;
  }
  InstrumentFile file = read_instrument(path);
  for (const InstrumentFile& other : instruments) {
    if (other.key != file.key) continue;
    table.fail("instrument",
               fmt::format("leads to {}, whose instrument.name = {} is also the name of {}; give "
                           "the copy its own",
                           path, file.key, other.path));
  }
  instruments.push_back(std::move(file));
  return static_cast<std::uint32_t>(instruments.size() - 1);
}

SurveyRecord read_survey(const sim::Table& table, const std::string& folder,
                         const std::string& base, const models::SchoolPlan& first, Watch& watch) {
  SurveyRecord survey;
  const std::uint32_t instrument = find_instrument(table, folder, base, watch.instruments);
  survey.score = survey_of(watch.instruments, instrument, models::Variable::Kind::score);
  for (const SurveyRecord& other : watch.surveys) {
    if (other.score.instrument != instrument) continue;
    table.fail("instrument", "is asked already; name all its days in one [[record.survey]]");
  }
  if (of_class(survey.score)) survey.periods = static_cast<std::uint32_t>(first.profile.periods);
  survey.days = some_days(table, "school day on which students are asked", first.calendar);
  return survey;
}

}  // namespace

Watch read_watch(const sim::Table& record, const std::string& base, const models::SchoolPlan& first,
                 std::uint32_t replicates) {
  Watch watch;
  const auto students = record.find_table("students");
  const auto surveys = record.tables("survey");
  if (!students && surveys.empty()) return watch;
  const std::string folder = (fs::path(base) / ".." / "instruments").lexically_normal().string();
  watch.instruments = read_instruments(folder);
  for (const sim::Table& table : surveys) {
    watch.surveys.push_back(read_survey(table, folder, base, first, watch));
  }
  if (students) watch.students = read_students(*students, watch.instruments, first, replicates);
  return watch;
}

}  // namespace cli
