#include "cli/twin_differences.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/small_cells.h"
#include "analysis/steps.h"
#include "cli/text_lines.h"

namespace cli {
namespace {

constexpr std::size_t kWidth = 100, kNameWidth = 28;
constexpr std::size_t kBelonging = 0;  // the row of difference_rows() that is shown by group
constexpr std::array<std::size_t, 5> kSpread{0, 1, 2, 4, 5};  // those shown by distance
using Ids = std::vector<std::uint32_t>;

/// Some students: a membership, or a distance.
struct Some {
  std::string label, dimension;
  Ids ids;
};

std::vector<float> of(const std::vector<float>& by_id, const Ids& ids) {
  std::vector<float> values;
  for (const std::uint32_t id : ids) values.push_back(by_id[id]);
  return values;
}

double mean(const std::vector<float>& values) {
  double sum = 0;
  for (const float x : values) sum += static_cast<double>(x);
  return sum / static_cast<double>(values.size());
}

std::string change(double x) {
  if (std::isnan(x)) return "-";
  const std::string text = fmt::format("{:+.3f}", x);
  return text.find_first_of("123456789") == std::string::npos ? text.substr(1) : text;
}

std::string share(const std::vector<float>& values, bool (*holds)(float)) {
  const auto n = std::count_if(values.begin(), values.end(), holds);
  return fmt::format("{:.0f}%",
                     100.0 * static_cast<double>(n) / static_cast<double>(values.size()));
}
std::string higher(const std::vector<float>& v) {
  return share(v, [](float x) { return x > 0; });
}
std::string lower(const std::vector<float>& v) {
  return share(v, [](float x) { return x < 0; });
}
std::string same(const std::vector<float>& v) {
  return share(v, [](float x) { return x == 0; });
}

std::string paragraph(const std::string& text) {
  std::string all;
  for (const std::string& line : lines_of(text, kWidth)) all += line + "\n";
  return all;
}

std::vector<Some> memberships(const DimensionNames& names, const models::School& school) {
  std::vector<Some> all;
  for (std::size_t d = 0; d < names.dimensions.size(); ++d) {
    const auto& dimension = names.dimensions[d];
    const std::size_t first = all.size();
    for (const auto& m : dimension.memberships) all.push_back({m.label, dimension.key, {}});
    for (std::uint32_t id = 0; id < school.students(); ++id) {
      all[first + school.membership[d][school.row_of_id[id]]].ids.push_back(id);
    }
  }
  return all;
}

/// Those reached and those not, then those not reached by their distance; nobody's rows left out.
std::vector<Some> by_distance(const std::vector<std::uint32_t>& steps) {
  std::vector<Some> all{
      {"Reached by a lever", "reach", {}},           {"Not reached", "reach", {}},
      {"  1 step from one reached", "distance", {}}, {"  2 steps", "distance", {}},
      {"  3 steps or more", "distance", {}},         {"  no path to one reached", "distance", {}}};
  for (std::uint32_t id = 0; id < steps.size(); ++id) {
    all[steps[id] == 0 ? 0 : 1].ids.push_back(id);
    if (steps[id] == 0) continue;
    const std::size_t place = steps[id] == analysis::kNoPath ? 5 : 1 + std::min(steps[id], 3u);
    all[place].ids.push_back(id);
  }
  std::erase_if(all, [](const Some& some) { return some.ids.empty(); });
  return all;
}

/// Which of them are too few to show, and what is said of it. The rule is that of all tables.
struct Hidden {
  std::vector<bool> hidden;
  std::string note;
};
Hidden small_ones(const std::vector<Some>& all, std::uint32_t small_cell) {
  analysis::Results groups;
  groups.small_cell = small_cell;
  for (const Some& some : all) {
    const std::string label = some.label.substr(some.label.find_first_not_of(' '));
    groups.groups.push_back(
        {label, label, some.dimension, static_cast<std::int64_t>(some.ids.size())});
  }
  const analysis::SmallCells cells = analysis::small_cells(groups);
  return {cells.hidden, cells.note(groups)};
}

std::string spread_table(const SchoolDifferences& found) {
  std::string text = fmt::format("{:<{}}", "How far the two lives lie apart", kNameWidth + 4);
  text += fmt::format("{:>7}{:>8}{:>8}{:>8}{:>8}{:>8}{:>7}{:>7}{:>6}\n", "mean", "10%", "25%",
                      "median", "75%", "90%", "higher", "lower", "same");
  for (std::size_t k = 0; k < found.change.size(); ++k) {
    const std::vector<float>& v = found.change[k];
    text += fmt::format("  {:<{}}{:>9}", difference_rows()[k].label, kNameWidth, change(mean(v)));
    for (const double p : {0.1, 0.25, 0.5, 0.75, 0.9}) {
      text += fmt::format("{:>8}", change(quantile(v, p)));
    }
    text += fmt::format("{:>7}{:>7}{:>6}\n", higher(v), lower(v), same(v));
  }
  return text;
}

std::string group_table(const std::vector<Some>& groups, const Hidden& small,
                        const std::vector<float>& belonging) {
  std::string text =
      fmt::format("\n{:<{}}{:>9}{:>9}{:>9}{:>9}{:>9}{:>8}{:>8}\n", "Belonging by group",
                  kWidth - 64, "students", "mean", "10%", "median", "90%", "higher", "lower");
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (small.hidden[g]) continue;
    const std::vector<float> v = of(belonging, groups[g].ids);
    text +=
        fmt::format("  {:<{}.{}}{:>9}{:>9}{:>9}{:>9}{:>9}{:>8}{:>8}\n", groups[g].label,
                    kWidth - 66, kWidth - 67, v.size(), change(mean(v)), change(quantile(v, 0.1)),
                    change(quantile(v, 0.5)), change(quantile(v, 0.9)), higher(v), lower(v));
  }
  return text + (small.note.empty() ? "" : paragraph(small.note));
}

std::string spillover_table(const SchoolDifferences& found, std::uint32_t small_cell) {
  if (found.steps.empty()) return "\nSpillover\n" + paragraph(found.no_spillover);
  const std::vector<Some> all = by_distance(found.steps);
  const Hidden small = small_ones(all, small_cell);
  std::string text =
      fmt::format("\n{:<{}}{:>9}", "Spillover: mean difference", kNameWidth + 2, "students");
  for (const char* name : {"belonging", "engagement", "vigilance", "relation", "GPA"}) {
    text += fmt::format("{:>12}", name);
  }
  text += "\n";
  bool unreached_shown = true;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (all[k].dimension == "reach") unreached_shown = !small.hidden[k];
    if (small.hidden[k] || (all[k].dimension == "distance" && !unreached_shown)) continue;
    text += fmt::format("  {:<{}}{:>9}", all[k].label, kNameWidth, all[k].ids.size());
    for (const std::size_t row : kSpread) {
      text += fmt::format("{:>12}", change(mean(of(found.change[row], all[k].ids))));
    }
    text += "\n";
  }
  if (!small.note.empty()) text += paragraph(small.note);
  return text + paragraph(
                    "Steps are friendships on the first day, whoever of the two names the "
                    "other. What moves those whom no lever reaches comes through classmates, "
                    "friends and what teachers carry from class to class.");
}

}  // namespace

std::string differences_text(const Experiment& e, const OneUnit& unit,
                             const SchoolDifferences& found) {
  const std::uint32_t limit =
      std::max(e.small_cell, static_cast<std::uint32_t>(analysis::kSmallestCell));
  if (unit.school->students() < limit) {
    return fmt::format("Nothing is shown: there are fewer than {} students in this school.\n",
                       limit);
  }
  const std::vector<Some> groups = memberships(e.schools.names, *unit.school);
  return spread_table(found) +
         group_table(groups, small_ones(groups, e.small_cell), found.change[kBelonging]) +
         spillover_table(found, e.small_cell);
}

}  // namespace cli
