#pragma once
// What units add up to, over schools: whole numbers, so that the order of units does not matter;
// and the fingerprint of a study, which a command line and a page work out by the same code.

#include <cmath>
#include <limits>
#include <span>

#include "models/unit_plan.h"

namespace models {

__extension__ using Wide = unsigned __int128;

/// Entries of many schools: squares outgrow 64 bits.
struct Total {
  std::int64_t n = 0, sum = 0;
  Wide squares = 0, twin_squares = 0;

  void operator+=(const Entries& e) {
    n += e.n;
    sum += e.sum;
    squares += static_cast<Wide>(e.squares);
    twin_squares += static_cast<Wide>(e.twin_squares);
  }

  /// NaN for nobody.
  double mean() const {
    if (n == 0) return std::numeric_limits<double>::quiet_NaN();
    return static_cast<double>(sum) / static_cast<double>(n) / kFixedPoint;
  }

  /// SD of the students' values; NaN for nobody.
  double sd() const {
    if (n == 0) return std::numeric_limits<double>::quiet_NaN();
    // n * squares - sum^2 in whole numbers: no digits are lost before the division. Wide enough:
    // n < 2^26, squares < 2^70.
    const Wide size = sum < 0 ? -static_cast<Wide>(sum) : static_cast<Wide>(sum);
    const Wide spread = static_cast<Wide>(n) * squares - size * size;
    const double variance =
        static_cast<double>(spread) / (static_cast<double>(n) * static_cast<double>(n));
    return std::sqrt(variance) / kFixedPoint;
  }
};

/// Every resolved input of a study: `schools` share the record and the scenarios.
inline void add_study(std::uint32_t replicates, bool redraw, std::span<const SchoolPlan> schools,
                      const RecordPlan& record, std::vector<Scenario> scenarios,
                      sim::Fingerprint& print) {
  print.add(replicates);
  print.add(static_cast<std::uint32_t>(redraw ? 1 : 0));
  PlanNumbers numbers;
  numbers.record = record;
  numbers.scenarios = std::move(scenarios);
  for (const SchoolPlan& plan : schools) {
    numbers.school = plan;
    add_inputs(numbers, print);
    numbers.scenarios.clear();  // the same for every school
  }
}

/// `totals` in the order replicate, place, scenario, entry.
inline void add_totals(std::span<const Total> totals, sim::Fingerprint& print) {
  for (const Total& t : totals) {
    print.add(t.n);
    print.add(t.sum);
    for (const Wide wide : {t.squares, t.twin_squares}) {
      print.add(static_cast<std::uint64_t>(wide));
      print.add(static_cast<std::uint64_t>(wide >> 64));
    }
  }
}

}  // namespace models
