#include "cli/period_plan.h"

#include <algorithm>

namespace cli {
namespace {

constexpr std::size_t kMostMoves = 20000;

struct Neighbour {
  std::uint32_t section, students;  ///< students shared
};

class Planner {
 public:
  explicit Planner(const PeriodQuestion& q)
      : q_(q), period_(q.sections, kNone), shared_(q.sections * q.periods, 0), near_(q.sections) {
    std::vector<std::uint64_t> pairs;
    for (const auto& mine : q.of_student) {
      for (const std::uint32_t a : mine) {
        for (const std::uint32_t b : mine) {
          if (a != b) pairs.push_back(std::uint64_t{a} << 32 | b);
        }
      }
    }
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t k = 0; k < pairs.size();) {
      std::size_t end = k;
      while (end < pairs.size() && pairs[end] == pairs[k]) ++end;
      near_[pairs[k] >> 32].push_back(
          {static_cast<std::uint32_t>(pairs[k]), static_cast<std::uint32_t>(end - k)});
      k = end;
    }
  }

  PeriodPlan plan() {
    for (std::size_t s = 0; s < q_.sections; ++s) {
      if (q_.fixed[s] >= 0) place(s, static_cast<std::uint8_t>(q_.fixed[s]));
    }
    while (place_next()) {
    }
    repair();
    PeriodPlan plan;
    plan.period = best_;
    plan.clashes = best_clashes_;
    return plan;
  }

 private:
  static constexpr std::uint8_t kNone = 255;

  std::uint32_t& shared(std::size_t section, std::size_t period) {
    return shared_[section * q_.periods + period];
  }

  void place(std::size_t section, std::uint8_t period) {
    const std::uint8_t before = period_[section];
    period_[section] = period;
    for (const Neighbour& other : near_[section]) {
      if (before != kNone) shared(other.section, before) -= other.students;
      shared(other.section, period) += other.students;
    }
  }

  /// The period with the fewest shared students; of equals the emptiest, then the first or last.
  std::uint8_t best_period(std::size_t section) {
    std::uint8_t best = kNone;
    for (std::uint32_t k = 0; k < q_.periods; ++k) {
      const auto p = static_cast<std::uint8_t>(q_.late_first ? q_.periods - 1 - k : k);
      if (best == kNone || shared(section, p) < shared(section, best) ||
          (shared(section, p) == shared(section, best) && !q_.late_first &&
           load_[p] < load_[best])) {
        best = p;
      }
    }
    return best;
  }

  bool place_next() {
    std::size_t chosen = q_.sections;
    std::size_t most_taken = 0, most_near = 0;
    for (std::size_t s = 0; s < q_.sections; ++s) {
      if (period_[s] != kNone) continue;
      std::size_t taken = 0;
      for (std::uint32_t p = 0; p < q_.periods; ++p) taken += shared(s, p) > 0 ? 1 : 0;
      const std::size_t near = near_[s].size();
      if (chosen == q_.sections || taken > most_taken ||
          (taken == most_taken && near > most_near)) {
        chosen = s;
        most_taken = taken;
        most_near = near;
      }
    }
    if (chosen == q_.sections) return false;
    const std::uint8_t period = best_period(chosen);
    place(chosen, period);
    ++load_[period];
    return true;
  }

  std::size_t clashes() {
    std::size_t twice = 0;
    for (std::size_t s = 0; s < q_.sections; ++s) twice += shared(s, period_[s]);
    return twice / 2;
  }

  void repair() {
    std::size_t now = clashes();
    best_ = period_;
    best_clashes_ = now;
    std::vector<std::uint32_t> barred(q_.sections * q_.periods, 0);
    std::uint32_t noise = 12345;
    for (std::uint32_t move = 1; move <= kMostMoves && best_clashes_ > 0; ++move) {
      std::size_t section = q_.sections;
      std::uint32_t to = 0;
      std::int64_t best = 0;
      for (std::size_t s = 0; s < q_.sections; ++s) {
        const std::uint32_t mine = shared(s, period_[s]);
        if (mine == 0 || q_.fixed[s] >= 0) continue;
        for (std::uint32_t p = 0; p < q_.periods; ++p) {
          if (p == period_[s]) continue;
          const std::int64_t gain = std::int64_t{shared(s, p)} - mine;
          const bool better =
              static_cast<std::int64_t>(now) + gain < static_cast<std::int64_t>(best_clashes_);
          if (barred[s * q_.periods + p] > move && !better) continue;
          if (section == q_.sections || gain < best) {
            section = s;
            to = p;
            best = gain;
          }
        }
      }
      if (section == q_.sections) continue;
      noise = noise * 1664525u + 1013904223u;
      const auto rest = static_cast<std::uint32_t>(std::min<std::size_t>(now, 200) * 6 / 10);
      barred[section * q_.periods + period_[section]] = move + 5 + rest + (noise >> 28);
      place(section, static_cast<std::uint8_t>(to));
      now = static_cast<std::size_t>(static_cast<std::int64_t>(now) + best);
      if (now < best_clashes_) {
        best_clashes_ = now;
        best_ = period_;
      }
    }
  }

  const PeriodQuestion& q_;
  std::vector<std::uint8_t> period_, best_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::vector<Neighbour>> near_;
  std::size_t load_[8] = {};
  std::size_t best_clashes_ = 0;
};

}  // namespace

PeriodPlan plan_periods(const PeriodQuestion& question) { return Planner(question).plan(); }

}  // namespace cli
