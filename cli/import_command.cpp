#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/import_account.h"
#include "cli/imported_school.h"
#include "cli/roster_plans.h"
#include "cli/school_text.h"
#include "sim/run/config_error.h"
#include "sim/run/run_error.h"
#include "sim/run/text_file.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLikeSecondary = "configs/schools/national_high_school.toml";
constexpr const char* kLikePrimary = "configs/schools/primary_schools.toml";

std::string listed(const Roster& roster, const std::vector<std::uint32_t>& schools) {
  std::vector<std::string> names;
  for (const std::uint32_t k : schools) {
    const RosterSchool& one = roster.schools[k];
    names.push_back(one.name.empty() ? one.id : fmt::format("{} ({})", one.name, one.id));
    if (names.size() == 20 && schools.size() > 20) {
      names.push_back(fmt::format("and {} more", schools.size() - names.size()));
      break;
    }
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Schools in which students have classes at all.
std::vector<std::uint32_t> schools_in_use(const Roster& roster) {
  std::vector<bool> used(roster.schools.size(), false);
  for (const RosterSeat& seat : roster.seats) {
    if (!seat.teaches) used[roster.classes[seat.of_class].school] = true;
  }
  std::vector<std::uint32_t> all;
  for (std::uint32_t k = 0; k < used.size(); ++k) {
    if (used[k]) all.push_back(k);
  }
  return all;
}

std::vector<std::uint32_t> chosen_schools(const ImportOptions& options, const Roster& roster) {
  const auto there = schools_in_use(roster);
  if (there.empty()) {
    throw sim::ConfigError(options.roster + ": no student is enrolled in a class of a school");
  }
  if (options.schools.empty()) return there;
  std::vector<std::uint32_t> chosen;
  for (const std::string& name : options.schools) {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t k : there) {
      const RosterSchool& one = roster.schools[k];
      if (name == one.id || name == one.name || name == one.identifier) found.push_back(k);
    }
    if (found.size() != 1) {
      throw sim::ConfigError(
          fmt::format("--school {}: is {} of {}; there are: {}", name,
                      found.empty() ? "no school with students" : "the name of several schools",
                      options.roster, listed(roster, there)));
    }
    if (std::find(chosen.begin(), chosen.end(), found.front()) == chosen.end()) {
      chosen.push_back(found.front());
    }
  }
  return chosen;
}

std::int32_t chosen_day(const ImportOptions& options, const Roster& roster,
                        const std::vector<std::uint32_t>& schools) {
  if (options.date.empty()) return fullest_day(roster, schools);
  const auto day = day_of(options.date);
  if (!day)
    throw sim::ConfigError(fmt::format("--date {}: is no date as 2026-02-28", options.date));
  return *day;
}

/// All schools of one file are of one kind; those with nobody in class on the day go.
bool one_kind(const ImportOptions& options, const Roster& roster, std::int32_t day,
              std::vector<std::uint32_t>& schools) {
  std::vector<std::uint32_t> primary, secondary;
  for (const std::uint32_t k : schools) {
    const auto kind = self_contained(roster, k, day);
    if (kind) (*kind ? primary : secondary).push_back(k);
  }
  if (primary.empty() && secondary.empty()) {
    throw sim::ConfigError(fmt::format("{}: no student has a class on {}; --date takes another day",
                                       options.roster, date_of(day)));
  }
  if (!primary.empty() && !secondary.empty()) {
    throw sim::ConfigError(fmt::format(
        "{}: one school file holds schools of one kind; choose with --school. With self-contained "
        "classes: {}. With a class a period: {}",
        options.roster, listed(roster, primary), listed(roster, secondary)));
  }
  schools = primary.empty() ? secondary : primary;
  return !primary.empty();
}

SchoolSet read_like(const std::string& path) {
  if (sim::missing_file(path)) {
    throw sim::ConfigError(
        fmt::format("--like {}: there is no such file; how the environment treats each group is in "
                    "no roster, so "
                    "it is taken from a school file as those in configs/schools",
                    path));
  }
  SchoolSet like = read_schools(path, "");
  if (!like.strata.empty() || like.imported) {
    throw sim::ConfigError(fmt::format(
        "--like {}: must be the file of one synthetic school, or of several of a kind", path));
  }
  return like;
}

void write_school(const fs::path& folder, const SchoolRoster& school, const DimensionNames& names) {
  fs::create_directories(folder);
  const StructureText text = structure_text(school.structure, names, school.grades);
  sim::write_whole(folder / "students.csv", text.students);
  sim::write_whole(folder / "sections.csv", text.sections);
  sim::write_whole(folder / "enrolments.csv", text.enrolments);
  if (!text.friends.empty()) sim::write_whole(folder / "friends.csv", text.friends);
}

/// Writes everything beside the output, reads it again as `belong run` would, and only then gives
/// it its name.
class Output {
 public:
  explicit Output(const std::string& path)
      : path_(fs::path(path).lexically_normal()),
        building_(fs::absolute(path_ / ".").lexically_normal().parent_path().string() + ".part" +
                  std::to_string(::getpid())) {
    std::error_code none;
    if (fs::exists(path_, none) && !(fs::is_directory(path_, none) && fs::is_empty(path_, none))) {
      throw sim::ConfigError(
          fmt::format("-o {}: is there already; name a folder that is new or empty", path));
    }
  }
  ~Output() {
    std::error_code none;
    fs::remove_all(building_, none);
  }
  const fs::path& building() const { return building_; }
  void finish() {
    std::error_code error;
    fs::remove(path_, error);  // an empty folder
    fs::rename(building_, path_, error);
    if (error) {
      throw sim::RunError(fmt::format("cannot write {}: {}", path_.string(), error.message()));
    }
  }

 private:
  fs::path path_, building_;
};

}  // namespace

