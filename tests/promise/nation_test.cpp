// A nation of schools: its totals are the published ones, a sample looks like the whole, and what
// is wrong with its description gets a sentence.

#include "cli/nation.h"

#include <chrono>

#include "tests/promise/experiments.h"
#include "tests/promise/sandbox.h"

namespace {

using sandbox::belong, sandbox::refused, sandbox::Sandbox;

const std::string kNation = BELONG_SOURCE_DIR "/configs/schools/nation.toml";
const std::string kSchool = "schools/nation.toml";
const std::string kSample = "experiments/national_sample.toml";

/// Drawn once: every test reads the same.
const cli::SchoolSet& nation() {
  static const cli::SchoolSet set = cli::read_schools(kNation, "");
  return set;
}

double total(const cli::SchoolSet& set, auto of) {
  double sum = 0;
  for (const models::SchoolPlan& school : set.schools) sum += of(school);
  return sum;
}

double students_of(const models::SchoolPlan& school) {
  return static_cast<double>(school.profile.students);
}

const models::Membership& row(const models::SchoolPlan& school, std::size_t m) {
  return school.identity.dimension[0].row[m];
}

}  // namespace

TEST_CASE("the nation has the published number of schools, by level, and of students, by group",
          "[promise]") {
  const auto start = std::chrono::steady_clock::now();
  const cli::SchoolSet& set = nation();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(took.count() < 30);  // a second or two on an idle machine

  // NCES, Digest of Education Statistics 2023, table 216.30, school year 2022-23.
  REQUIRE(set.schools.size() == 99388);
  CHECK(set.students == 48861000);
  CHECK(total(set, students_of) == 48861000);
  const std::vector<std::pair<std::string, double>> levels{{"prekindergarten", 1.6},
                                                           {"elementary", 52.8},
                                                           {"middle", 16.4},
                                                           {"high", 24.0},
                                                           {"other", 5.3}};
  for (std::size_t k = 0; k < levels.size(); ++k) {
    INFO(levels[k].first);
    CHECK(set.strata[k].key == levels[k].first);
    const auto n = static_cast<double>(std::count(set.stratum.begin(), set.stratum.end(), k));
    CHECK(std::abs(100 * n / 99388 - levels[k].second) < 0.11);  // the table's own rounding
  }
  const std::array<double, 6> shares{5.8, 15.0, 28.5, 0.9, 5.0, 44.8};
  for (std::size_t m = 0; m < shares.size(); ++m) {
    INFO(set.names.dimensions[0].memberships[m].key);
    const double n =
        total(set, [&](const auto& s) { return static_cast<double>(row(s, m).count); });
    CHECK(std::abs(n - shares[m] / 100 * 48861000) <= 3);  // shares are held in single precision
  }
  for (const models::SchoolPlan& school : set.schools) {
    double groups = 0;
    for (std::size_t m = 0; m < 6; ++m) groups += static_cast<double>(row(school, m).count);
    if (groups == students_of(school) && students_of(school) >= 10) continue;
    FAIL_CHECK("school " << school.school);
  }
}

TEST_CASE("in the nation teachers' groups add up to the nation's and follow their students'",
          "[promise]") {
  const cli::SchoolSet& set = nation();
  const std::array<double, 6> teachers{2.4, 6.1, 9.5, 0.5, 1.6, 79.9};
  for (std::size_t m = 0; m < teachers.size(); ++m) {
    const double share = total(set, [&](const auto& s) {
      return students_of(s) * static_cast<double>(row(s, m).teachers);
    });
    CHECK(100 * share / 48861000 == Approx(teachers[m]).margin(0.05));
  }
  // NCES, National Teacher and Principal Survey 2020-21: 36 % in majority-Black schools.
  double black = 0, all = 0;
  for (const models::SchoolPlan& school : set.schools) {
    if (2 * static_cast<double>(row(school, 1).count) <= students_of(school)) continue;
    black += students_of(school) * static_cast<double>(row(school, 1).teachers);
    all += students_of(school);
  }
  CHECK(black / all > 0.31);
  CHECK(black / all < 0.41);
}

TEST_CASE("in the nation students of color learn apart about as far as published", "[promise]") {
  double apart = 0, all = 0;
  for (const models::SchoolPlan& school : nation().schools) {
    const double color = students_of(school) - static_cast<double>(row(school, 5).count);
    all += color;
    if (color >= 0.75 * students_of(school)) apart += color;
  }
  CHECK(apart / all > 0.50);
  CHECK(apart / all < 0.62);
}

TEST_CASE("a sample of the nation has the nation's kinds of school, and is the same every time",
          "[promise]") {
  const auto few = cli::read_schools(kNation, "", 400), again = cli::read_schools(kNation, "", 400);
  const auto more = cli::read_schools(kNation, "", 2000);
  REQUIRE(few.schools.size() == 400);
  REQUIRE(more.schools.size() == 2000);
  CHECK(std::count(few.stratum.begin(), few.stratum.end(), 1) == 211);  // 52.8 %
  CHECK(std::count(few.stratum.begin(), few.stratum.end(), 3) == 96);   // 24.0 %
  std::size_t shared = 0, next = 0;
  for (std::size_t i = 0; i < few.schools.size(); ++i) {
    CHECK(few.schools[i].school == again.schools[i].school);
    const models::SchoolPlan& whole = nation().schools[few.schools[i].school];
    CHECK(whole.profile.students == few.schools[i].profile.students);
    CHECK(row(whole, 2).count == row(few.schools[i], 2).count);
    while (next < more.schools.size() && more.schools[next].school < few.schools[i].school) ++next;
    if (next < more.schools.size() && more.schools[next].school == few.schools[i].school) ++shared;
  }
  CHECK(shared >= 395);  // a larger sample holds the smaller one
}

TEST_CASE("whole numbers by largest remainder add up, nearest to their weights", "[formula]") {
  using Parts = std::vector<std::uint64_t>;
  CHECK(cli::apportion(10, {1, 1, 1}) == Parts{4, 3, 3});
  CHECK(cli::apportion(7, {50, 30, 20}) == Parts{4, 2, 1});  // 3.5, 2.1, 1.4
  CHECK(cli::apportion(0, {1, 2}) == Parts{0, 0});
  CHECK(cli::apportion(5, {0, 3}) == Parts{0, 5});
}

TEST_CASE("what is wrong with a nation's description gets a sentence", "[promise]") {
  Sandbox box("nation");
  const auto check = [&](const std::string& extra = "") {
    return belong("check " + box.path(kSample).string() + " " + extra);
  };
  SECTION("in order") { CHECK(check().code == 0); }
  SECTION("shares of schools") {
    box.replace(kSchool, "share = 0.528", "share = 0.5");
    refused(check(), "has shares of schools that add up to 0.972, not 1");
  }
  SECTION("more schools than the nation has") {
    refused(check("--set experiment.schools=100000"),
            "is fewer than the 100000 of experiment.schools");
  }
  SECTION("a sample of a single school") {
    refused(check("--set experiment.school=../schools/middle_school.toml"),
            "describes no [population] of which experiment.schools could be drawn");
  }
  SECTION("a dimension that is not there") {
    box.replace(kSchool, "dimension = \"race_ethnicity\"\n", "dimension = \"race\"\n");
    refused(check(), "is not a dimension of this file");
  }
  SECTION("a key that nobody knows") {
    box.replace(kSchool, "teacher_tilt", "teacher_tlt");
    refused(check(), "teacher_tlt is not a parameter here; did you mean teacher_tilt?");
  }
  SECTION("a number of students for all") {
    refused(check("--set profile.students=500"), "each school of this set has its own number");
  }
}
