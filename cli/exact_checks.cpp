#include "cli/exact_checks.h"

#include <algorithm>

#include "cli/execute.h"
#include "models/stability.h"
#include "sim/run/thread_limit.h"

namespace cli {
namespace {

constexpr std::uint32_t kSchools = 4;

/// A few schools, each with its own year, every outcome recorded.
Experiment few_schools(const Experiment& setting) {
  Experiment e = setting;
  e.replicates = kSchools;
  e.redraw = true;
  e.record.wanted.fill(1);
  return e;
}

bool same(const Total& a, const Total& b) {
  return a.n == b.n && a.sum == b.sum && a.squares == b.squares && a.twin_squares == b.twin_squares;
}

/// Totals that differ between scenario `s` of `a` and scenario `r` of `b`, group by group;
/// `group_of_b[g]` is where b has a's group g.
double differing(const Tallies& a, std::uint32_t s, const Tallies& b, std::uint32_t r,
                 const std::vector<std::uint32_t>& group_of_b) {
  double count = 0;
  for (std::size_t k = 0; k < models::kOutcomes; ++k) {
    const auto outcome = static_cast<models::Outcome>(k);
    for (std::uint32_t tick = 0; tick < a.layout().ticks(outcome); ++tick) {
      for (std::uint32_t g = 0; g < a.layout().groups(); ++g) {
        for (std::uint32_t run = 0; run < kSchools; ++run) {
          if (!same(a.at(s, run, outcome, tick, g), b.at(r, run, outcome, tick, group_of_b[g]))) {
            ++count;
          }
        }
      }
    }
  }
  return count;
}

std::vector<std::uint32_t> same_groups(const Tallies& t) {
  std::vector<std::uint32_t> groups(t.layout().groups());
  for (std::uint32_t g = 0; g < groups.size(); ++g) groups[g] = g;
  return groups;
}

/// All memberships of the first dimension the other way round, environment and all.
double label_swap(const Experiment& e, const models::Model& model, const ExecuteOptions& how) {
  Experiment swapped = e;
  models::Dimension& dimension = swapped.schools.schools.front().identity.dimension[0];
  std::reverse(dimension.row.begin(), dimension.row.begin() + dimension.memberships);
  const Tallies a = execute(e, model, how), b = execute(swapped, model, how);
  std::vector<std::uint32_t> groups = same_groups(a);
  std::reverse(groups.begin() + 1, groups.begin() + 1 + dimension.memberships);
  return differing(a, 0, b, 0, groups);
}

double zero_dose(const Experiment& e, const models::Model& model, const ExecuteOptions& how) {
  const Tallies t = execute(e, model, how);
  double count = 0;
  for (std::uint32_t s = 1; s < e.scenarios.size(); ++s) {
    count += differing(t, 0, t, s, same_groups(t));
  }
  return count;
}

double threads_check(const Experiment& e, const models::Model& model, ExecuteOptions how) {
  how.threads = 1;
  const Tallies one = execute(e, model, how);
  how.threads = std::min(3u, sim::threads_allowed());
  const Tallies several = execute(e, model, how);
  double count = 0;
  for (std::uint32_t s = 0; s < e.scenarios.size(); ++s) {
    count += differing(one, s, several, s, same_groups(one));
  }
  return count;
}

}  // namespace

double check_value(Check check, const Experiment& setting, const models::Model& model,
                   unsigned threads, const std::function<bool()>& stop) {
  const Experiment e = few_schools(setting);
  const ExecuteOptions how{threads, [](auto, auto) {}, stop};
  switch (check) {
    case Check::label_swap:
      return label_swap(e, model, how);
    case Check::zero_dose:
      return zero_dose(e, model, how);
    case Check::threads:
      return threads_check(e, model, how);
    case Check::loop_gain: {
      const models::LoopGains gains = models::loop_gains(e.parameters);
      return static_cast<double>(std::max(gains.discipline, gains.relation));
    }
    case Check::count:
      break;
  }
  return 0;
}

}  // namespace cli
