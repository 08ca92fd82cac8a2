#pragma once
// In which period of the model's day each section of a school meets.

#include <vector>

#include "cli/oneroster.h"

namespace cli {

struct SectionPeriods {
  std::uint32_t periods = 0;
  std::vector<std::uint8_t> period;  ///< of each section
  bool given = false;                ///< every section's period is the roster's
};

/// The first of the periods that the roster names for a class, in their natural order, where all
/// names together are at most seven and no student is in two places; else periods that keep
/// everyone's day free of clashes, as far as there are such (period_plan.h): students' first, and
/// teachers' who have no more sections than the day has periods. `of_student`, `of_teacher`:
/// sections of each. Homerooms of a self-contained school meet first, and all else last.
SectionPeriods section_periods(const std::vector<const RosterClass*>& sections,
                               const std::vector<std::vector<std::uint32_t>>& of_student,
                               const std::vector<std::vector<std::uint32_t>>& of_teacher,
                               std::uint32_t periods, bool self_contained);

}  // namespace cli
