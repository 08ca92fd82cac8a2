#pragma once
// One student's two lives, day by day: what the day's classes said, how it was read, what happened,
// and how the student's state answered.

#include <string>
#include <vector>

#include "cli/one_unit.h"
#include "models/seen_lives.h"

namespace cli {

using models::kSeen, models::Seen, models::SeenRow, models::seen_rows;

/// What happened to the student on a day.
struct DayEvents {
  bool absent = false;
  bool away = false;  ///< absent because suspended
  int incidents = 0, referrals = 0, suspended_days = 0;
  bool hurt = false;

  /// "referral, suspended for 2 days"; "" if nothing happened.
  std::string words() const;
  friend bool operator==(const DayEvents&, const DayEvents&) = default;
};

class TwoLives {
 public:
  /// Lives both up to the school day `last` of the run, from 0.
  TwoLives(const OneUnit& unit, const models::Model& model, std::uint32_t student,
           std::uint32_t last);

  /// `life` 0 is the baseline's; NaN where there is no value.
  float at(std::size_t life, Seen what, std::uint32_t day) const {
    return values_[(life * kSeen + static_cast<std::size_t>(what)) * days_ + day];
  }
  /// The other life's value less the baseline's.
  float difference(Seen what, std::uint32_t day) const {
    return at(1, what, day) - at(0, what, day);
  }
  const DayEvents& events(std::size_t life, std::uint32_t day) const {
    return events_[life * days_ + day];
  }
  /// Is all that is looked at the same on this day, bit for bit?
  bool same(std::uint32_t day) const;

 private:
  void find_events();

  std::size_t days_;
  std::vector<float> values_;
  std::vector<DayEvents> events_;
};

}  // namespace cli
