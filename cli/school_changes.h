#pragma once
// What an experiment changes in the schools that it reads: their profile and their calendar.

#include "cli/school_file.h"

namespace cli {

/// [profile] of an experiment. Throws sim::ConfigError for a number of students where each school
/// has its own.
void change_profile(const sim::Table& profile, SchoolSet& set);

/// [calendar] of `root`, and the number of years that follow one another, for all schools and their
/// references.
void set_calendars(const sim::Table& root, std::uint32_t years, SchoolSet& set);

}  // namespace cli
