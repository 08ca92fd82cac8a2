// Surveys in the results file are the sums of the answers that students give one by one.

#include <cmath>
#include <set>

#include "tests/promise/scratch.h"
#include "tests/promise/watching.h"

TEST_CASE("a survey's figures are those of its students", "[promise]") {
  const auto e = test::watched(test::three_schools(), R"(
[students]
days = [19]
variables = ["survey.belonging", "survey.belonging.favourable", "survey.classroom"]
replicates = 3
[[survey]]
instrument = "belonging"
days = [19]
[[survey]]
instrument = "classroom"
days = [19, 30]
)");
  const auto tallies = test::run(e);
  const auto& students = tallies.students();
  const auto groups = models::groups_of(e.schools.schools[0].identity);
  for (std::uint32_t s = 0; s < 2; ++s) {
    for (std::uint32_t r = 0; r < 3; ++r) {
      for (std::size_t g = 0; g < groups.count; ++g) {
        double n = 0, sum = 0, squares = 0, favourable = 0;
        for (std::size_t k = 0; k < 185; ++k) {
          bool in = g == 0;
          for (std::size_t d = 0; d < 4; ++d) in = in || students.group.at(d, 0, 0)[k] == g;
          const double score = static_cast<double>(students.variables[0].at(s, r, 0)[k]);
          if (!in || std::isnan(score)) continue;
          n += 1;
          sum += score;
          squares += score * score;
          favourable += static_cast<double>(students.variables[1].at(s, r, 0)[k]);
        }
        const cli::SurveySums& sums = tallies.survey(s, r, 0, 0, g);
        CHECK(static_cast<double>(sums.answered) == n);
        if (n == 0) continue;
        CHECK(sums.score(5) == Approx(sum / n));
        CHECK(sums.score_sd(5) ==
              Approx(std::sqrt(std::max(0.0, squares / n - sum * sum / n / n))).margin(1e-4));
        CHECK(sums.share_favourable(5) == Approx(favourable / n).margin(1e-6));
        CHECK(sums.share_answered() == Approx(n / static_cast<double>(sums.asked)));
      }
      // Of a class: everyone, once for each teacher.
      double classes = 0;
      std::int64_t teachers = 0;
      for (std::size_t k = 0; k < 185; ++k) {
        std::set<std::uint16_t> own;
        for (std::size_t p = 0; p < 6; ++p) own.insert(students.teacher.at(s, 0, p)[k]);
        teachers += static_cast<std::int64_t>(own.size());
      }
      for (std::size_t p = 0; p < 6; ++p) {
        for (const float score : students.variables[2].at(s, r, p)) {
          classes += std::isnan(score) ? 0 : 1;
        }
      }
      CHECK(static_cast<double>(tallies.survey(s, r, 1, 0, 0).answered) == classes);
      CHECK(tallies.survey(s, r, 0, 0, 0).asked == 185);
      CHECK(tallies.survey(s, r, 1, 0, 0).asked == teachers);
    }
  }
}

TEST_CASE("surveys in the file have a value on their own days only", "[promise]") {
  const auto e = test::watched(test::three_schools());
  test::write_file(e, test::run(e), "surveys_days");
  const sim::LabelledReader file(test::results_path("surveys_days"));
  CHECK(file.labels("survey_day") == std::vector<std::string>{"19", "24", "164"});
  for (const std::string part : {"answered", "score", "score_sd", "favourable"}) {
    const std::string belonging = "survey_belonging_" + part,
                      classroom = "survey_classroom_" + part;
    CHECK(file.dims(belonging) ==
          std::vector<std::string>{"scenario", "replicate", "survey_day", "group"});
    const std::size_t groups = file.shape(belonging)[3];
    const auto values = file.values(belonging), others = file.values(classroom);
    CHECK_FALSE(std::isnan(values[0]));
    CHECK(std::isnan(values[groups]));
    CHECK_FALSE(std::isnan(values[2 * groups]));
    CHECK(std::isnan(others[0]));
    CHECK_FALSE(std::isnan(others[groups]));
  }
}

TEST_CASE("a survey of one's own is read from its path", "[promise]") {
  const std::string path = test::scratch("own_survey.toml");
  std::ofstream(path) << "[instrument]\nname = \"own_survey\"\ntitle = \"Ours\"\nabout = \"x\"\n"
                         "source = \"ours\"\nconstruct = \"engagement\"\nquestions = [\"one\"]\n"
                         "[scale]\nresponse = 1\n";
  const auto e =
      test::watched(test::small(60, 1), "[[survey]]\ninstrument = \"" + path + "\"\ndays = [0]\n");
  const auto tallies = test::run(e);
  CHECK(tallies.survey(0, 0, 0, 0, 0).answered > 40);
  CHECK(tallies.survey(0, 0, 0, 0, 0).asked == 60);
}
