// Two results files: the same to the bit, or the first difference in time, with all its labels.

#include <algorithm>
#include <cmath>

#include "analysis/compare_files.h"
#include "tests/promise/sandbox.h"
#include "tests/promise/watching.h"

namespace {

using analysis::Comparison, analysis::DaySpan;
using Labels = std::vector<std::pair<std::string, std::string>>;
using Strings = std::vector<std::string>;

/// A file laid out like results: 12 days, weeks of 5, two variables. `touch` changes values.
struct Made {
  std::vector<float> weekly = std::vector<float>(2 * 2 * 3 * 2);  // scenario replicate week group
  std::vector<float> yearly = std::vector<float>(2 * 2 * 2);
  std::string text = "one\ntwo\n";
  std::vector<std::int64_t> students{40, 12};

  Made() {
    for (std::size_t k = 0; k < weekly.size(); ++k) weekly[k] = 0.25f + static_cast<float>(k);
    for (std::size_t k = 0; k < yearly.size(); ++k) yearly[k] = 1.5f * static_cast<float>(k);
    weekly[1] = std::nanf("");
  }

  std::string write(const std::string& name) const {
    const std::string path = test::results_path("compare_" + name);
    sim::LabelledFile file(path);
    file.attribute("days", std::int64_t{12});
    file.attribute("days_in_week", std::int64_t{5});
    file.attribute("experiment_text", text);
    const Strings scenarios{"baseline", "more"}, groups{"all", "gender:girls"};
    const std::vector<std::int32_t> two{1, 2}, three{1, 2, 3};
    file.dimension("scenario", std::span(scenarios));
    file.dimension("replicate", std::span<const std::int32_t>(two));
    file.dimension("week", std::span<const std::int32_t>(three));
    file.dimension("marking_period", std::span<const std::int32_t>(two));
    file.dimension("group", std::span(groups));
    file.variable("students", {"group"}, std::span<const std::int64_t>(students));
    file.variable("gpa", {"scenario", "replicate", "group"}, std::span<const float>(yearly));
    file.variable("belonging", {"scenario", "replicate", "week", "group"},
                  std::span<const float>(weekly), {{"units", std::string("SD")}});
    file.close();
    return path;
  }
};

void flip_last_bit(float& x) { x = std::nextafter(x, 100.0f); }

Comparison compare(const Made& a, const Made& b) {
  return analysis::compare_results(a.write("a"), b.write("b"));
}

const analysis::NoteChange* note(const Comparison& found, const std::string& what) {
  for (const auto& one : found.notes) {
    if (one.what.rfind(what, 0) == 0) return &one;
  }
  return nullptr;
}

/// A run of one small school by the day, with every student of the last day.
std::string run(const std::string& name, std::vector<std::string> assignments,
                std::uint32_t opens = 20, float amount = 0.1f) {
  assignments.emplace_back("record.every=\"day\"");
  auto e = test::small(60, 2, std::move(assignments));
  e.scenarios.resize(2);
  models::Lever lever;
  lever.input = models::Input::support;
  lever.amount = amount;
  lever.schedule.start = opens;
  e.scenarios[1].scenario.levers = {lever};
  e = test::watched(std::move(e),
                    "[students]\ndays = [10, 19, 20, 40, 60]\nreplicates = 2\n"
                    "variables = [\"belonging\"]\n");
  test::write_file(e, test::run(e), name);
  return test::results_path(name);
}

}  // namespace

TEST_CASE("a file is the same as itself and as one written again", "[promise]") {
  const Comparison found = compare(Made(), Made());
  CHECK(found.same());
  CHECK(found.values == 24 + 8 + 2);
  CHECK_FALSE(found.first.has_value());
  CHECK(analysis::compare_results(run("compare_1", {}), run("compare_2", {})).same());
}

TEST_CASE("one bit is found, with its labels, its days and both values", "[promise]") {
  Made other;
  flip_last_bit(other.weekly[((1 * 2 + 0) * 3 + 1) * 2 + 1]);
  const Comparison found = compare(Made(), other);
  CHECK_FALSE(found.same());
  CHECK(found.notes.empty());
  REQUIRE(found.first.has_value());
  CHECK(found.first->variable == "belonging");
  CHECK(found.first->unit == "SD");
  CHECK(found.first->labels ==
        Labels{{"scenario", "more"}, {"replicate", "1"}, {"week", "2"}, {"group", "gender:girls"}});
  CHECK(found.first->days == DaySpan{5, 9});
  CHECK(found.first->first == "15.25");
  CHECK(found.first->second == "15.250001");
  REQUIRE(found.variables.size() == 1);
  CHECK((found.variables[0].differ == 1 && found.variables[0].compared == 24));
}

