// Values of every student: in the file stands what an observer of the same unit sees, each student
// at the same place in every array, and the difference is that from the same student.

#include <cmath>
#include <cstdlib>

#include "cli/variable_name.h"
#include "models/reach.h"
#include "tests/promise/watching.h"

namespace {

using Strings = std::vector<std::string>;
using models::Extra, models::Variable;
using sim::LabelledReader;

constexpr std::size_t kSchool = 1, kReplicate = 1;  // the second of each

std::size_t first_student(const cli::Experiment& e) {
  return static_cast<std::size_t>(e.schools.schools[0].profile.students);
}

/// What an observer of one unit sees: by scenario and sight, then by id.
struct Seen {
  const models::School* school = nullptr;
  std::size_t sights = 0;
  std::vector<std::vector<float>> values;

  static void see(void* context, std::uint32_t scenario, std::uint32_t sight, const float* values) {
    auto& self = *static_cast<Seen*>(context);
    auto& by_id = self.values[scenario * self.sights + sight];
    by_id.resize(self.school->students());
    for (std::size_t row = 0; row < by_id.size(); ++row) {
      by_id[self.school->id[row]] = values[row];
    }
  }
};

Seen run_unit(const cli::Experiment& e, const models::School& school,
              const std::vector<models::Sight>& sights) {
  std::vector<models::Scenario> scenarios;
  for (const auto& spec : e.scenarios) scenarios.push_back(spec.scenario);
  const models::RecordLayout layout = cli::layout_of(e);
  const auto scales = cli::scales(e.watch.instruments);
  std::vector<models::Entries> entries(scenarios.size() * layout.entries());
  std::vector<std::uint32_t> bins(scenarios.size() * layout.bins());
  Seen seen{&school, sights.size(), {}};
  seen.values.resize(scenarios.size() * sights.size());
  models::UnitPlan plan;
  plan.school = &school;
  plan.scenarios = scenarios.data();
  plan.scenario_count = static_cast<std::uint32_t>(scenarios.size());
  plan.replicate = kReplicate;
  plan.record = &e.record;
  plan.layout = &layout;
  plan.observers.snapshots = {&seen, &Seen::see, sights.data(),
                              static_cast<std::uint32_t>(sights.size()), scales.data()};
  cli::choose_level("").run(plan, entries.data(), bins.data());
  return seen;
}

bool same(double a, float b) {
  return (std::isnan(a) && std::isnan(b)) || a == static_cast<double>(b);
}

}  // namespace

TEST_CASE("arrays of students have the labels and shapes that the experiment asks for",
          "[promise]") {
  const auto e = test::watched(test::three_schools());
  test::write_file(e, test::run(e), "students_shapes");
  const LabelledReader file(test::results_path("students_shapes"));
  CHECK(file.labels("student_day") == Strings{"19", "164"});
  CHECK(file.labels("student_replicate") == Strings{"1", "2"});
  CHECK(file.labels("class_period") == Strings{"1", "2", "3", "4", "5", "6"});
  CHECK(file.labels("student").size() == 185);
  CHECK(file.dims("student_belonging") ==
        Strings{"scenario", "student_replicate", "student_day", "student"});
  CHECK(file.dims("student_class_mark") ==
        Strings{"scenario", "student_replicate", "student_day", "class_period", "student"});
  CHECK(file.dims("student_section") ==
        Strings{"scenario", "student_day", "class_period", "student"});
  CHECK(file.dims("student_reached") == Strings{"scenario", "student"});
  CHECK(file.attribute_string("student_gpa", "units") == "mark");

  const auto schools = file.whole_numbers("student_school");
  const auto ids = file.whole_numbers("student_id");
  CHECK((schools[59] == 0 && schools[60] == 1 && schools[105] == 2));
  CHECK((ids[59] == 59 && ids[60] == 0 && ids[184] == 79));
  // Every group has as many students as the file says elsewhere.
  const auto sizes = file.whole_numbers("students");
  for (const auto& name : cli::group_arrays(e.schools.names)) {
    CHECK(file.dims(name) == Strings{"student"});
    std::vector<std::int64_t> counts(sizes.size());
    for (const std::int64_t g : file.whole_numbers(name)) ++counts[static_cast<std::size_t>(g)];
    for (std::size_t g = 0; g < counts.size(); ++g) {
      if (counts[g] > 0) CHECK(counts[g] == sizes[g]);
    }
  }
}

