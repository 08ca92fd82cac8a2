// Differences of a whole school: those of the students that a run stores, and the way to the
// nearest one reached found in another, slower way.

#include "cli/twin_differences.h"

#include <cmath>

#include "analysis/steps.h"
#include "tests/promise/sandbox.h"
#include "tests/promise/watching.h"

namespace {

using sandbox::Sandbox;

/// A lever on a few students, besides the baseline.
cli::Experiment few_reached(float share, float students) {
  auto e = test::small(students, 2);
  e.scenarios.resize(2);
  models::Lever lever;
  lever.input = models::Input::adult_contact;
  lever.amount = 0.4f;
  lever.reach.share = share;
  e.scenarios[1].scenario.levers = {lever};
  return test::watched(std::move(e),
                       "[students]\ndays = [179]\nreplicates = 2\n"
                       "variables = [\"belonging\", \"engagement\", \"gpa\"]\n");
}

struct Found {
  std::shared_ptr<const models::School> school;
  cli::SchoolDifferences differences;
  std::string text;
};
Found find(const cli::Experiment& e, std::uint32_t replicate = 1, std::uint32_t day = 179) {
  const models::Model& model = cli::choose_level("");
  const auto unit = cli::one_unit(e, model, 0, replicate, 1);
  Found found{unit.school, cli::school_differences(unit, model, day), ""};
  found.text = cli::differences_text(e, unit, found.differences);
  return found;
}

bool says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("differences of a school are those of the students that a run stores", "[promise]") {
  const auto e = few_reached(0.15f, 150);
  const auto tallies = test::run(e);
  const Found found = find(e);
  const std::array rows{0, 1, 5};  // belonging, engagement, GPA in difference_rows()
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const auto& stored = tallies.students().variables[k];
    const auto baseline = stored.at(0, 1, 0), other = stored.at(1, 1, 0);
    const auto& change = found.differences.change[static_cast<std::size_t>(rows[k])];
    std::size_t unlike = 0, moved = 0;
    for (std::size_t id = 0; id < change.size(); ++id) {
      unlike += change[id] == other[id] - baseline[id] ? 0 : 1;
      moved += change[id] != 0 ? 1 : 0;
    }
    CHECK(unlike == 0);
    CHECK(moved > change.size() / 10);
  }
}

TEST_CASE("spillover goes by the stored reach and by friends of the first day", "[promise]") {
  const auto e = few_reached(0.15f, 150);
  const auto tallies = test::run(e);
  const Found found = find(e);
  const auto reached = tallies.students().reached.at(1, 0, 0);
  // Ways of any length by adding one tie at a time, over all pairs.
  const auto& friends = found.school->entry.friends;
  const std::size_t n = reached.size();
  std::vector<std::uint32_t> steps(n, analysis::kNoPath);
  for (std::size_t id = 0; id < n; ++id) {
    if (reached[id] > 0) steps[id] = 0;
  }
  for (std::size_t round = 0; round < n; ++round) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        const bool tied = friends.has(i, static_cast<std::uint16_t>(j)) ||
                          friends.has(j, static_cast<std::uint16_t>(i));
        if (tied && steps[j] != analysis::kNoPath) steps[i] = std::min(steps[i], steps[j] + 1);
      }
    }
  }
  CHECK(found.differences.steps == steps);
  // The table's line: how many are one step away, and their mean difference.
  double sum = 0;
  std::size_t near = 0;
  const auto& stored = tallies.students().variables[0];
  for (std::size_t id = 0; id < n; ++id) {
    if (steps[id] != 1) continue;
    ++near;
    sum += static_cast<double>(stored.at(1, 1, 0)[id] - stored.at(0, 1, 0)[id]);
  }
  REQUIRE(near >= 10);
  char line[128];
  std::snprintf(line, sizeof line, "  %-28s%9zu%+12.3f", "  1 step from one reached", near,
                sum / static_cast<double>(near));
  INFO(found.text);
  CHECK(says(found.text, line));
}

TEST_CASE("groups of fewer than ten are left out of the tables of differences", "[promise]") {
  auto e = few_reached(0.04f, 150);
  const Found found = find(e);
  std::size_t reached = 0;
  for (const std::uint32_t steps : found.differences.steps) reached += steps == 0 ? 1 : 0;
  REQUIRE((reached > 0 && reached < 10));
  INFO(found.text);
  CHECK_FALSE(says(found.text, "  Reached by a lever "));
  CHECK_FALSE(says(found.text, "  Not reached "));  // would give the others away
  CHECK_FALSE(says(found.text, "1 step from one reached  "));
  CHECK(says(found.text, "fewer than 10 students: "));
  CHECK_FALSE(says(found.text, "  American Indian or Alaska Native  "));
  CHECK(says(find(few_reached(0.5f, 9), 0).text, "Nothing is shown"));
}

