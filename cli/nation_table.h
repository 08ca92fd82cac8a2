#pragma once
// What a nation of schools is made of, as a table for people.

#include <string>

#include "cli/school_file.h"

namespace cli {

/// Schools and students by kind; students and teachers by group of the dimension whose numbers are
/// counted in each school; and how far the groups learn apart.
std::string nation_table(const SchoolSet& set);

}  // namespace cli
