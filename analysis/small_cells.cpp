#include "analysis/small_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace analysis {
namespace {

/// Hides further memberships of one dimension while the hidden ones can be worked out.
void shield(const Results& results, const std::vector<std::size_t>& memberships,
            SmallCells& cells) {
  const auto smaller = [&](std::size_t a, std::size_t b) {
    return results.groups[a].students < results.groups[b].students;
  };
  while (true) {
    std::int64_t students = 0, groups = 0;
    std::vector<std::size_t> shown;
    for (const std::size_t g : memberships) {
      if (!cells.hidden[g]) {
        shown.push_back(g);
        continue;
      }
      students += results.groups[g].students;
      ++groups;
    }
    if (groups == 0 || shown.empty() || (groups > 1 && students >= cells.limit)) return;
    const std::size_t next = *std::min_element(shown.begin(), shown.end(), smaller);
    cells.hidden[next] = true;
    cells.shielding[next] = true;
  }
}

std::string names(const Results& results, const std::vector<bool>& which) {
  std::string all;
  for (std::size_t g = 0; g < which.size(); ++g) {
    if (which[g]) all += (all.empty() ? "" : ", ") + results.groups[g].label;
  }
  return all;
}

}  // namespace

SmallCells small_cells(const Results& results, std::int64_t asked) {
  const std::size_t groups = results.groups.size();
  SmallCells cells;
  cells.limit = std::max({kSmallestCell, results.small_cell, asked});
  cells.shielding.assign(groups, false);
  std::set<std::string> dimensions;
  for (const Group& group : results.groups) {
    cells.hidden.push_back(group.students < cells.limit);
    dimensions.insert(group.dimension);
  }
  for (const std::string& dimension : dimensions) {
    std::vector<std::size_t> memberships;
    for (std::size_t g = 0; g < groups; ++g) {
      if (results.groups[g].dimension == dimension) memberships.push_back(g);
    }
    if (dimension != "all") shield(results, memberships, cells);
  }
  return cells;
}

std::string SmallCells::note(const Results& results) const {
  std::vector<bool> small = hidden;
  for (std::size_t g = 0; g < small.size(); ++g) small[g] = hidden[g] && !shielding[g];
  const std::string few = names(results, small), others = names(results, shielding);
  if (few.empty()) return "";
  std::string text = fmt::format("Not shown, because fewer than {} students: {}.", limit, few);
  if (!others.empty()) {
    text += fmt::format(" Not shown either, so that these can't be worked out: {}.", others);
  }
  return text;
}

}  // namespace analysis
