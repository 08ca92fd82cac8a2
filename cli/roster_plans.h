#pragma once
// Schools whose structure comes from a roster: [roster] of a school file.

#include "cli/school_file.h"

namespace cli {

struct Experiment;

/// What stands beside every result of an imported school.
inline constexpr std::string_view kImportedNotice =
    "Who sits where with whom comes from a roster; students and teachers are drawn, and how the "
    "environment treats each group is assumed.";

/// Is this key of a profile measured on a roster?
bool is_by_roster(std::string_view key);

/// Throws sim::ConfigError if [profile] holds what a roster gives.
void check_by_roster(const sim::Table& profile);

/// Reads [roster]: `folders`, each with the files of one school (imported_school.h), beside the
/// school file. Every school is `plan` with its own structure, size and shares; all have as many
/// periods as the one with the most.
void read_roster(const sim::Table& roster, const models::SchoolPlan& plan, SchoolSet& set);

/// What in an experiment an imported school cannot do: several years, and records of students.
/// Throws sim::ConfigError.
void check_imported(const sim::Table& root, const Experiment& experiment);

/// Throws sim::ConfigError: "COMMAND: ..." if the experiment's schools are imported.
void refuse_imported(std::string_view command, const Experiment& experiment);

/// Two lines on what an imported school file holds, for `belong check`.
std::string imported_in_words(const SchoolSet& set);

}  // namespace cli