TEST_CASE("a stored value is what an observer of that unit sees", "[promise]") {
  const auto e = test::watched(test::three_schools());
  test::write_file(e, test::run(e, 2), "students_values");
  const LabelledReader file(test::results_path("students_values"));
  const auto school = models::build_school(e.schools.schools[kSchool], nullptr);
  const std::size_t n = school->students(), all = 185, first = first_student(e);

  const auto& asked = e.watch.students.variables;
  Variable mark = asked[3].variable, teacher = asked[4].variable;
  mark.period = 4;
  teacher.period = 2;
  const auto seen =
      run_unit(e, *school,
               {{asked[0].variable, 164}, {asked[2].variable, 164}, {mark, 164}, {teacher, 164}});
  const auto belonging = file.values("student_belonging"),
             marks = file.values("student_class_mark");
  const auto scores = file.values("student_survey_belonging");
  const auto teachers = file.values("student_teacher");
  std::size_t unlike = 0, answered = 0;
  for (std::size_t s = 0; s < 2; ++s) {
    for (std::size_t id = 0; id < n; ++id) {
      const std::size_t day = (s * 2 + kReplicate) * 2 + 1;  // scenario, replicate, the second day
      const std::size_t at = day * all + first + id;
      const std::size_t in_class = (day * 6 + 4) * all + first + id;
      unlike += same(belonging[at], seen.values[s * 4][id]) ? 0 : 1;
      unlike += same(scores[at], seen.values[s * 4 + 1][id]) ? 0 : 1;
      unlike += same(marks[in_class], seen.values[s * 4 + 2][id]) ? 0 : 1;
      const std::size_t seat = ((s * 2 + 1) * 6 + 2) * all + first + id;
      unlike += same(teachers[seat], seen.values[s * 4 + 3][id]) ? 0 : 1;
      answered += std::isnan(scores[at]) ? 0 : 1;
    }
  }
  CHECK(unlike == 0);
  CHECK((answered > n && answered < 2 * n));  // some did not
}

TEST_CASE("the difference is that of the two values stored", "[promise]") {
  const auto e = test::watched(test::three_schools());
  test::write_file(e, test::run(e), "students_twins");
  const LabelledReader file(test::results_path("students_twins"));
  for (const std::string name :
       {"student_belonging", "student_survey_belonging", "student_class_mark"}) {
    INFO(name);
    const auto values = file.values(name), differences = file.values(name + "_difference");
    const std::size_t one = values.size() / 2;
    std::size_t moved = 0, unlike = 0, missing = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
      const float apart = static_cast<float>(values[k]) - static_cast<float>(values[k % one]);
      unlike += same(differences[k], apart) ? 0 : 1;
      missing += std::isnan(differences[k]) ? 1 : 0;
      moved += differences[k] != 0 && !std::isnan(differences[k]) ? 1 : 0;
    }
    CHECK(unlike == 0);
    CHECK(moved > one / 4);
    CHECK((missing > 0) == (name == "student_survey_belonging"));
  }
  CHECK_FALSE(file.has("student_class_teacher_difference"));  // of names, not of numbers
}

TEST_CASE("without twins the differences are left out, and nothing else", "[promise]") {
  const auto text = "[students]\ndays = [3]\nvariables = [\"belonging\"]\ntwins = false\n";
  const auto e = test::watched(test::small(60, 1), text);
  test::write_file(e, test::run(e), "students_alone");
  const LabelledReader file(test::results_path("students_alone"));
  CHECK(file.has("student_belonging"));
  CHECK_FALSE(file.has("student_belonging_difference"));
}

TEST_CASE("levers are counted for the students whom they reach", "[promise]") {
  auto e = test::small(90, 1);
  e.scenarios.resize(2);
  auto& levers = e.scenarios[1].scenario.levers;
  models::Lever school, student, teacher;
  school.input = models::Input::suspension;
  student.input = models::Input::adult_contact;
  student.reach.lowest_marks = 0.2f;
  teacher.input = models::Input::support;
  teacher.reach.subject = 1;
  levers = {school, student, teacher};  // of amount 0: reach is not what is delivered
  e = test::watched(std::move(e), "[students]\ndays = [3]\nvariables = [\"belonging\"]\n");
  const auto tallies = test::run(e);
  const auto built = models::build_school(e.schools.schools[0], nullptr);
  const auto few = models::reached(*built, built->entry.marks, student),
             of_subject = models::reached(*built, built->entry.marks, teacher);
  const auto none = tallies.students().reached.at(0, 0, 0);
  const auto sum = tallies.students().reached.at(1, 0, 0);
  std::size_t lowest = 0;
  for (std::size_t row = 0; row < built->students(); ++row) {
    float classes = 0;
    for (std::size_t p = 0; p < 6; ++p) classes += of_subject[built->seating.teacher[p][row]];
    const std::uint32_t id = built->id[row];
    CHECK(none[id] == 0.0f);
    CHECK(sum[id] == 1.0f + static_cast<float>(few[row]) + classes / 6.0f);
    CHECK(classes >= 1);
    lowest += few[row];
  }
  CHECK(lowest == 18);
}

TEST_CASE("xarray opens students and surveys by their labels", "[promise]") {
  const std::string python = "/usr/bin/python3";
  if (std::system((python + " -c 'import xarray, netCDF4, h5netcdf' 2> /dev/null").c_str()) != 0) {
    WARN("not checked: " << python << " has no xarray, netCDF4 and h5netcdf");
    return;
  }
  const auto e = test::watched(test::three_schools());
  test::write_file(e, test::run(e), "students_xarray");
  const std::string check = BELONG_SOURCE_DIR "/tests/promise/check_students.py";
  const std::string path = test::results_path("students_xarray");
  CHECK(std::system((python + " '" + check + "' '" + path + "'").c_str()) == 0);
}
