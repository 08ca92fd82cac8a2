#include "cli/roster_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/experiment.h"
#include "cli/imported_school.h"

namespace cli {
namespace {

namespace fs = std::filesystem;
using models::Structure;

constexpr std::array<std::string_view, 6> kByRoster{
    "students", "grades", "periods", "class_size", "teacher_classes", "advanced_share"};

/// What the model needs to know of a school besides, measured on its roster.
void measure(const Structure& s, models::SchoolProfile& p) {
  std::size_t core = 0, advanced = 0;
  for (const models::Section& section : s.sections) {
    if (section.subject >= models::kCoreSubjects) continue;
    core += section.students;
    advanced += section.advanced != 0 ? section.students : 0u;
  }
  const auto sections = static_cast<float>(s.sections.size());
  p.students = static_cast<float>(s.students());
  p.grades = static_cast<float>(s.grades);
  p.periods = static_cast<float>(s.periods);
  p.class_size = sim::clamp(static_cast<float>(s.members.size()) / sections, 4.0f, 60.0f);
  const float classes = sections / static_cast<float>(s.teachers) + 0.5f;
  p.teacher_classes = static_cast<float>(static_cast<int>(sim::clamp(classes, 1.0f, 7.0f)));
  const float share = core > 0 ? static_cast<float>(advanced) / static_cast<float>(core) : 0.0f;
  p.advanced_share = sim::clamp(share, 0.0f, 0.6f);
}

/// Shares of a dimension's memberships among those for whom the roster gives one.
void measure_shares(const Structure& s, models::Identity& identity) {
  for (std::size_t d = 0; d < models::kMaxDimensions; ++d) {
    const auto& given = s.people.membership[d];
    std::array<std::size_t, models::kMaxMemberships> heads{};
    std::size_t known = 0;
    for (const std::uint8_t m : given) {
      if (m == models::kNotGiven) continue;
      ++heads[m];
      ++known;
    }
    for (std::size_t m = 0; known > 0 && m < models::kMaxMemberships; ++m) {
      identity.dimension[d].row[m].share = static_cast<float>(heads[m]) / static_cast<float>(known);
    }
  }
}

/// A dimension has shares, or the roster gives every school's.
void check_given(const sim::Table& roster, const std::vector<Structure>& all, const SchoolSet& set,
                 const models::Identity& identity) {
  for (std::size_t d = 0; d < identity.dimensions; ++d) {
    float shares = 0;
    for (const models::Membership& row : identity.dimension[d].row) shares += row.share;
    for (std::size_t k = 0; k < all.size() && shares == 0; ++k) {
      if (!all[k].people.membership[d].empty()) continue;
      roster.fail("folders", k,
                  fmt::format("tells nobody's {}: it needs a column of students.csv, or shares in "
                              "the school file",
                              set.names.dimensions[d].key));
    }
  }
}

}  // namespace

bool is_by_roster(std::string_view key) {
  return std::find(kByRoster.begin(), kByRoster.end(), key) != kByRoster.end();
}

void check_by_roster(const sim::Table& profile) {
  for (const std::string_view key : kByRoster) {
    if (profile.has(key)) profile.fail(key, "has no use: it comes from the school's roster");
  }
}

void read_roster(const sim::Table& roster, const models::SchoolPlan& plan, SchoolSet& set) {
  const auto folders = roster.texts("folders");
  if (folders.empty()) roster.fail("folders", "is empty; it names the folder of each school");
  const fs::path base = fs::path(set.path).parent_path();
  std::vector<Structure> all;
  std::uint32_t periods = 0;
  for (const std::string& folder : folders) {
    const std::string path = (base / folder).lexically_normal().string();
    all.push_back(read_structure(path, set.names, plan.profile.elementary != 0.0f));
    periods = std::max(periods, all.back().periods);
  }
  check_given(roster, all, set, plan.identity);
  set.imported = true;
  for (Structure& structure : all) {
    structure.periods = periods;
    models::SchoolPlan one = plan;
    measure(structure, one.profile);
    measure_shares(structure, one.identity);
    one.structure = std::make_shared<const Structure>(std::move(structure));
    set.schools.push_back(std::move(one));
  }
  set.reference = set.schools.front();
}

void check_imported(const sim::Table& root, const Experiment& e) {
  if (!e.schools.imported) return;
  if (e.schools.schools.front().calendar.years > 1) {
    root.table("experiment")
        .fail("years", "is more than a roster tells of: an imported school lives one year");
  }
  if (!e.watch.students.variables.empty()) {
    root.table("record").fail("students",
                              "is refused for an imported school: nothing is stored or shown of "
                              "a single student of a real one");
  }
}

void refuse_imported(std::string_view command, const Experiment& e) {
  if (!e.schools.imported) return;
  throw sim::ConfigError(fmt::format(
      "{}: {} is an imported school, and nothing is shown of a single student of a real one; use a "
      "synthetic school of configs/schools",
      command, e.schools.path));
}

std::string imported_in_words(const SchoolSet& set) {
  std::size_t sections = 0, teachers = 0, ties = 0;
  for (const models::SchoolPlan& plan : set.schools) {
    sections += plan.structure->sections.size();
    teachers += plan.structure->teachers;
    ties += plan.structure->friends.size();
  }
  std::vector<std::string> given, drawn;
  for (std::size_t d = 0; d < set.names.dimensions.size(); ++d) {
    const bool there = std::all_of(set.schools.begin(), set.schools.end(), [&](const auto& plan) {
      return !plan.structure->people.membership[d].empty();
    });
    (there ? given : drawn).push_back(set.names.dimensions[d].label);
  }
  const auto list = [](const std::vector<std::string>& names) {
    return names.empty() ? std::string() : fmt::format(", {}", fmt::join(names, ", "));
  };
  return fmt::format(
      "Imported: {} section(s) in {} periods, {} teacher(s){}\n"
      "From the roster: who sits where with whom, grades{}. Drawn: what people bring{}. "
      "Assumed: "
      "how the environment treats each group.\n",
      sections, set.schools.front().structure->periods, teachers,
      ties > 0 ? fmt::format(", {} friendship ties", ties) : "", list(given), list(drawn));
}

}  // namespace cli
