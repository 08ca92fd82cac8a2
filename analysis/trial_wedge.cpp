#include "analysis/trial_wedge.h"

#include <cmath>

#include "analysis/average.h"

namespace analysis {
namespace {

using F = TrialFigure;

/// Means of a stepped wedge by school and wave.
struct Panel {
  TrialRows rows;
  std::vector<std::uint32_t> school;
};

Panel panel(const std::vector<TrialSchool>& trial, std::size_t schools, std::size_t outcome,
            Life life, const TrialRules& rules) {
  Panel p;
  for (std::uint32_t s = 0; s < schools; ++s) {
    const TrialSchool& school = trial[s];
    const auto& after = school.outcome[outcome].after[static_cast<std::size_t>(life)];
    const std::size_t n = school.arm.size();
    for (std::uint32_t wave = 0; wave < rules.waves.size(); ++wave) {
      Average mean;
      for (std::size_t id = 0; id < n; ++id) {
        const double rate = rules.leaves_control;  // by the last wave, evenly
        const double gone = rate * (wave + 1.0) / static_cast<double>(rules.waves.size());
        if (school.arm[id] <= 1 && school.lot[id] >= gone) mean.add(after[wave * n + id]);
      }
      p.rows.after.push_back(mean.value());
      p.rows.treated.push_back(rules.waves[wave] >= rules.steps[school.step] ? 1 : 0);
      p.rows.block.push_back(wave);
      p.rows.cluster.push_back(s);
      p.school.push_back(s);
    }
  }
  return p;
}

}  // namespace

void add_wedge(const std::vector<TrialSchool>& trial, std::size_t schools, std::size_t outcome,
               const TrialRules& rules, TrialFigures& figures) {
  const auto lived = [&](Life life) {
    return !trial.front().outcome[outcome].after[static_cast<std::size_t>(life)].empty();
  };
  const Panel none = panel(trial, schools, outcome, Life::none, rules);
  const Spread all = spread(none.rows.after, none.school);
  figures[F::mean] = all.mean;
  figures[F::sd] = all.sd;
  figures[F::icc] = all.icc;
  put(panel_contrast(none.rows, none.school), F::null_difference, figures);
  if (!lived(Life::assigned)) return;
  const Panel seen = panel(trial, schools, outcome, Life::assigned, rules);
  put(panel_contrast(seen.rows, seen.school), F::difference, figures);
  Average treated;
  for (std::size_t k = 0; k < seen.rows.size(); ++k) {
    if (seen.rows.treated[k] != 0) treated.add(seen.rows.after[k] - none.rows.after[k]);
  }
  figures[F::policy] = figures[F::on_treated] = treated.value();
  figures[F::on_controls] = 0;
  figures[F::chance] = figures[F::difference] - figures[F::policy];
  figures[F::missing] = 0;
}

}  // namespace analysis