TEST_CASE("where nobody is unreached, or nobody is reached, it is said why", "[promise]") {
  auto e = few_reached(1, 60);
  CHECK(says(find(e).text, "Every student is reached by a lever"));
  e.scenarios[1].scenario.levers[0].input = models::Input::harassment;
  CHECK(says(find(e).text, "The lever on harassment acts on the whole school"));
  e.scenarios[1].scenario.levers.clear();
  CHECK(says(find(e).text, "No lever of the scenario reaches anyone"));
  e.scenarios[1].scenario.parameters.relation.pace *= 2;
  CHECK(says(find(e).text, "changes parameters of the model"));
}

TEST_CASE("what can't be shown of twins is answered in a sentence", "[promise]") {
  const Sandbox box("twin");
  struct Case {
    std::string options, says;
  };
  const std::vector<Case> cases{
      {"--student 4000", "--student 4000: school 0 has students 0 to 459"},
      {"--school 7", "--school 7: there are 3 schools, numbered from 0 to 2"},
      {"--replicate 33", "--replicate 33: the experiment has replicates 1 to 32"},
      {"--replicate 0", "--replicate 0: the experiment has replicates 1 to 32"},
      {"--scenario bar", "--scenario bar: is no scenario of "},
      {"--scenario bar", "did you mean barr? expected one of: barr, empathic_discipline"},
      {"--scenario baseline", "--scenario baseline: is the baseline"},
      {"--days 60:30", "--days 60:30: must be two school days from 0 to 179"},
      {"--days 30:180", "--days 30:180: must be two school days"},
      {"--days noon", "--days noon: must be two school days"},
      {"--out " + box.experiment(), "the table would replace the experiment"},
      {"--student one", "one"},
      {"--differences --student 3", "excludes"},
      {"--whose most --student 3", "excludes"},
      {"--whose least", "not in {middle,most}"},
      {"--set experiment.seeds=3", "did you mean seed?"},
  };
  for (const Case& one : cases) {
    const auto outcome = sandbox::belong("twin " + box.experiment() + " " + one.options);
    INFO(one.options << " -> " << outcome.said);
    CHECK(outcome.code == 2);
    CHECK(says(outcome.said, one.says));
  }
  CHECK(box.untouched());
}

TEST_CASE("without a number a usual student is shown, and the other one when asked", "[promise]") {
  const Sandbox box("twin_whose");
  const std::string twin = "twin " + box.experiment() + " --days 0:19";
  const auto usual = sandbox::belong(twin, true),
             most = sandbox::belong(twin + " --whose most", true);
  CHECK(says(usual.said, "difference in belonging is the"));
  CHECK(says(usual.said, "--whose most shows"));
  CHECK(says(most.said, "this one's belonging differs most"));
  CHECK(says(most.said, "not a usual one"));
}

TEST_CASE("the table of two lives is written as CSV, a row for each day", "[promise]") {
  const Sandbox box("twin_csv");
  const std::string path = box.path("../lives.csv").string();
  const auto outcome =
      sandbox::belong("twin " + box.experiment() + " --student 3 --days 10:14 --out " + path, true);
  INFO(outcome.said);
  CHECK(outcome.code == 0);
  CHECK(says(outcome.said, "synthetic student 3 of school 0, replicate 1 of 32"));
  CHECK(says(outcome.said, "not a forecast of a child"));
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  REQUIRE(lines.size() == 7);
  CHECK(lines[0].rfind("# ninth_grade ", 0) == 0);
  CHECK(lines[1].rfind("day,cue_baseline,cue_scenario,cue_difference,reading_baseline,", 0) == 0);
  CHECK(lines[2].rfind("10,", 0) == 0);
  CHECK(lines[6].rfind("14,", 0) == 0);
  const auto commas = [](const std::string& line) {
    return std::count(line.begin(), line.end(), ',');
  };
  CHECK(commas(lines[1]) == 3 * 13);
  CHECK(commas(lines[4]) == 3 * 13);
}

TEST_CASE("a number that passes to another student in a later year is not taken for the first",
          "[promise]") {
  const Sandbox box("twin_years");
  const std::string years = " --set experiment.years=2";
  // A school of one grade: everyone leaves after the first year.
  const auto later = sandbox::belong("twin " + box.experiment() + years + " --student 3", true);
  INFO(later.said);
  CHECK(later.code == 0);
  CHECK(says(later.said, "Came to the school on day 180."));
  CHECK(says(later.said, "Before day 180 another student had this number; --days 0:179 shows"));
  CHECK(says(later.said, "\n180 "));
  CHECK_FALSE(says(later.said, "\n179 "));
  const auto first =
      sandbox::belong("twin " + box.experiment() + years + " --student 3 --days 100:179", true);
  CHECK_FALSE(says(first.said, "Came to the school"));
  CHECK(says(first.said, "\n179 "));
}
