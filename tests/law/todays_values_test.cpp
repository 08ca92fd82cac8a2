// What a day brought a student, worked out after its bell, is what the day itself lived.

#include "models/todays_values.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "cli/one_unit.h"
#include "tests/promise/experiments.h"

namespace {

using models::Extra, models::Outcome, models::Variable;

Variable of(Extra extra) { return {Variable::Kind::extra, static_cast<std::uint32_t>(extra)}; }
Variable of(Outcome outcome) {
  return {Variable::Kind::outcome, static_cast<std::uint32_t>(outcome)};
}

/// One school, the baseline twice.
cli::Experiment twice(std::vector<std::string> assignments) {
  auto e = test::small(150, 1, std::move(assignments));
  e.scenarios.resize(2);
  e.scenarios[1].scenario = e.scenarios[0].scenario;
  return e;
}

std::vector<std::vector<float>> see(const cli::Experiment& e,
                                    const std::vector<models::Sight>& sights) {
  const models::Model& model = cli::choose_level("");
  return cli::live_and_see(cli::one_unit(e, model, 0, 0, 1), model, sights, {});
}

}  // namespace

TEST_CASE("without a reading the evidence of a day is its cue", "[law]") {
  auto e = twice({"parameters.appraisal.sting=0", "parameters.appraisal.discount=0",
                  "parameters.response.cue=0", "parameters.cue.harassment=0"});
  for (const std::uint32_t day : {0u, 7u, 93u}) {  // no marking period ends on them
    const auto seen = see(e, {{of(Extra::day_cue), day}, {of(Extra::day_evidence), day}});
    std::size_t here = 0, moved = 0;
    for (std::size_t id = 0; id < seen[0].size(); ++id) {
      CHECK(std::isnan(seen[0][id]) == std::isnan(seen[1][id]));
      if (std::isnan(seen[0][id])) continue;
      ++here;
      moved += std::abs(seen[0][id]) > 0.1f ? 1 : 0;
      CHECK(seen[0][id] == Approx(seen[1][id]).margin(1e-5));
    }
    CHECK((here > 100 && moved > 50));
  }
}

TEST_CASE("a reading makes the evidence of a day worse than its cue or less good", "[law]") {
  const auto seen = see(twice({"parameters.cue.harassment=0", "parameters.response.cue=0"}),
                        {{of(Extra::day_cue), 60},
                         {of(Extra::day_evidence), 60},
                         {of(Extra::day_reading), 60},
                         {of(Outcome::attendance), 60}});
  for (std::size_t id = 0; id < seen[0].size(); ++id) {
    CHECK((seen[3][id] > 0) == !std::isnan(seen[0][id]));
    if (std::isnan(seen[0][id])) continue;
    CHECK((seen[2][id] > 0 && seen[2][id] < 1));
    CHECK(seen[1][id] < seen[0][id]);
  }
}

TEST_CASE("hurtful events are those that take from the day's evidence", "[law]") {
  auto e = twice({"parameters.response.cue=0"});
  for (models::Dimension& dimension : e.schools.schools[0].identity.dimension) {
    for (models::Membership& row : dimension.row) row.harassment = 0.08f;
  }
  auto& without = e.scenarios[1].scenario.parameters;
  without.cue.harassment = 0;
  const float cost =
      e.scenarios[0].scenario.parameters.cue.harassment / 6.0f;  // of one class of six
  const auto seen = see(e, {{of(Extra::day_hurt), 0}, {of(Extra::day_evidence), 0}});
  std::size_t hurt = 0, here = 0;
  for (std::size_t id = 0; id < seen[0].size(); ++id) {
    if (std::isnan(seen[1][id])) {
      CHECK(seen[0][id] == 0.0f);
      continue;
    }
    ++here;
    hurt += seen[0][id] > 0 ? 1 : 0;
    CHECK(seen[3][id] - seen[1][id] == Approx(seen[0][id] * cost).margin(1e-5));
  }
  CHECK((hurt > here / 10 && hurt < here));
}
