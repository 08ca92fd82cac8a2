#pragma once
// The levers that the workshop page puts before people: questions of students, each answered by a
// lever of a program in the library, with that lever's amount as 100 %.

#include <string>
#include <vector>

#include "cli/program_file.h"

namespace cli {

struct PageLever {
  std::string name, question, says;
  Program program;  ///< that it is taken from
  NamedLever of;    ///< its lever there
  /// As a scenario's own lever: for everyone, without boosters; amount, start and days as there.
  models::Lever template_lever;
  double least = 0, most = 0;  ///< multiples of the amount
};

/// Reads the page's levers: five to nine, in the order of the file. Throws sim::ConfigError.
std::vector<PageLever> read_page_levers(const std::string& path);

}  // namespace cli
