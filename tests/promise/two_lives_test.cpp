// One student's two lives: what the table shows is what a run stores of the same student, whatever
// else the run holds, and what a lever has not opened yet has changed nothing.

#include "cli/two_lives.h"

#include <cmath>

#include "cli/twin_table.h"
#include "cli/variable_name.h"
#include "tests/promise/watching.h"

namespace {

using cli::Seen;

constexpr std::size_t kSchool = 1, kReplicate = 1;  // the second of each
constexpr std::uint32_t kStudent = 17, kLast = 30;

/// Every variable of the table, on every day up to kLast, of all scenarios and schools.
const std::string& everything() {
  static const std::string text = [] {
    std::string days, names;
    for (std::uint32_t day = 0; day <= kLast; ++day) days += std::to_string(day) + ", ";
    for (const char* name : {"day_cue", "day_reading", "day_evidence", "day_hurt", "attendance",
                             "incidents", "referrals", "suspended_days", "belonging", "uncertainty",
                             "engagement", "vigilance", "relation"}) {
      names += '"' + std::string(name) + "\", ";
    }
    return "[students]\ndays = [" + days + "]\nvariables = [" + names + "]\nreplicates = 2\n";
  }();
  return text;
}

/// Three schools, three scenarios, figures of single days.
cli::Experiment three(std::vector<std::string> assignments) {
  assignments.emplace_back("experiment.replicates=2");
  assignments.emplace_back("record.every=\"day\"");
  auto e = test::ninth_grade(std::move(assignments));
  const std::array sizes{60.0f, 45.0f, 80.0f};
  for (std::size_t k = 0; k < sizes.size(); ++k) {
    e.schools.schools[k].profile.students = sizes[k];
  }
  e.scenarios.resize(3);
  std::swap(e.scenarios[1], e.scenarios[2]);  // BARR, which is at work from the first days, last
  return test::watched(std::move(e), everything());
}

models::Lever support_from(std::uint32_t day) {
  models::Lever lever;
  lever.input = models::Input::support;
  lever.amount = 0.2f;
  lever.schedule.start = day;
  return lever;
}

}  // namespace

TEST_CASE("a student's two lives are those that the whole run stores", "[promise]") {
  const std::vector<std::vector<std::string>> kinds{
      {},
      {"experiment.redraw=true"},
      {"experiment.parameter_set=\"../calibration/non_implausible.csv\""}};
  for (const auto& assignments : kinds) {
    INFO((assignments.empty() ? std::string("plain") : assignments.front()));
    const auto e = three(assignments);
    const auto tallies = test::run(e);
    const models::Model& model = cli::choose_level("");
    const auto unit = cli::one_unit(e, model, kSchool, kReplicate, 2);
    const cli::TwoLives lives(unit, model, kStudent, kLast);
    const std::size_t at = 60 + kStudent;  // after the students of the first school
    std::size_t unlike = 0, apart = 0;
    for (std::size_t k = 0; k < cli::kSeen; ++k) {
      const auto what = static_cast<Seen>(k);
      const auto& stored = tallies.students().variables[k];
      for (std::uint32_t day = 0; day <= kLast; ++day) {
        for (const auto& [life, scenario] : {std::pair{0u, 0u}, std::pair{1u, 2u}}) {
          const float one = lives.at(life, what, day);
          const float other = stored.at(scenario, kReplicate, day)[at];
          unlike += one == other || (std::isnan(one) && std::isnan(other)) ? 0 : 1;
        }
        const float difference = lives.difference(what, day);
        apart += difference != 0 && !std::isnan(difference) ? 1 : 0;
      }
    }
    CHECK(unlike == 0);
    CHECK(apart > 0);
  }
}

TEST_CASE("lives are folded until a lever opens, and shown from that day on", "[promise]") {
  auto e = test::small(60, 1);
  e.scenarios.resize(2);
  e.scenarios[1].scenario.levers = {support_from(12)};
  const models::Model& model = cli::choose_level("");
  const auto unit = cli::one_unit(e, model, 0, 0, 1);
  std::uint32_t student = 0;  // one who is in class on the day that the lever opens
  while (std::isnan(cli::TwoLives(unit, model, student, 12).at(0, Seen::cue, 12))) ++student;
  const cli::TwoLives lives(unit, model, student, 20);
  for (std::uint32_t day = 0; day < 12; ++day) CHECK(lives.same(day));
  CHECK_FALSE(lives.same(12));
  CHECK(lives.difference(Seen::cue, 12) > 0.1f);
  const std::string table = cli::twin_table(lives, {0, 20});
  CHECK(table.find("  days 0-11: the two lives are the same\n") != std::string::npos);
  CHECK(table.find("\n 12 ") != std::string::npos);
  CHECK(table.find("\n  7 ") == std::string::npos);
}

TEST_CASE("lives under no lever are the same from the first day to the last", "[promise]") {
  auto e = test::small(60, 1);
  e.scenarios.resize(2);
  e.scenarios[1].scenario.levers = {support_from(0)};
  e.scenarios[1].scenario.levers[0].amount = 0;
  const models::Model& model = cli::choose_level("");
  const cli::TwoLives lives(cli::one_unit(e, model, 0, 0, 1), model, 3, 179);
  const std::string table = cli::twin_table(lives, {0, 179});
  CHECK(table.find("  days 0-179: the two lives are the same\n") != std::string::npos);
}

TEST_CASE("absence after a suspension is told apart from other absence", "[promise]") {
  auto e = test::small(200, 1, {"parameters.response.suspend_base=1"});
  e.scenarios.resize(2);
  const models::Model& model = cli::choose_level("");
  const auto unit = cli::one_unit(e, model, 0, 0, 1);
  std::size_t suspended = 0, away = 0, other = 0;
  for (std::uint32_t student = 0; student < 40; ++student) {
    const cli::TwoLives lives(unit, model, student, 179);
    int due = 0;
    for (std::uint32_t day = 0; day < 180; ++day) {
      const cli::DayEvents& today = lives.events(0, day);
      CHECK((!today.away || today.absent));
      CHECK(today.away == (due > 0));  // exactly the days given, from the next day on
      CHECK(today.referrals <= today.incidents);
      due = std::max(std::max(due - 1, 0), today.suspended_days);
      suspended += today.suspended_days > 0 ? 1 : 0;
      away += today.away ? 1 : 0;
      other += today.absent && !today.away ? 1 : 0;
    }
  }
  CHECK((suspended > 0 && away >= suspended && other > away));
}

TEST_CASE("what is shown of a student fits 100 columns", "[promise]") {
  auto e = test::small(120, 1);
  const models::Model& model = cli::choose_level("");
  const cli::TwoLives lives(cli::one_unit(e, model, 0, 0, 4), model, 5, 179);
  const std::string table = cli::twin_table(lives, {0, 179});
  std::size_t longest = 0, start = 0;
  for (std::size_t end = table.find('\n'); end != std::string::npos;
       start = end + 1, end = table.find('\n', start)) {
    longest = std::max(longest, end - start);
  }
  CHECK(longest <= 100);
  CHECK(longest >= 90);
}
