#include "analysis/environment.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/figures.h"
#include "sim/run/number_text.h"
#include "sim/run/run_error.h"

namespace analysis {
namespace {

constexpr std::array<PartWords, 8> kWords{{
    {"stigma", "Stigma",
     "how far the wider setting puts the group's welcome in doubt; 0 is not at all"},
    {"materials", "Representation in materials",
     "how much of the curriculum and its materials shows the group, 0 to 1"},
    {"teachers", "Representation among teachers", "share of the school's teachers"},
    {"support_gap", "Support that does not arrive",
     "part of the other teachers' support that does not reach the group; 0 is all of it arrives"},
    {"bias", "Bias",
     "how much more harshly other teachers read an unclear incident, in logits; 0 is alike"},
    {"harassment", "Hurtful events", "aimed at the group, for each student and day"},
    {"access", "Access to advanced courses",
     "chance to be placed, against an equally prepared student; 1 is the same chance"},
    {"own_group", "Friends within the group",
     "how much more friends of one's own group are sought the fewer of them there are; 0 is alike"},
}};

/// Indices of the shown groups of a dimension.
std::vector<std::size_t> shown(const Results& results, const SmallCells& cells,
                               const std::string& dimension) {
  std::vector<std::size_t> all;
  for (std::size_t g = 0; g < results.groups.size(); ++g) {
    if (results.groups[g].dimension == dimension && !cells.hidden[g]) all.push_back(g);
  }
  return all;
}

bool representation(const std::string& key) { return key == "materials" || key == "teachers"; }

/// Does it make a difference between students of these groups? `stigma`: where there is any.
bool acts(const EnvironmentPart& part, const std::vector<std::size_t>& groups, bool stigma) {
  // Who teaches and who sits beside whom makes a difference of these even where all have the same.
  if (part.key == "stigma" || part.key == "support_gap" || part.key == "bias" ||
      part.key == "own_group") {
    return std::any_of(groups.begin(), groups.end(), [&](auto g) { return part.high[g] > 0; });
  }
  bool differs = false;
  for (const std::size_t g : groups) {
    differs = differs || part.low[g] != part.low[groups.front()] ||
              part.high[g] != part.high[groups.front()] || part.low[g] != part.high[g];
  }
  return differs && (stigma || !representation(part.key));
}

bool any_stigma(const Results& results, const std::vector<std::size_t>& groups) {
  for (const EnvironmentPart& part : results.environment) {
    if (part.key != "stigma") continue;
    return std::any_of(groups.begin(), groups.end(), [&](auto g) { return part.high[g] > 0; });
  }
  return false;
}

}  // namespace

void read_environment(const sim::LabelledReader& file, Results& results) {
  if (!file.has("environment_part")) return;
  const auto keys = file.labels("environment_part");
  const auto units = file.texts("environment_unit"), meanings = file.texts("environment_meaning");
  const auto low = file.values("environment_low"), high = file.values("environment_high");
  const std::size_t groups = results.groups.size();
  if (units.size() != keys.size() || meanings.size() != keys.size() ||
      low.size() != keys.size() * groups || high.size() != low.size()) {
    throw sim::RunError("cannot read " + file.path() +
                        ": its environment table is not over its parts and groups");
  }
  for (std::size_t p = 0; p < keys.size(); ++p) {
    EnvironmentPart part{keys[p], units[p], meanings[p], {}, {}};
    for (std::size_t g = 0; g < groups; ++g) {  // held as float, and meant as written
      part.low.push_back(sim::as_written(static_cast<float>(low[p * groups + g])));
      part.high.push_back(sim::as_written(static_cast<float>(high[p * groups + g])));
    }
    results.environment.push_back(std::move(part));
  }
}

const PartWords* words_of(std::string_view part) {
  const auto at = std::find_if(kWords.begin(), kWords.end(),
                               [&](const PartWords& words) { return words.key == part; });
  return at == kWords.end() ? nullptr : &*at;
}

std::vector<std::string> parts_that_differ(const Results& results, const SmallCells& cells,
                                           const std::string& dimension) {
  std::vector<std::string> names;
  const auto groups = shown(results, cells, dimension);
  if (groups.size() < 2) return names;
  const bool stigma = any_stigma(results, groups);
  for (const EnvironmentPart& part : results.environment) {
    const PartWords* words = words_of(part.key);
    if (words != nullptr && acts(part, groups, stigma))
      names.push_back(lowered(std::string(words->label)));
  }
  return names;
}

bool treats_differently(const Results& results, const SmallCells& cells,
                        const std::string& dimension, const EnvironmentPart& part) {
  const auto groups = shown(results, cells, dimension);
  return groups.size() > 1 && acts(part, groups, true);
}

std::string environment_sentence(const Results& results, const SmallCells& cells,
                                 const Dimension& dimension) {
  const auto groups = shown(results, cells, dimension.key);
  if (results.environment.empty() || groups.size() < 2) return "";
  const std::vector<std::string> names = parts_that_differ(results, cells, dimension.key);
  const char* where = results.schools == 1 ? "this school" : "these schools";
  if (!names.empty()) {
    return fmt::format(
        "In {} gaps by {} are made by the environment, as the experiment sets it: {}.", where,
        lowered(dimension.label), listed(names));
  }
  const bool represented = std::any_of(
      results.environment.begin(), results.environment.end(), [&](const EnvironmentPart& part) {
        return representation(part.key) && acts(part, groups, true);
      });
  return fmt::format(
      "Nothing in the environment of {} makes a gap by {}{}: what differences there are come from "
      "chance, or from the school and the other groups that these students are in.",
      where, lowered(dimension.label),
      represented ? " (representation differs, and acts only where there is stigma)" : "");
}

}  // namespace analysis
