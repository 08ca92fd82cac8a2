#pragma once
// Who teaches each class of a school on one day. The model has one teacher for a section.

#include <unordered_map>
#include <unordered_set>

#include "cli/oneroster.h"

namespace cli {

struct SectionTeachers {
  std::unordered_map<std::uint32_t, std::uint32_t> user;  ///< by class, where there is one
  std::unordered_set<std::uint32_t> several;              ///< classes that have more than one
};

/// Of several, the one marked primary; of several such, the first in the order of keys.
SectionTeachers teachers_on_day(const Roster& roster, std::uint32_t school, std::int32_t day);

}  // namespace cli
