#pragma once
// Results of a few yearly figures: a baseline and one program, everyone and up to three groups of
// one dimension.

#include <string>
#include <vector>

#include "analysis/results.h"

namespace year {

using Levels = std::vector<std::vector<float>>;  ///< [group][run]; the first group is everyone

/// The figures of a baseline and of one program; higher is better.
inline analysis::Outcome outcome_of(const std::string& key, const Levels& before,
                                    const Levels& after) {
  analysis::Outcome outcome;
  outcome.key = key;
  outcome.label = "The " + key;
  outcome.better = analysis::Better::higher;
  for (const Levels* levels : {&before, &after}) {
    for (std::size_t run = 0; run < before.front().size(); ++run) {
      for (const auto& group : *levels) outcome.means.push_back(group[run]);
    }
  }
  return outcome;
}

/// `students` by group, everyone first; the others are A, B and C of the dimension d.
inline analysis::Results results_of(std::vector<analysis::Outcome> outcomes,
                                    const std::vector<std::int64_t>& students) {
  analysis::Results results;
  results.schools = 3;
  results.programs = "[]";
  results.scenarios = {{"baseline", "As it is", {}}, {"program", "The program", {"program"}}};
  results.groups = {{"all", "All students", "all", students[0]}};
  for (std::size_t g = 1; g < students.size(); ++g) {
    const std::string name(1, static_cast<char>('A' + g - 1));
    results.groups.push_back({"d:" + name, name, "d", students[g]});
  }
  results.dimensions = {{"d", "Dimension"}};
  results.replicates = outcomes.front().means.size() / (2 * students.size());
  results.outcomes = std::move(outcomes);
  return results;
}

}  // namespace year
