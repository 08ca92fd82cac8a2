#include "analysis/gap_changes.h"

#include <fmt/format.h>

#include <cmath>

#include "analysis/gaps.h"

namespace analysis {
namespace {

/// 1: told from chance, and better; -1: worse; 0: not told from chance.
int side(const Effect& effect, double sign) {
  if (!effect.clear()) return 0;
  return sign * effect.difference > 0 ? 1 : -1;
}

std::string closing(int behind, int ahead, const std::string& last, const std::string& first) {
  if (ahead < 0 && behind > 0) {
    return fmt::format("closes, in part by levelling down: better for {}, worse for {}", last,
                       first);
  }
  if (ahead < 0 && behind < 0) {
    return fmt::format("closes by levelling down: worse for both, more so for {}", first);
  }
  if (ahead < 0) {
    return fmt::format("closes by levelling down: worse for {}, not better for {}", first, last);
  }
  if (ahead > 0) return fmt::format("closes: better for both, more so for {}", last);
  if (behind > 0) return fmt::format("closes: better for {}, no worse for {}", last, first);
  return "closes; neither level alone can be told from chance";
}

std::string widening(int behind, int ahead, const std::string& last, const std::string& first) {
  if (ahead > 0 && behind > 0) {
    return fmt::format("widens: better for both, more so for {}", first);
  }
  if (ahead < 0 && behind < 0) return fmt::format("widens: worse for both, more so for {}", last);
  if (behind < 0) return fmt::format("widens: worse for {}", last);
  if (ahead > 0) return fmt::format("widens: better for {} alone", first);
  return "widens; neither level alone can be told from chance";
}

/// Levels of two groups in two scenarios, and what became of what lies between them.
void say_how(const Results& results, const Outcome& outcome, GapChange& change) {
  const Effect own = paired_effect(results, outcome, change.scenario, change.group);
  const Effect other = paired_effect(results, outcome, change.scenario, change.reference);
  if (!change.gap.interval) {
    change.how = "one paired run";
    return;
  }
  if (!change.gap.clear()) {
    change.how = "no change told from chance";
    return;
  }
  const double sign = outcome.better == Better::lower ? -1 : 1;
  const bool group_first = sign * change.gap.baseline > 0;
  const std::string& group = results.groups[change.group].label;
  const std::string& reference = results.groups[change.reference].label;
  const int ahead = side(group_first ? own : other, sign);
  const int behind = side(group_first ? other : own, sign);
  const std::string& first = group_first ? group : reference;
  const std::string& last = group_first ? reference : group;
  change.closes = std::abs(change.gap.value) < std::abs(change.gap.baseline);
  if (outcome.better == Better::neither) {
    change.how = change.closes ? "closes" : "widens";
    return;
  }
  change.levelled = change.closes && ahead < 0;
  change.how =
      change.closes ? closing(behind, ahead, last, first) : widening(behind, ahead, last, first);
}

}  // namespace

std::vector<GapChange> gap_changes(const Results& results, const SmallCells& cells,
                                   const Outcome& outcome) {
  std::vector<GapChange> all;
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
    for (std::size_t g = 1; g < results.groups.size(); ++g) {
      if (cells.hidden[g]) continue;
      const auto reference = reference_group(results, cells, results.groups[g].dimension);
      if (!reference || *reference == g) continue;
      GapChange change{s, g, *reference, paired_gap(results, outcome, s, g, *reference), {}};
      if (change.gap.runs == 0) continue;
      say_how(results, outcome, change);
      all.push_back(std::move(change));
    }
  }
  return all;
}

}  // namespace analysis
