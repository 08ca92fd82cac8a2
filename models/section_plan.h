#pragma once
// Which sections a secondary school offers, and when: as many of each course and level as its
// students fill, spread over the day. Section s of course c meets in period (c + s) mod periods,
// open sections first, so that every student has at least one timetable without a clash.

#include <vector>

#include "models/timetable.h"

namespace models {

/// Sections needed for this many students: the mean size is as near the plan as can be.
inline std::uint32_t sections_for(std::uint32_t students, float class_size) {
  const auto nearest = static_cast<std::uint32_t>(static_cast<float>(students) / class_size + 0.5f);
  return nearest < 1 ? 1 : nearest;
}

class SectionPlan {
 public:
  SectionPlan(sim::Stream s, const SchoolProfile& profile, const People& people, const Pools& pools,
              std::uint32_t year);

  /// Groups of students who share sections and teachers in courses 0, 1 and 2, in the pools that
  /// have blocks.
  void add_blocks();
  /// Sections of all courses that no block covers.
  void add_open_sections();

  /// Students in the order in which they are placed.
  const std::vector<std::uint32_t>& order() const { return order_; }
  /// The period that a block fixes for a course, or 255.
  std::array<std::uint8_t, kMaxPeriods> fixed_periods(std::uint32_t id) const;
  /// What the student takes: offerings by course, at her level or all at the open level.
  std::array<std::uint32_t, kMaxPeriods> offerings(std::uint32_t id) const;
  std::array<std::uint32_t, kMaxPeriods> open_offerings(std::uint32_t id) const;
  /// Students in the least filled section of an offering in a period; ~0u if it has none there.
  std::uint32_t fill(std::uint32_t offering, std::uint32_t period) const;
  /// Seats a student in the least filled sections of these offerings and periods.
  void seat(std::uint32_t id, const std::array<std::uint32_t, kMaxPeriods>& offering,
            const std::array<std::uint8_t, kMaxPeriods>& fixed,
            const std::array<std::uint8_t, kMaxPeriods>& period, Timetable& t);
  /// One teacher a section: of the subject where one is free, at most `teacher_classes` a day.
  void assign_teachers(Timetable& t) const;

 private:
  struct Planned {
    Section section;
    std::uint32_t block = ~0u;  ///< sections of a block and course share a teacher
    std::uint32_t next = ~0u;   ///< next of the same offering and period; after the last, the first
  };

  std::uint32_t cohort(std::uint32_t id) const {
    return pools_.pool_of(id) * grades_ + people_.grade[id];
  }
  bool cohort_shares_blocks(std::uint32_t cohort) const {
    return pools_.shares_blocks(cohort / grades_);
  }
  std::uint32_t offering(std::uint32_t cohort, std::uint32_t course, bool advanced) const {
    return (cohort * periods_ + course) * 2 + (advanced ? 1 : 0);
  }
  std::uint32_t add(std::uint32_t cohort, std::uint32_t course, std::uint32_t period, bool advanced,
                    std::uint32_t block);
  /// All sections of an offering and period begin empty and are filled in turn, so the one after
  /// the one filled last has the fewest students: nothing is searched.
  std::uint32_t least_filled(std::uint32_t offering, std::uint32_t period) const {
    const std::uint32_t last = filled_last_[offering * periods_ + period];
    return last == ~0u ? ~0u : planned_[last].next;
  }

  const SchoolProfile& profile_;
  const People& people_;
  Pools pools_;
  std::uint32_t periods_, grades_;
  std::vector<std::uint32_t> order_;
  std::vector<Planned> planned_;
  std::vector<std::uint32_t> filled_last_;   ///< [offering * periods + period], ~0u if none
  std::vector<std::uint8_t> level_offered_;  ///< [offering]: does the advanced level exist?
  std::array<sim::Column<std::uint16_t>, 3> block_section_;  ///< [course][id]
  std::uint32_t blocks_ = 0;
};

}  // namespace models
