// Which parts of the environment are named as what makes a gap.

#include "analysis/environment.h"

#include <catch2/catch.hpp>
#include <limits>

#include "tests/formula/year_results.h"

namespace {

using namespace analysis;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

EnvironmentPart part(const std::string& key, double a, double b) {
  return {key, "1", "", {kNone, a, b}, {kNone, a, b}};
}

Results with(std::vector<EnvironmentPart> parts) {
  Results results = year::results_of(
      {year::outcome_of("belonging", {{0}, {0}, {0}}, {{0}, {0}, {0}})}, {100, 40, 60});
  results.environment = std::move(parts);
  return results;
}

std::string sentence(const Results& results) {
  return environment_sentence(results, small_cells(results), results.dimensions.front());
}

}  // namespace

TEST_CASE("parts of the environment that treat groups differently are named", "[formula]") {
  const Results results =
      with({part("stigma", 0.1, 0), part("materials", 0.3, 0.8), part("teachers", 0.5, 0.5),
            part("bias", 0, 0), part("harassment", 0.01, 0), part("access", 0.6, 1)});
  CHECK(sentence(results) ==
        "In these schools gaps by dimension are made by the environment, as the experiment sets "
        "it: stigma, representation in materials, hurtful events and access to advanced courses.");
}

TEST_CASE("representation is named only where there is stigma", "[formula]") {
  const Results results = with({part("stigma", 0, 0), part("materials", 0.3, 0.8),
                                part("access", 1, 1), part("support_gap", 0, 0)});
  CHECK(parts_that_differ(results, small_cells(results), "d").empty());
  CHECK_THAT(sentence(results), Catch::StartsWith("Nothing in the environment of these schools"));
  CHECK_THAT(sentence(results), Catch::Contains("acts only where there is stigma"));
}

TEST_CASE("nothing is said of an environment that the file does not hold, or of one group",
          "[formula]") {
  CHECK(sentence(with({})).empty());
  Results results = with({part("stigma", 0.1, 0)});
  results.groups[1].students = 9;
  CHECK(sentence(results).empty());
}
