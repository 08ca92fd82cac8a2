// The environment table travels with the results, as it was set for the run, and the report shows
// nothing of it for a group that is too small to show.

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/report_data.h"
#include "tests/promise/scratch.h"

namespace {

analysis::Results run_with(const std::string& set) {
  const std::string path = test::scratch("environment.h5");
  const std::string command = BELONG_BINARY_DIR "/belong run " BELONG_SOURCE_DIR
                                                "/tests/browser/report.toml --set " +
                              set + " -o '" + path + "' > /dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  return analysis::read_results(path);
}

/// The least and the most of a part for a group.
std::pair<double, double> part_of(const analysis::Results& results, const std::string& part,
                                  const std::string& group) {
  for (const auto& one : results.environment) {
    for (std::size_t g = 0; one.key == part && g < results.groups.size(); ++g) {
      if (results.groups[g].key == group) return {one.low[g], one.high[g]};
    }
  }
  FAIL("no " << part << " of " << group);
  return {};
}

}  // namespace

TEST_CASE("results carry the environment table as it was set for the run", "[promise]") {
  const auto results = run_with("school.dimension.race_ethnicity.membership.black.stigma=0.37");
  using Pair = std::pair<double, double>;
  CHECK(part_of(results, "stigma", "race_ethnicity:black") == Pair{0.37, 0.37});
  CHECK(part_of(results, "stigma", "race_ethnicity:white") == Pair{0, 0});
  CHECK(part_of(results, "access", "race_ethnicity:white") == Pair{1, 1});
  CHECK(std::isnan(part_of(results, "bias", "all").first));
}

TEST_CASE("the report's environment, answers and gaps hold nothing of a hidden group",
          "[promise]") {
  const auto results = run_with("experiment.replicates=2");
  const auto cells = analysis::small_cells(results);
  const nlohmann::json data = analysis::report_data(results, cells);
  std::size_t seen = 0;
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    if (!cells.hidden[g]) continue;
    ++seen;
    for (const char* part : {"environment", "answers", "gap_changes", "effects", "side_by_side"}) {
      const std::string text = data.at(part).dump();
      INFO(part << " and " << results.groups[g].label);
      CHECK(text.find(results.groups[g].key) == text.npos);
      CHECK(text.find(results.groups[g].label) == text.npos);
    }
  }
  CHECK(seen >= 2);
  CHECK(data.at("environment").size() == results.dimensions.size());
}
