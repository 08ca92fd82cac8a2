// What a run watches: the same for any number of threads, and the run does not notice.

#include <nlohmann/json.hpp>

#include "analysis/report_data.h"
#include "cli/commands.h"
#include "tests/promise/sandbox.h"
#include "tests/promise/watching.h"

TEST_CASE("students and surveys are the same bytes for any number of threads", "[promise]") {
  auto e = test::watched(test::three_schools());
  e.redraw = GENERATE(false, true);
  const std::string bytes = test::write_file(e, test::run(e, 1), "watch_threads");
  CHECK(bytes.size() > 50000);
  for (const unsigned threads : {2u, 5u}) {
    INFO(threads << " threads");
    CHECK(test::write_file(e, test::run(e, threads), "watch_threads") == bytes);
  }
}

TEST_CASE("whether students are stored and surveys asked changes no fingerprint and no figure",
          "[promise]") {
  const auto e = test::three_schools();
  const auto seen = test::watched(e);
  const auto without = test::run(e), with = test::run(seen);
  CHECK(with.fingerprint(seen) == without.fingerprint(e));
  test::write_file(e, without, "watch_without");
  test::write_file(seen, with, "watch_with");
  const sim::LabelledReader a(test::results_path("watch_without")),
      b(test::results_path("watch_with"));
  for (const char* name : {"belonging", "gpa_change", "friendship_reciprocity"}) {
    const auto plain = a.values(name), watched = b.values(name);
    CHECK(std::equal(plain.begin(), plain.end(), watched.begin(), watched.end(),
                     [](double x, double y) { return x == y || (x != x && y != y); }));
  }
}

TEST_CASE("schools that are redrawn have their groups and sections by replicate", "[promise]") {
  auto e = test::three_schools();
  e.redraw = true;
  e = test::watched(std::move(e));
  test::write_file(e, test::run(e), "watch_redraw");
  const sim::LabelledReader file(test::results_path("watch_redraw"));
  const std::string group = cli::group_arrays(e.schools.names).front();
  CHECK(file.dims(group) == std::vector<std::string>{"student_replicate", "student"});
  CHECK(file.dims("student_reached") ==
        std::vector<std::string>{"scenario", "student_replicate", "student"});
  const auto groups = file.whole_numbers(group);
  const std::size_t n = groups.size() / 2;
  CHECK_FALSE(std::equal(groups.begin(), groups.begin() + static_cast<std::ptrdiff_t>(n),
                         groups.begin() + static_cast<std::ptrdiff_t>(n)));
}

TEST_CASE("the report holds nothing of single students", "[promise]") {
  const auto e = test::three_schools();
  const auto seen = test::watched(e);
  test::write_file(e, test::run(e), "watch_report");
  const auto plain = analysis::read_results(test::results_path("watch_report"));
  test::write_file(seen, test::run(seen), "watch_report");
  const auto watched = analysis::read_results(test::results_path("watch_report"));
  CHECK(watched.surveys.size() == 2);
  const auto data = [](const analysis::Results& results) {
    return analysis::report_data(results, analysis::small_cells(results));
  };
  CHECK(data(watched) == data(plain));
}

TEST_CASE("the summary has a line for each scenario of a survey, and only of everyone",
          "[promise]") {
  sandbox::Sandbox box("survey_summary");
  box.replace("experiments/ninth_grade.toml", "[[scenario]]\nname = \"baseline\"",
              "[record.students]\ndays = [164]\nvariables = [\"belonging\"]\n"
              "[[record.survey]]\ninstrument = \"belonging\"\ndays = [19, 164]\n"
              "[[scenario]]\nname = \"baseline\"");
  REQUIRE(box.run("--set profile.class_size=25").code == 0);
  const auto summary = sandbox::belong("summary " + box.output(), true);
  INFO(summary.said);
  CHECK(summary.code == 0);
  const std::size_t survey = summary.said.find("Belonging at school, 1 to 5");
  REQUIRE(survey != std::string::npos);
  CHECK(summary.said.find("day 164", survey) != std::string::npos);
  CHECK(summary.said.find("    All three together", survey) != std::string::npos);
  CHECK(summary.said.find("student_") == std::string::npos);
  const auto few = sandbox::belong("summary " + box.output() + " --small-cell 1100", true);
  CHECK(few.said.find("under 1100 answers") != std::string::npos);
}
