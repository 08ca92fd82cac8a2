// The calendar: weeks, terms, marking periods and breaks, for even and odd lengths.

#include "sim/kernel/calendar.h"

#include <catch2/catch.hpp>
#include <vector>

namespace {

sim::Calendar calendar(std::uint32_t days, std::uint32_t in_week, std::uint32_t terms,
                       std::uint32_t marking_periods) {
  sim::Calendar c;
  c.days = days;
  c.days_in_week = in_week;
  c.terms = terms;
  c.marking_periods = marking_periods;
  c.break_count = 0;
  return c;
}

template <class F>
std::vector<std::uint32_t> each_day(const sim::Calendar& c, F f) {
  std::vector<std::uint32_t> values;
  for (std::uint32_t day = 0; day < c.days; ++day) values.push_back(f(day));
  return values;
}

using Days = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("calendar: a year of 180 days has 36 weeks, 2 terms and 4 marking periods", "[formula]") {
  const sim::Calendar c;
  CHECK(c.weeks() == 36);
  CHECK(c.periods() == 4);
  CHECK(c.term_start(1) == 90);
  CHECK(c.term_start(2) == 180);
  CHECK(c.period_start(1) == 45);
  CHECK(c.term_of(89) == 0);
  CHECK(c.term_of(90) == 1);
  CHECK(c.ends_period(44));
  CHECK_FALSE(c.ends_period(45));
  CHECK(c.ends_period(179));
  CHECK(c.starts_term(0));
  CHECK(c.starts_term(90));
  CHECK_FALSE(c.starts_term(45));
}

TEST_CASE("calendar: 7 days in weeks of 3, with 3 terms of 1 marking period", "[formula]") {
  const auto c = calendar(7, 3, 3, 1);
  // Terms start on days 0, 7/3 = 2 and 14/3 = 4.
  CHECK(c.weeks() == 3);
  CHECK(each_day(c, [&](auto day) { return c.week_of(day); }) == Days{0, 0, 0, 1, 1, 1, 2});
  CHECK(each_day(c, [&](auto day) { return c.weekday(day); }) == Days{0, 1, 2, 0, 1, 2, 0});
  CHECK(each_day(c, [&](auto day) { return c.ends_week(day); }) == Days{0, 0, 1, 0, 0, 1, 1});
  CHECK(each_day(c, [&](auto day) { return c.term_of(day); }) == Days{0, 0, 1, 1, 2, 2, 2});
  CHECK(each_day(c, [&](auto day) { return c.starts_term(day); }) == Days{1, 0, 1, 0, 1, 0, 0});
  CHECK(each_day(c, [&](auto day) { return c.ends_period(day); }) == Days{0, 1, 0, 1, 0, 0, 1});
}

TEST_CASE("calendar: a year of one day", "[formula]") {
  const auto c = calendar(1, 5, 1, 1);
  CHECK(c.weeks() == 1);
  CHECK(c.ends_week(0));
  CHECK(c.ends_period(0));
  CHECK(c.starts_term(0));
  CHECK(c.days_to_break(0) == 1);
}

TEST_CASE("calendar: as many marking periods end as there are, and terms start with one", "[law]") {
  const std::uint32_t days = GENERATE(7u, 36u, 175u, 180u, 365u);
  const std::uint32_t terms = GENERATE(1u, 2u, 3u, 4u);
  const std::uint32_t marking_periods = GENERATE(1u, 2u, 3u);
  if (terms * marking_periods > days) return;
  CAPTURE(days, terms, marking_periods);
  const auto c = calendar(days, 5, terms, marking_periods);
  std::uint32_t period_ends = 0, term_starts = 0, week_ends = 0, last_period = 0;
  bool terms_fit = true, counts_up = true;
  for (std::uint32_t day = 0; day < days; ++day) {
    period_ends += c.ends_period(day) ? 1 : 0;
    week_ends += c.ends_week(day) ? 1 : 0;
    if (c.starts_term(day)) {
      ++term_starts;
      terms_fit = terms_fit && (day == 0 || c.ends_period(day - 1));
    }
    counts_up =
        counts_up && (c.period_of(day) == last_period || c.period_of(day) == last_period + 1);
    terms_fit = terms_fit && c.period_of(day) / marking_periods == c.term_of(day);
    last_period = c.period_of(day);
  }
  CHECK(period_ends == c.periods());
  CHECK(term_starts == terms);
  CHECK(week_ends == c.weeks());
  CHECK(counts_up);
  CHECK(terms_fit);
}

TEST_CASE("calendar: days since a break and to the next one", "[formula]") {
  auto c = calendar(10, 5, 1, 1);
  c.break_count = 2;
  c.breaks = {3, 7};  // a break before day 3, another before day 7
  CHECK(each_day(c, [&](auto day) { return c.days_since_break(day); }) ==
        Days{0, 1, 2, 0, 1, 2, 3, 0, 1, 2});
  CHECK(each_day(c, [&](auto day) { return c.days_to_break(day); }) ==
        Days{3, 2, 1, 4, 3, 2, 1, 3, 2, 1});
  c.break_count = 0;  // the year's end is a break as well
  CHECK(c.days_since_break(9) == 9);
  CHECK(c.days_to_break(0) == 10);
  CHECK(c.days_to_break(9) == 1);
}
