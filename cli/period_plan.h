#pragma once
// Which period each section meets in, where the roster does not say: so that nobody has two
// sections at once. Sections that share a student exclude each other; each takes the period where
// it shares the fewest, the one with the fewest choices first (Brelaz 1979,
// doi:10.1145/359094.359101), then single moves repair what is left (tabu search: Hertz & de Werra
// 1987, doi:10.1007/BF02239976). The same sections and students always give the same plan.

#include <cstdint>
#include <vector>

namespace cli {

struct PeriodQuestion {
  std::uint32_t periods = 0;
  std::size_t sections = 0;
  std::vector<std::vector<std::uint32_t>> of_student;  ///< sections of each student
  std::vector<std::int32_t> fixed;  ///< of each section: a period that stays, or -1
  bool late_first = false;          ///< among equal periods, the last of the day
};

struct PeriodPlan {
  std::vector<std::uint8_t> period;  ///< of each section
  std::size_t clashes = 0;           ///< pairs of sections of one student that meet at once
};

PeriodPlan plan_periods(const PeriodQuestion& question);

}  // namespace cli