TEST_CASE("the first difference is first in time, not in the file", "[promise]") {
  Made other;
  flip_last_bit(other.yearly[0]);                          // the year's end, first in the file
  flip_last_bit(other.weekly[((0 * 2 + 1) * 3 + 2) * 2]);  // the third week, a short one
  flip_last_bit(other.weekly[((1 * 2 + 1) * 3 + 0) * 2]);  // the first week, last in the array
  const Comparison found = compare(Made(), other);
  REQUIRE(found.first.has_value());
  CHECK(found.first->days == DaySpan{0, 4});
  CHECK(found.first->labels[0].second == "more");
  REQUIRE(found.variables.size() == 2);
  CHECK((found.variables[0].name == "gpa" && found.variables[0].earliest == DaySpan{0, 11}));
  CHECK((found.variables[1].differ == 2 && found.variables[1].earliest == DaySpan{0, 4}));
  Made late;
  flip_last_bit(late.yearly[0]);
  flip_last_bit(late.weekly[((0 * 2 + 1) * 3 + 2) * 2]);
  // Both end on day 11: the order of variables decides.
  CHECK(compare(Made(), late).first->variable == "gpa");
}

TEST_CASE("a missing value is like a missing value, and unlike any number", "[promise]") {
  Made other;
  other.weekly[1] = 3;
  const Comparison found = compare(Made(), other);
  REQUIRE(found.first.has_value());
  CHECK((found.first->first == "none" && found.first->second == "3"));
}

TEST_CASE("the value of a small group is not shown", "[promise]") {
  Made a, b;
  a.students[1] = b.students[1] = 9;
  flip_last_bit(b.weekly[3]);
  const Comparison found = compare(a, b);
  CHECK(found.first->first == "not shown: a group of fewer than 10 students");
  CHECK(found.first->second == found.first->first);
}

TEST_CASE("what differs besides values is told apart from values", "[promise]") {
  Made other;
  other.text = "one\n2\n";
  const Comparison texts = compare(Made(), other);
  CHECK((texts.notes.size() == 1 && texts.variables.empty() && !texts.same()));
  const Comparison seeds = analysis::compare_results(run("compare_1", {"experiment.seed=5"}),
                                                     run("compare_2", {"experiment.seed=6"}));
  REQUIRE(note(seeds, "seed") != nullptr);
  CHECK((note(seeds, "seed")->first == "5" && note(seeds, "seed")->second == "6"));
  CHECK_FALSE(seeds.variables.empty());
  const Comparison changed = analysis::compare_results(
      run("compare_1", {}), run("compare_2", {"parameters.relation.pace=0.0625"}));
  REQUIRE(note(changed, "parameter_value of relation.pace") != nullptr);
  CHECK(note(changed, "parameter_value of relation.pace")->second == "0.0625");
  REQUIRE(changed.first.has_value());
  CHECK(changed.first->labels[0] == std::pair<std::string, std::string>{"scenario", "baseline"});
}

TEST_CASE("the day on which a lever opens is the day of the first difference", "[promise]") {
  const Comparison found =
      analysis::compare_results(run("compare_1", {}, 20, 0.0f), run("compare_2", {}, 20, 0.1f));
  REQUIRE(found.first.has_value());
  CHECK(found.first->days == DaySpan{20, 20});
  CHECK(found.first->labels[0] == std::pair<std::string, std::string>{"scenario", "barr"});
  CHECK(found.first->labels[2] == std::pair<std::string, std::string>{"day", "21"});  // from 1
  REQUIRE(found.first_student.has_value());
  CHECK(found.first_student->days == DaySpan{20, 20});
  const Labels& labels = found.first_student->labels;
  CHECK(std::find(labels.begin(), labels.end(),
                  std::pair<std::string, std::string>{"school", "0"}) != labels.end());
  CHECK(labels.back().first == "student");
  for (const auto& one : found.variables) CHECK(one.earliest.last >= 20);
}

TEST_CASE("files of other sizes are compared at the labels that both have", "[promise]") {
  const std::string one = run("compare_1", {});
  auto e = test::small(60, 1, {"record.every=\"day\""});
  e.scenarios.resize(1);
  test::write_file(e, test::run(e), "compare_2");
  const Comparison found = analysis::compare_results(one, test::results_path("compare_2"));
  CHECK(note(found, "labels of scenario") != nullptr);
  CHECK(note(found, "labels of replicate") != nullptr);
  CHECK(note(found, "variable student_belonging") != nullptr);
  CHECK(found.variables.empty());  // the baseline's first replicate is the same in both
  CHECK(found.values > 10000);
}

TEST_CASE("compare ends with 0 for the same, 1 for others, 2 for what is no results file",
          "[promise]") {
  const std::string one = Made().write("code_1");
  Made other;
  flip_last_bit(other.weekly[0]);
  const std::string two = other.write("code_2");
  const auto same = sandbox::belong("compare " + one + " " + one, true);
  CHECK(same.code == 0);
  CHECK(same.said.find("The same, bit for bit") != std::string::npos);
  const auto unlike = sandbox::belong("compare " + one + " " + two, true);
  INFO(unlike.said);
  CHECK(unlike.code == 1);
  CHECK(unlike.said.find("The first difference in time, in school days 0 to 4") !=
        std::string::npos);
  CHECK(unlike.said.find("[record.students]") != std::string::npos);
  CHECK(unlike.said.find("Values that differ: 1 of 34") != std::string::npos);
  for (const std::string& bad : {std::string("none.h5"), BELONG_SOURCE_DIR + std::string("/run")}) {
    const auto refused = sandbox::belong("compare " + one + " " + bad);
    CHECK(refused.code == 2);
    CHECK(refused.said.find("cannot read " + bad + ": ") != std::string::npos);
  }
}
