#include "cli/student_arrays.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "cli/plain_name.h"

namespace cli {
namespace {

using models::Extra, models::Variable;
using Names = std::vector<std::string>;

std::vector<std::int32_t> counted(std::size_t n, std::int32_t from) {
  std::vector<std::int32_t> values(n);
  std::iota(values.begin(), values.end(), from);
  return values;
}

sim::Attributes about(std::string_view unit, const std::string& long_name) {
  return {{"units", std::string(unit)}, {"long_name", long_name}};
}

void write_dimensions(const Experiment& e, const StudentColumns& all, sim::LabelledFile& file) {
  const StudentRecord& record = e.watch.students;
  file.dimension("student_replicate", std::span<const std::int32_t>(counted(record.replicates, 1)),
                 {{"long_name", std::string("replicate of which students are stored")}});
  const std::vector<std::int32_t> days(record.days.begin(), record.days.end());
  file.dimension("student_day", std::span<const std::int32_t>(days),
                 {{"units", std::string("school day")},
                  {"long_name", std::string("school day, from 0, after whose last bell students "
                                            "were looked at")}});
  file.dimension("class_period",
                 std::span<const std::int32_t>(counted(all.section.inner / days.size(), 1)),
                 {{"long_name", std::string("class period of the day, from 1")}});
  file.dimension("student", std::span<const std::int32_t>(counted(all.section.students, 0)),
                 {{"long_name", std::string("synthetic student, from 0: by school, then by "
                                            "student_id. For analysis, never for showing")}});
}

void write_people(const Experiment& e, const StudentColumns& all, sim::LabelledFile& file) {
  std::vector<std::int32_t> schools, ids;
  for (const models::SchoolPlan& plan : e.schools.schools) {
    const auto n = static_cast<std::int32_t>(plan.profile.students);
    for (std::int32_t id = 0; id < n; ++id) {
      schools.push_back(static_cast<std::int32_t>(plan.school));
      ids.push_back(id);
    }
  }
  file.variable("student_school", {"student"}, std::span<const std::int32_t>(schools),
                {{"long_name", std::string("number of the school, from 0, in the order of its "
                                           "file")}});
  file.variable("student_id", {"student"}, std::span<const std::int32_t>(ids),
                {{"long_name", std::string("number of the student in the school, from 0; the same "
                                           "student in every scenario")}});
  const Names names = group_arrays(e.schools.names);
  for (std::size_t d = 0; d < e.schools.names.dimensions.size(); ++d) {
    const auto& dimension = e.schools.names.dimensions[d];
    const StudentArray<std::uint8_t>& group = all.group;
    const std::size_t size = group.replicates * group.students;
    Names dims{"student"};
    if (e.builds_anew()) dims.insert(dims.begin(), "student_replicate");
    file.variable(names[d], dims, std::span(group.values).subspan(d * size, size),
                  {{"long_name", fmt::format("{}: place of the student's group in the dimension "
                                             "group, from 0",
                                             dimension.label)},
                   {"identity", dimension.key}});
  }
}

void write_places(const Experiment& e, const StudentColumns& all, sim::LabelledFile& file) {
  Names dims{"scenario", "student_day", "class_period", "student"};
  Names reach{"scenario", "student"};
  if (e.builds_anew()) {
    dims.insert(dims.begin() + 1, "student_replicate");
    reach.insert(reach.begin() + 1, "student_replicate");
  }
  file.variable("student_section", dims, std::span<const std::uint16_t>(all.section.values),
                {{"long_name", std::string("number of the section in the school's timetable of "
                                           "that day; another timetable numbers anew")}});
  file.variable("student_teacher", dims, std::span<const std::uint16_t>(all.teacher.values),
                {{"long_name", std::string("number of the teacher in the school; the same teacher "
                                           "on every day of a year and in every scenario")}});
  file.variable("student_reached", reach, std::span<const float>(all.reached.values),
                about("levers",
                      "levers of the scenario that reach the student, open or not: 1 for "
                      "each on the school or on the student, and for each on teachers "
                      "the share of the first student_day's classes whose teacher it "
                      "reaches; none if that day lies in a later year"));
}

std::string in_words(const Variable& v, const Instruments& instruments) {
  switch (v.kind) {
    case Variable::Kind::outcome:
      return std::string(models::kOutcomeRows[v.code].doc);
    case Variable::Kind::extra:
      return std::string(models::kExtraRows[v.code].doc);
    case Variable::Kind::score:
      return fmt::format("{}: mean of the answers", instruments[v.instrument].title);
    case Variable::Kind::favourable:
      return fmt::format("{}: share of favourable answers", instruments[v.instrument].title);
  }
  return "";
}

std::string_view unit_of(const Variable& v) {
  switch (v.kind) {
    case Variable::Kind::outcome:
      return models::kOutcomeRows[v.code].unit;
    case Variable::Kind::extra:
      return models::kExtraRows[v.code].unit;
    case Variable::Kind::score:
      return "points";
    case Variable::Kind::favourable:
      return "1";
  }
  return "";
}

/// Each value less that of the same student in the first scenario; NaN if one is missing.
std::vector<float> differences(const StudentArray<float>& array) {
  std::vector<float> values(array.values.size());
  const std::size_t one = values.size() / array.outer;  // scenario
  for (std::size_t k = 0; k < values.size(); ++k) {
    values[k] = array.values[k] - array.values[k % one];
  }
  return values;
}

}  // namespace

std::vector<std::string> group_arrays(const DimensionNames& names) {
  std::vector<std::string> all;
  for (const auto& dimension : names.dimensions) {
    std::string name = "student_group_" + dimension.key;
    for (char& c : name) {
      if (!is_plain_name({&c, 1})) c = '_';
    }
    while (std::find(all.begin(), all.end(), name) != all.end()) name += '_';
    all.push_back(name);
  }
  return all;
}

bool has_difference(const Variable& v) {
  if (v.kind != Variable::Kind::extra) return true;
  const auto extra = static_cast<Extra>(v.code);
  return extra != Extra::class_section && extra != Extra::class_teacher;
}

void write_students(const Experiment& e, const Tallies& tallies, sim::LabelledFile& file) {
  const StudentRecord& record = e.watch.students;
  if (record.replicates == 0) return;
  const StudentColumns& all = tallies.students();
  write_dimensions(e, all, file);
  write_people(e, all, file);
  write_places(e, all, file);
  for (std::size_t v = 0; v < record.variables.size(); ++v) {
    const StudentVariable& variable = record.variables[v];
    const std::string name = "student_" + variable.key;
    const std::string words = in_words(variable.variable, e.watch.instruments);
    const std::string_view unit = unit_of(variable.variable);
    Names dims{"scenario", "student_replicate", "student_day", "student"};
    if (variable.periods > 0) dims.insert(dims.begin() + 3, "class_period");
    file.variable(name, dims, std::span<const float>(all.variables[v].values), about(unit, words));
    if (!record.twins || !has_difference(variable.variable)) continue;
    file.variable(name + "_difference", dims, std::span<const float>(differences(all.variables[v])),
                  about(unit, words + ", difference from the same student in the first scenario"));
  }
}

}  // namespace cli
