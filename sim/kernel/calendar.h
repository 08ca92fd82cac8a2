#pragma once
// A school year in school days, counted from 0: weeks, breaks, terms, marking periods. Days on
// which nobody comes do not exist; a break is a mark between two school days. Years alike follow one
// another; a day of the run counts on through them.

#include <array>
#include <cstdint>

namespace sim {

inline constexpr std::size_t kMaxBreaks = 8;

/// Checked where it is read: 1 <= days <= 366, days_in_week 1-7, terms x marking_periods <= days,
/// breaks ascending and within (0, days), years 1-10.
struct Calendar {
  std::uint32_t days = 180;
  std::uint32_t days_in_week = 5;
  std::uint32_t terms = 2;
  std::uint32_t marking_periods = 2;  ///< in each term
  std::uint32_t break_count = 4;
  /// School day before which a break lies: autumn, winter, late winter, spring. The year's end is
  /// a break as well.
  std::array<std::uint32_t, kMaxBreaks> breaks{58, 78, 118, 140};
  std::uint32_t years = 1;

  std::uint32_t days_in_run() const { return days * years; }

  std::uint32_t weeks() const { return (days + days_in_week - 1) / days_in_week; }
  std::uint32_t week_of(std::uint32_t day) const { return day / days_in_week; }
  std::uint32_t weekday(std::uint32_t day) const { return day % days_in_week; }
  /// Does the week's bell ring at the end of this day?
  bool ends_week(std::uint32_t day) const {
    return weekday(day) + 1 == days_in_week || day + 1 == days;
  }

  std::uint32_t periods() const { return terms * marking_periods; }
  /// First school day of a term or of a marking period (`terms` and `periods()`: the year's end).
  std::uint32_t term_start(std::uint32_t term) const { return term * days / terms; }
  std::uint32_t period_start(std::uint32_t period) const { return period * days / periods(); }
  std::uint32_t term_of(std::uint32_t day) const {
    std::uint32_t term = 0;
    while (term + 1 < terms && term_start(term + 1) <= day) ++term;
    return term;
  }
  std::uint32_t period_of(std::uint32_t day) const {
    std::uint32_t period = 0;
    while (period + 1 < periods() && period_start(period + 1) <= day) ++period;
    return period;
  }
  bool ends_period(std::uint32_t day) const { return period_start(period_of(day) + 1) == day + 1; }
  bool starts_term(std::uint32_t day) const { return term_start(term_of(day)) == day; }

  /// School days since the last break or the year's start; 0 on the first day back.
  std::uint32_t days_since_break(std::uint32_t day) const {
    std::uint32_t last = 0;
    for (std::uint32_t b = 0; b < break_count; ++b) {
      if (breaks[b] <= day) last = breaks[b];
    }
    return day - last;
  }
  /// School days until the next break or the year's end, today included: 1 on the last day.
  std::uint32_t days_to_break(std::uint32_t day) const {
    for (std::uint32_t b = 0; b < break_count; ++b) {
      if (breaks[b] > day) return breaks[b] - day;
    }
    return days - day;
  }
};

}  // namespace sim
