#pragma once
// Where outcomes are added up: everywhere, and, where an experiment asks for it, in every kind of
// school, every region or every school by itself.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/school_file.h"

namespace cli {

struct Place {
  std::string key, label;
  std::string kind;  ///< "all", "stratum", "region" or "school"
  std::uint64_t schools = 0, students = 0;
};

struct Places {
  std::vector<Place> all{{"everywhere", "Everywhere", "all", 0, 0}};
  std::size_t kinds = 0;               ///< beside "all"; each school is in one place of each
  std::vector<std::uint16_t> numbers;  ///< [school * kinds + kind], in `all`

  std::span<const std::uint16_t> of(std::size_t school) const {
    return std::span(numbers).subspan(school * kinds, kinds);
  }
};

/// `by` of [record]: "stratum", "region" (of a nation), "school" (of a file that lists schools).
/// Throws sim::ConfigError where the schools have no such kind, or two of the same name.
Places read_places(const sim::Table& record, const SchoolSet& schools);

}  // namespace cli
