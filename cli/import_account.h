#pragma once
// What an import found, what it assumed, and what it left out, in plain sentences. Counts of a
// whole school only: no group's size, no student, no teacher.

#include <string>
#include <vector>

#include "cli/school_file.h"
#include "cli/school_roster.h"

namespace cli {

struct ImportAccount {
  std::vector<std::string> found, assumed, left_out;
  /// Headed lists, a line each.
  std::vector<std::string> lines() const;
};

struct ImportFacts {
  std::int32_t day = 0;
  bool day_chosen = false;  ///< by --date
  bool self_contained = false;
  std::string like;             ///< the template's path
  bool friends = false;         ///< a list of friendships was given
  std::size_t friends_out = 0;  ///< ties of it that lead nowhere
  std::vector<bool> given;      ///< by dimension
};

ImportAccount import_account(const Roster& roster, const std::vector<SchoolRoster>& schools,
                             const SchoolSet& like, const ImportFacts& facts);

}  // namespace cli
