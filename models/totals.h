#pragma once
// What units add up to, over schools: whole numbers, so that the order of units does not matter;
// and the fingerprint of a study, which a command line and a page work out by the same code.

#include <cmath>
#include <limits>
#include <span>
#include <vector>

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

/// Entries and bins of many lives, added up. A life is a scenario of a replicate (of a place);
/// whoever keeps totals says in what order lives stand.
class Totals {
 public:
  Totals(std::size_t lives, const RecordLayout& layout)
      : entries_(layout.entries()),
        bins_each_(layout.bins()),
        totals_(lives * entries_),
        bins_(lives * bins_each_) {}

  /// Adds what one life or more in a row gave, the first of them `life`.
  void add(std::size_t life, std::span<const Entries> entries,
           std::span<const std::uint32_t> bins) {
    Total* total = totals_.data() + life * entries_;
    for (std::size_t k = 0; k < entries.size(); ++k) total[k] += entries[k];
    std::uint32_t* bin = bins_.data() + life * bins_each_;
    for (std::size_t k = 0; k < bins.size(); ++k) bin[k] += bins[k];
  }

  const Total& at(std::size_t life, std::size_t entry) const {
    return totals_[life * entries_ + entry];
  }
  const std::uint32_t* bins(std::size_t life, std::size_t bin) const {
    return bins_.data() + life * bins_each_ + bin;
  }

  /// Of `count` lives from `life` on.
  std::span<Total> totals_of(std::size_t life, std::size_t count) {
    return std::span(totals_).subspan(life * entries_, count * entries_);
  }
  std::span<std::uint32_t> bins_of(std::size_t life, std::size_t count) {
    return std::span(bins_).subspan(life * bins_each_, count * bins_each_);
  }

  void add_to(sim::Fingerprint& print) const {
    // In one go: n, sum, and the squares with their lower halves first, as they are in memory.
    static_assert(sizeof(Total) == 6 * sizeof(std::uint64_t));
    print.add(std::span<const Total>(totals_));
    print.add(std::span<const std::uint32_t>(bins_));
  }

 private:
  std::size_t entries_, bins_each_;  ///< of one life
  std::vector<Total> totals_;
  std::vector<std::uint32_t> bins_;
};

}  // namespace models
