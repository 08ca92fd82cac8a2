// Several years in an experiment: what the results say, and what is refused.

#include "tests/promise/sandbox.h"
#include "tests/promise/watching.h"

using sandbox::belong;
using sandbox::Sandbox;

namespace {

constexpr const char* kTwoYears = R"([experiment]
name = "two_years"
school = "../schools/national_high_school.toml"
replicates = 2
years = 2

[profile]
students = 80
grades = 2

[calendar]
days = 60
breaks = [30]

[record]
outcomes = ["belonging", "marks", "gpa"]
waves = [10, 70]
[record.students]
days = [59, 60]
variables = ["entered", "grade", "belonging"]

[[scenario]]
name = "baseline"

[[scenario]]
name = "barr"
programs = ["barr"]
)";

}  // namespace

TEST_CASE("Two years: weeks and days count on, and what is yearly stands by year", "[promise]") {
  const Sandbox box("two_years");
  box.write("experiments/two_years.toml", kTwoYears);
  const std::string out = box.path("two_years.h5").string();
  const auto run =
      belong("run " + box.path("experiments/two_years.toml").string() + " -o " + out, true);
  INFO(run.said);
  REQUIRE(run.code == 0);
  CHECK(run.said.find("120 school days") != std::string::npos);
  const sim::LabelledReader file(out);
  CHECK(file.dims("gpa") == std::vector<std::string>{"scenario", "replicate", "year", "group"});
  CHECK(file.shape("gpa")[2] == 2);
  CHECK(file.shape("belonging")[2] == 24);
  CHECK(file.shape("marks")[2] == 8);
  CHECK(file.shape("friendship_degree")[2] == 2);
  // The last day of the first year and the first of the second: everyone has moved up or is new.
  const auto entered = file.values("student_entered"), grade = file.values("student_grade");
  REQUIRE(entered.size() == 2 * 2 * 80);
  std::size_t fresh = 0;
  for (std::size_t k = 0; k < 80; ++k) {
    CHECK(entered[k] == 1);
    const bool is_new = entered[80 + k] == 2;
    fresh += is_new ? 1 : 0;
    CHECK(grade[80 + k] == (is_new ? 0 : 1));
    CHECK(grade[k] == (is_new ? 1 : 0));
  }
  CHECK(fresh == 40);
  CHECK(belong("summary " + out, true).code == 0);
  CHECK(belong("report " + out + " -o " + box.path("two_years.html").string(), true).code == 0);
}

TEST_CASE("Two years: a lever and a day may lie in the second year, and not beyond", "[promise]") {
  const Sandbox box("beyond");
  const std::string file = "experiments/two_years.toml";
  const auto check = [&](const std::string& from, const std::string& to) {
    std::string text = kTwoYears;
    text.replace(text.find(from), from.size(), to);
    box.write(file, text);
    return belong("check " + box.path(file).string());
  };
  CHECK(check("waves = [10, 70]", "waves = [10, 119]").code == 0);
  const auto beyond = check("waves = [10, 70]", "waves = [10, 120]");
  CHECK(beyond.code == 2);
  CHECK(beyond.said.find("waves") != std::string::npos);
  const auto many = check("years = 2", "years = 11");
  CHECK(many.code == 2);
  CHECK(many.said.find("[1, 10]") != std::string::npos);
}
