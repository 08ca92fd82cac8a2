#include "cli/trial_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/plain_name.h"
#include "cli/trial_checks.h"
#include "cli/variable_name.h"
#include "sim/run/text_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
constexpr std::uint32_t kMostTrials = 100000, kMostSchools = 10000;

bool changes_the_trial(const std::string& assignment) {
  return std::any_of(kTrialTables.begin(), kTrialTables.end(), [&](std::string_view table) {
    return assignment.starts_with(std::string(table) + ".");
  });
}

/// Does it count what happened since yesterday?
bool counts_events(const models::Variable& v) {
  return v.kind == models::Variable::Kind::outcome &&
         models::kOutcomeRows[v.code].summary == models::Summary::total;
}

/// A column, and the sights it needs, each once. `text` stands at `key` of `table`.
TrialColumn read_column(const std::string& text, const sim::Table& table, std::string_view key,
                        TrialSpec& spec) {
  const auto& calendar = spec.experiment->schools.schools.front().calendar;
  const OnDays on = read_on_days(text, calendar.days, table, key);
  const models::Variable variable = find_variable(on.name, spec.instruments, table, key);
  if (of_class(variable)) table.fail(key, "is of a class; a trial needs one value a student");
  TrialColumn column;
  column.text = text;
  column.total = counts_events(variable);
  for (std::uint32_t day = on.first; day <= on.last; ++day) {
    column.sights.push_back(spec.sights.number(variable, day));
  }
  return column;
}

std::string unit_of(const TrialColumn& column, const TrialSpec& spec) {
  const models::Variable& v = spec.sights.all[column.sights.front()].variable;
  switch (v.kind) {
    case models::Variable::Kind::outcome:
      return std::string(models::kOutcomeRows[v.code].unit);
    case models::Variable::Kind::extra:
      return std::string(models::kExtraRows[v.code].unit);
    case models::Variable::Kind::favourable:
      return "1";
    default:
      return "points";
  }
}

TrialOutcome read_outcome(const sim::Table& table, TrialSpec& spec) {
  TrialOutcome outcome;
  if (spec.stepped()) {
    const auto waves = table.texts("waves");
    if (waves.size() < 2) table.fail("waves", "must be at least two: before and after a step");
    std::vector<std::uint32_t> days;
    for (const std::string& wave : waves) {
      outcome.after.push_back(read_column(wave, table, "waves", spec));
      days.push_back(spec.sights.all[outcome.after.back().sights.back()].day);
    }
    if (!std::is_sorted(days.begin(), days.end())) table.fail("waves", "must be in order of days");
    if (!spec.rules.waves.empty() && spec.rules.waves != days) {
      table.fail("waves", "must be on the same days for all outcomes");
    }
    spec.rules.waves = days;
  } else {
    outcome.after.push_back(read_column(table.text("after"), table, "after", spec));
    if (table.has("before")) {
      outcome.before.push_back(read_column(table.text("before"), table, "before", spec));
    }
  }
  const std::string& text = outcome.after.front().text;
  std::string plain = text.substr(0, text.find('@'));
  std::replace(plain.begin(), plain.end(), '.', '_');
  outcome.name = table.text("name", plain);
  check_plain_name(outcome.name, table, "name");
  for (const TrialOutcome& other : spec.outcomes) {
    if (other.name == outcome.name) table.fail("name", "is the name of another outcome");
  }
  outcome.title = table.text("title", outcome.name);
  outcome.unit = unit_of(outcome.after.front(), spec);
  return outcome;
}

/// Observers see days in ascending order.
void sort_sights(TrialSpec& spec) {
  const std::vector<std::uint32_t> place = spec.sights.sort();
  for (TrialOutcome& outcome : spec.outcomes) {
    for (auto* columns : {&outcome.after, &outcome.before}) {
      for (TrialColumn& column : *columns) {
        for (std::uint32_t& sight : column.sights) sight = place[sight];
      }
    }
  }
}

void read_sizes(const sim::Table& table, TrialSpec& spec) {
  const auto sizes =
      table.numbers("schools", {1, kMostSchools}, "numbers of schools in the trial", {{1.0}});
  for (const double size : sizes) {
    const auto whole = static_cast<std::uint32_t>(size);
    if (static_cast<double>(whole) != size) table.fail("schools", "must be whole numbers");
    if (!spec.sizes.empty() && whole <= spec.sizes.back()) {
      table.fail("schools", "must be in ascending order");
    }
    spec.sizes.push_back(whole);
  }
  if (sizes.empty()) table.fail("schools", "is empty");
}

