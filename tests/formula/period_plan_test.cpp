// Periods for sections, so that nobody is in two places.

#include "cli/period_plan.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {

cli::PeriodQuestion question(std::uint32_t periods, std::size_t sections,
                             std::vector<std::vector<std::uint32_t>> of_student) {
  return {periods, sections, std::move(of_student), std::vector<std::int32_t>(sections, -1), false};
}

std::size_t clashes(const cli::PeriodQuestion& q, const cli::PeriodPlan& plan) {
  std::size_t n = 0;
  for (const auto& mine : q.of_student) {
    for (std::size_t a = 0; a < mine.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) n += plan.period[mine[a]] == plan.period[mine[b]] ? 1 : 0;
    }
  }
  return n;
}

}  // namespace

TEST_CASE("sections of one student meet in different periods", "[formula]") {
  //  0 - 1      a triangle and a tail: three periods are enough
  //   \ / \.
  //    2   3
  const auto q = question(3, 4, {{0, 1, 2}, {1, 3}});
  const cli::PeriodPlan plan = cli::plan_periods(q);
  CHECK(plan.clashes == 0);
  CHECK(clashes(q, plan) == 0);
}

TEST_CASE("periods that are fixed stay", "[formula]") {
  auto q = question(3, 4, {{0, 1, 2}, {1, 3}});
  q.fixed = {2, -1, 0, 2};
  const cli::PeriodPlan plan = cli::plan_periods(q);
  CHECK(plan.period == std::vector<std::uint8_t>{2, 1, 0, 2});
}

TEST_CASE("where there are too few periods the fewest students lose a class", "[formula]") {
  // Three sections in two periods: 0 and 1 share three students, the other pairs one each.
  const auto q = question(2, 3, {{0, 1}, {0, 1}, {0, 1}, {0, 2}, {1, 2}});
  const cli::PeriodPlan plan = cli::plan_periods(q);
  CHECK(plan.clashes == 1);
  CHECK(clashes(q, plan) == 1);
}

TEST_CASE("a timetable that there is, is found", "[law]") {
  // Forty sections in each of six periods; every student has one at random in each period.
  const std::uint32_t periods = GENERATE(4u, 6u, 7u);
  std::uint32_t chance = 7;
  std::vector<std::vector<std::uint32_t>> of_student(40 * 25);
  for (auto& mine : of_student) {
    for (std::uint32_t p = 0; p < periods; ++p) {
      chance = chance * 1664525u + 1013904223u;
      mine.push_back((chance >> 8) % 40 * periods + p);
    }
  }
  const auto q = question(periods, 40 * periods, of_student);
  const cli::PeriodPlan plan = cli::plan_periods(q);
  CHECK(plan.clashes == 0);
  CHECK(clashes(q, plan) == 0);
}
