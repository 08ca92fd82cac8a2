#pragma once
// One student's days, seen from outside: what the day's classes said, how it was read, what
// happened, and how the student's state answered. For synthetic students only.

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/inputs.h"
#include "models/snapshot.h"
#include "models/whose_lives.h"

namespace models {

/// What is looked at, every day, in this order.
enum class Seen : std::size_t {
  cue,
  reading,
  evidence,
  hurt,
  present,
  incidents,
  referrals,
  suspended,
  belonging,
  uncertainty,
  engagement,
  vigilance,
  relation,
  count
};
inline constexpr std::size_t kSeen = static_cast<std::size_t>(Seen::count);

/// The key is the column's name in a CSV.
struct SeenRow {
  std::string_view key;
  Variable variable;
};

/// One row for each, in the order of the enumeration.
const std::array<SeenRow, kSeen>& seen_rows();

/// What is looked at on each of these days, day by day.
std::vector<Sight> sights_of_days(std::uint32_t days);

/// Lives scenarios on a school and looks at one student on each day of the run:
/// [(life * kSeen + what) * days + day]; NaN where there is no value.
std::vector<float> see_lives(const School& school, std::span<const Scenario> lives,
                             std::uint32_t replicate, std::uint32_t student);

/// By what two scenarios change in a student's belonging on the run's last day.
OneOfAll choose_student(const School& school, std::span<const Scenario, 2> lives,
                        std::uint32_t replicate, Whose whose);

}  // namespace models