void read_attrition(const sim::Table& table, TrialSpec& spec) {
  constexpr sim::Range share{0, 0.95f};
  auto& rules = spec.rules;
  rules.leaves_control = table.number("control", share, "share of the controls who leave", 0.0);
  rules.leaves_treated =
      table.number("treated", share, "share of the treated who leave", rules.leaves_control);
  rules.leaves_slope = table.number(
      "slope", {-5, 5},
      "log-odds of leaving per SD of the outcome; negative: who does worse leaves", 0.0);
  if (spec.stepped() && (rules.leaves_slope != 0 || rules.leaves_treated != rules.leaves_control)) {
    table.fail("slope", "and treated have no use in a stepped wedge: who leaves is drawn by lot");
  }
}

}  // namespace

TrialSpec read_trial(const std::string& path, const std::vector<std::string>& assignments) {
  auto document = sim::Document::read(path);
  std::vector<std::string> others;
  for (const std::string& assignment : assignments) {
    if (changes_the_trial(assignment)) {
      document.set(assignment);
    } else {
      others.push_back(assignment);
    }
  }
  const sim::Table root = document.root();
  const sim::Table table = root.table("trial");
  TrialSpec spec;
  spec.path = path;
  spec.text = document.text();
  spec.name = table.text("name");
  check_plain_name(spec.name, table, "name", kNamesResults);
  spec.title = table.text("title", spec.name);
  const std::string base = fs::path(path).parent_path().string();
  const std::string at = (fs::path(base) / table.text("experiment")).lexically_normal().string();
  if (const auto missing = sim::missing_file(at)) {
    table.fail("experiment", fmt::format("leads to {}: {}", at, *missing));
  }
  const auto experiment = std::make_shared<Experiment>(read_experiment(at, others));
  spec.experiment = experiment;
  spec.scenario = find_tested(table, *experiment);
  spec.assign = static_cast<Assigned>(table.which("assign", kAssigned));
  constexpr std::array<models::TrialUnit, 4> units{
      models::TrialUnit::student, models::TrialUnit::section, models::TrialUnit::teacher,
      models::TrialUnit::nothing};
  spec.assignment.unit = units[static_cast<std::size_t>(spec.assign)];
  spec.rules.by = spec.assign == Assigned::students  ? analysis::AssignedBy::student
                  : spec.assign == Assigned::schools ? analysis::AssignedBy::school
                                                     : analysis::AssignedBy::cluster;
  if (spec.assign == Assigned::classes || spec.assign == Assigned::teachers) {
    spec.assignment.subject = static_cast<std::uint32_t>(
        table.whole("subject", 0, 7, "subject whose classes or teachers are assigned", 0));
  }
  if (spec.assign == Assigned::students) {
    spec.assignment.apart = table.yes_no("apart", false) ? 1 : 0;
  }
  spec.assignment.share = static_cast<float>(
      table.number("treated", {0.01f, 0.99f}, "share of those in the trial who are treated", 0.5));
  spec.assignment.enrolled = static_cast<float>(
      table.number("enrolled", {0.001f, 1}, "share of a school that is in the trial", 1.0));
  if (spec.assign == Assigned::schools && table.has("steps")) {
    for (const double day : table.numbers("steps", {0, 365}, "school days of the steps")) {
      spec.rules.steps.push_back(static_cast<std::uint32_t>(day));
    }
    if (spec.rules.steps.size() < 2) table.fail("steps", "must be at least two days");
    if (!std::is_sorted(spec.rules.steps.begin(), spec.rules.steps.end())) {
      table.fail("steps", "must be in ascending order");
    }
  }
  read_sizes(table, spec);
  const auto count = [&](std::string_view key, std::string_view meaning, std::int64_t usual) {
    return static_cast<std::uint32_t>(table.whole(key, 0, kMostTrials, meaning, usual));
  };
  spec.trials = count("trials", "trials of the program", 200);
  spec.null_trials = count("null_trials", "trials of a program that does nothing", 1000);
  if (spec.repeats() < 2) table.fail("trials", "or null_trials must be at least 2");
  spec.level = table.number("level", {0.0001f, 0.5f}, "level of the test", 0.05);
  spec.power =
      table.number("power", {0.5f, 0.999f}, "power of the smallest detectable effect", 0.8);
  spec.instruments = read_instruments(
      (fs::path(at).parent_path() / ".." / "instruments").lexically_normal().string());
  const auto outcomes = root.tables("outcome");
  if (outcomes.empty()) root.fail("outcome", "at least one [[outcome]] is needed");
  for (const sim::Table& outcome : outcomes) spec.outcomes.push_back(read_outcome(outcome, spec));
  sort_sights(spec);
  if (const auto attrition = root.find_table("attrition")) read_attrition(*attrition, spec);
  root.done();
  put_on_trial(table, spec);
  check_trial(table, spec);
  return spec;
}

}  // namespace cli