int import_command(const ImportOptions& options) {
  if (options.format != "oneroster") {
    throw sim::ConfigError(
        fmt::format("belong import {}: only oneroster is known", options.format));
  }
  Output output(options.output);
  const Roster roster = read_oneroster(RosterSource(options.roster));
  auto numbers = chosen_schools(options, roster);
  ImportFacts facts;
  facts.day_chosen = !options.date.empty();
  facts.day = chosen_day(options, roster, numbers);
  facts.self_contained = one_kind(options, roster, facts.day, numbers);
  facts.like = !options.like.empty()  ? options.like
               : facts.self_contained ? kLikePrimary
                                      : kLikeSecondary;
  const SchoolSet like = read_like(facts.like);
  std::vector<SchoolRoster> schools;
  for (const std::uint32_t k : numbers) {
    schools.push_back(
        school_roster(roster, k, facts.day, facts.self_contained, demographic_rows(like.names)));
  }
  facts.friends = !options.friends.empty();
  if (facts.friends) facts.friends_out = read_friends(options.friends, roster, schools);
  for (std::size_t d = 0; d < like.names.dimensions.size(); ++d) {
    facts.given.push_back(std::all_of(schools.begin(), schools.end(), [&](const auto& school) {
      return !school.structure.people.membership[d].empty();
    }));
  }
  const ImportAccount account = import_account(roster, schools, like, facts);

  SchoolText text;
  text.title = options.title;
  text.self_contained = facts.self_contained;
  text.comment = {
      "A school imported by `belong import oneroster`. Structure only: keep this folder",
      "as carefully as the roster itself, as it says who sits with whom.", ""};
  for (const std::string& line : account.lines()) text.comment.push_back(line);
  std::error_code error;
  fs::create_directories(output.building(), error);
  if (error) {
    throw sim::RunError(fmt::format("cannot write {}: {}", options.output, error.message()));
  }
  for (std::size_t k = 0; k < schools.size(); ++k) {
    text.folders.push_back(schools.size() == 1 ? "." : fmt::format("school_{}", k + 1));
    write_school(output.building() / text.folders.back(), schools[k], like.names);
  }
  const fs::path file = output.building() / "school.toml";
  sim::write_whole(file, school_text(text, like, facts.given));
  read_schools(file.string(), "");  // what is written can be read
  output.finish();

  fmt::print("{}: {}\n", options.output, options.title);
  for (const std::string& line : account.lines()) fmt::print("{}\n", line);
  fmt::print("\nIn an experiment: school = \"{}\" (as seen from the experiment's folder)\n",
             (fs::path(options.output) / "school.toml").string());
  return 0;
}

}  // namespace cli
