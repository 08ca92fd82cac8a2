// The story of a scenario, on results of a few numbers.

#include "analysis/story.h"

#include <catch2/catch.hpp>

namespace {

using namespace analysis;

constexpr std::size_t kRuns = 3, kWeeks = 4;

/// An outcome of one group whose change against the baseline is `change`[week], the same in every
/// run but for a wobble of `noise`.
Outcome outcome_of(const std::string& key, const std::string& label, std::vector<float> change,
                   float noise) {
  Outcome outcome;
  outcome.key = key;
  outcome.label = label;
  outcome.unit = "1";
  outcome.summary = Summary::mean;
  outcome.time = "week";
  outcome.ticks = kWeeks;
  for (std::size_t scenario = 0; scenario < 2; ++scenario) {
    for (std::size_t run = 0; run < kRuns; ++run) {
      for (std::size_t week = 0; week < kWeeks; ++week) {
        const float wobble = noise * (static_cast<float>(run) - 1);
        outcome.means.push_back(0.5f + (scenario == 1 ? change[week] + wobble : 0.0f));
      }
    }
  }
  return outcome;
}

Results results_of(std::vector<Outcome> outcomes) {
  Results results;
  results.replicates = kRuns;
  results.scenarios = {{"baseline", "As it is", {}}, {"one", "One program", {"talk"}}};
  results.groups = {{"all", "All students", "all", 100}};
  results.outcomes = std::move(outcomes);
  results.programs = R"([{"key": "talk", "title": "Team talk", "fidelity": 0.7,
    "fidelity_spread": 0.25, "levers": [
      {"name": "weekly talk", "input": "team_talk", "meaning": "teachers talk",
       "reach": "all teachers", "schedule": "from school day 5, all year"},
      {"name": "a call home", "input": "adult_contact", "meaning": "adults call",
       "reach": "students, the 30% with the lowest marks on entry",
       "schedule": "from school day 0, all year"}]}])";
  return results;
}

bool holds(const std::string& text, const char* part) {
  INFO(text);
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an outcome has moved from the first of two weeks running on the same side of zero",
          "[formula]") {
  const auto first = [](std::vector<float> change, float noise, bool above = true) {
    const Results r = results_of({outcome_of("support", "Support", std::move(change), noise)});
    const auto stretch = first_moved(r, r.outcomes.front(), 1, above);
    return stretch ? std::vector<std::size_t>{stretch->first, stretch->last}
                   : std::vector<std::size_t>{};
  };
  using Ticks = std::vector<std::size_t>;
  CHECK(first({0, 0, 0.2f, 0.2f}, 0.01f) == Ticks{2, 3});
  CHECK(first({0.2f, 0.2f, 0, 0}, 0.01f) == Ticks{0, 1});
  CHECK(first({0.2f, 0, 0.2f, 0}, 0.01f).empty());       // never twice running
  CHECK(first({0.2f, -0.2f, -0.2f, 0}, 0.01f).empty());  // not on two sides
  CHECK(first({0.2f, -0.2f, -0.2f, 0}, 0.01f, false) == Ticks{1, 2});
  CHECK(first({0.2f, 0.2f, 0.2f, 0.2f}, 0.5f).empty());  // runs differ too much to tell
  CHECK(first({0, 0, 0, 0}, 0).empty());
}

TEST_CASE("a story says from when an outcome is on the side where it ends, and what was before",
          "[formula]") {
  const auto all = stories(results_of(
      {outcome_of("support", "Support met in class", {-0.1f, -0.1f, 0.2f, 0.2f}, 0.001f)}));
  CHECK(holds(all[0].moved, "From week 3: support met in class +0."));
  CHECK(holds(all[0].moved, "), after it was lower in weeks 1 to 2."));
}

TEST_CASE("a story names the levers, whom and when, what was delivered, and what moved from when",
          "[formula]") {
  const Results results = results_of({
      outcome_of("support", "Support met in class", {0.1f, 0.1f, 0.1f, 0.1f}, 0.001f),
      outcome_of("relation", "Relation with teachers", {0, 0, 0.1f, 0.1f}, 0.001f),
      outcome_of("belonging", "Belonging", {0, 0, 0, 0}, 0),
      outcome_of("attendance", "Attendance", {0.01f, 0, 0, 0}, 0.02f),
      outcome_of("gpa", "GPA", {0.3f, 0.3f, 0.3f, 0.3f}, 0),
  });
  const auto all = stories(results);
  REQUIRE(all.size() == 1);
  CHECK(all[0].scenario == "one");
  CHECK(holds(all[0].done,
              "Team talk: weekly talk (from school day 5); a call home (students, the 30% with the "
              "lowest marks on entry). Delivered: 70% of each amount, 45% to 95% between schools. "
              "What this moves in the environment: team talk and adult contact."));
  CHECK(holds(all[0].moved, "From week 1: support met in class +0.100 (+0."));
  CHECK(holds(all[0].moved, "\nFrom week 3: relation with teachers +0.050 (+0."));
  CHECK_FALSE(holds(all[0].moved, "attendance"));
  CHECK_FALSE(holds(all[0].moved, "GPA"));  // no mediator: it has its place among the effects
  CHECK(holds(all[0].unmoved, "belonging (the same in every run)"));
  CHECK(holds(all[0].unmoved, "attendance +0."));
}

TEST_CASE("a story says what the scenario says of fidelity, and that one run shows nothing",
          "[formula]") {
  Results results = results_of({outcome_of("support", "Support", {0, 0, 0, 0}, 0)});
  results.scenarios[1].fidelity = 1;
  CHECK(holds(stories(results)[0].done, "Delivered: 100% of each amount."));
  CHECK(stories(results)[0].moved == "Nothing that can be told from chance.");
  results.scenarios[1].fidelity.reset();
  results.scenarios[1].programs.push_back("role");
  results.programs.back() = ',';
  results.programs += R"({"key": "role", "title": "A role", "levers": [{"name": "done as meant",
    "input": "implementation", "meaning": "", "reach": "the whole school",
    "schedule": "from school day 0, all year"}]}])";
  CHECK(holds(stories(results)[0].done,
              "45% to 95% between schools, and a part of the rest, as someone owns the work. "));
  CHECK(holds(stories(results)[0].done, "A role: done as meant. Delivered: 100% of each amount."));
  results.replicates = 1;
  CHECK(holds(stories(results)[0].moved, "There is one paired run"));
  CHECK(stories(results)[0].unmoved.empty());
}
