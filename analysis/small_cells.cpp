#include "analysis/small_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace analysis {
namespace {

/// Students, and whether they are hidden, of groups that add up to one that is known.
struct Parts {
  std::vector<std::int64_t> students;
  std::vector<bool> hidden;

  /// Hides the next smallest while the hidden ones can be worked out. True if any was.
  bool shield(std::int64_t limit) {
    bool any = false;
    while (true) {
      std::int64_t hidden_students = 0, count = 0;
      std::size_t next = hidden.size();
      for (std::size_t k = 0; k < hidden.size(); ++k) {
        if (hidden[k]) {
          hidden_students += students[k];
          count += students[k] > 0;  // who is not there needs no shield, and is none
        } else if (next == hidden.size() || students[k] < students[next]) {
          next = k;
        }
      }
      if (count == 0 || next == hidden.size() || (count > 1 && hidden_students >= limit)) {
        return any;
      }
      hidden[next] = any = true;
    }
  }
};

/// Which groups are hidden in which of some places, that between them are all schools.
struct Table {
  std::vector<std::vector<std::int64_t>> students;  ///< [place][group]
  std::vector<std::vector<bool>> hidden;            ///< [place][group]

  /// What groups are hidden in a place: memberships of one dimension add up to everyone.
  bool shield_groups(const std::vector<std::vector<std::size_t>>& dimensions, std::int64_t limit) {
    bool any = false;
    for (std::size_t p = 0; p < students.size(); ++p) {
      for (const auto& memberships : dimensions) {
        Parts parts;
        for (const std::size_t g : memberships) {
          parts.students.push_back(students[p][g]);
          parts.hidden.push_back(hidden[p][g]);
        }
        any = parts.shield(limit) || any;
        for (std::size_t k = 0; k < memberships.size(); ++k) {
          hidden[p][memberships[k]] = parts.hidden[k];
        }
      }
    }
    return any;
  }

  /// In which places a group is hidden: places add up to everywhere.
  bool shield_places(std::int64_t limit) {
    bool any = false;
    for (std::size_t g = 0; students.size() > 1 && g < students.front().size(); ++g) {
      Parts parts;
      for (std::size_t p = 0; p < students.size(); ++p) {
        parts.students.push_back(students[p][g]);
        parts.hidden.push_back(hidden[p][g]);
      }
      any = parts.shield(limit) || any;
      for (std::size_t p = 0; p < students.size(); ++p) hidden[p][g] = parts.hidden[p];
    }
    return any;
  }
};

std::string names(const Results& results, const std::vector<bool>& which) {
  std::string all;
  for (std::size_t g = 0; g < which.size(); ++g) {
    if (which[g]) all += (all.empty() ? "" : ", ") + results.groups[g].label;
  }
  return all;
}

}  // namespace

SmallCells small_cells(const Results& results, std::int64_t asked) {
  SmallCells cells;
  cells.limit = std::max({kSmallestCell, results.small_cell, asked});
  std::map<std::string, std::vector<std::size_t>> by_dimension;
  std::vector<std::int64_t> here;
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    const Group& group = results.groups[g];
    here.push_back(group.students);
    if (group.dimension != "all") by_dimension[group.dimension].push_back(g);
  }
  std::vector<std::vector<std::size_t>> dimensions;
  for (const auto& [key, memberships] : by_dimension) dimensions.push_back(memberships);
  // The place itself, and with it those of its kind.
  Table table;
  std::size_t own = 0;
  for (std::size_t p = 0; p < results.places.size(); ++p) {
    if (results.places[p].kind != results.places[results.place].kind) continue;
    if (p == results.place) own = table.students.size();
    table.students.push_back(results.places[p].students);
  }
  if (table.students.empty()) table.students.push_back(here);
  for (const auto& students : table.students) {
    std::vector<bool> few;
    for (const std::int64_t n : students) few.push_back(n < cells.limit);
    table.hidden.push_back(few);
  }
  bool again = true;
  while (again) {
    again = table.shield_places(cells.limit);
    again = table.shield_groups(dimensions, cells.limit) || again;
  }
  cells.hidden = table.hidden[own];
  for (std::size_t g = 0; g < here.size(); ++g) {
    cells.shielding.push_back(cells.hidden[g] && here[g] >= cells.limit);
  }
  return cells;
}

std::string SmallCells::note(const Results& results) const {
  std::vector<bool> small = hidden;
  for (std::size_t g = 0; g < small.size(); ++g) small[g] = hidden[g] && !shielding[g];
  const std::string few = names(results, small), others = names(results, shielding);
  if (few.empty()) {
    if (others.empty()) return "";
    return fmt::format("Not shown, so that small groups elsewhere can't be worked out: {}.",
                       others);
  }
  std::string text = fmt::format("Not shown, because fewer than {} students: {}.", limit, few);
  if (!others.empty()) {
    text += fmt::format(" Not shown either, so that these can't be worked out: {}.", others);
  }
  return text;
}

}  // namespace analysis
