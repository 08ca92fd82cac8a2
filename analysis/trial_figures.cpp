#include "analysis/trial_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/average.h"
#include "analysis/trial_contrast.h"
#include "analysis/trial_wedge.h"

namespace analysis {

const std::array<TrialFigureRow, kTrialFigures> kTrialFigureRows{{
    {"difference", "", "difference between the arms"},
    {"difference_error", "", "its standard error, robust to clusters"},
    {"difference_freedom", "1", "its degrees of freedom"},
    {"adjusted", "", "difference between the arms at the same baseline"},
    {"adjusted_error", "", "its standard error, robust to clusters"},
    {"adjusted_freedom", "1", "its degrees of freedom"},
    {"naive", "", "the same as if students were assigned one by one"},
    {"naive_error", "", "its standard error, clusters ignored"},
    {"naive_freedom", "1", "its degrees of freedom"},
    {"null_difference", "", "difference between the arms when the programs do nothing"},
    {"null_difference_error", "", "its standard error, robust to clusters"},
    {"null_difference_freedom", "1", "its degrees of freedom"},
    {"null_adjusted", "", "the same at the same baseline"},
    {"null_adjusted_error", "", "its standard error, robust to clusters"},
    {"null_adjusted_freedom", "1", "its degrees of freedom"},
    {"null_naive", "", "the same as if students were assigned one by one"},
    {"null_naive_error", "", "its standard error, clusters ignored"},
    {"null_naive_freedom", "1", "its degrees of freedom"},
    {"policy", "", "true effect of giving it to everyone, from the twins"},
    {"on_treated", "", "true effect on the treated of the trial as assigned"},
    {"on_controls", "", "true effect on the controls of the trial as assigned"},
    {"on_controls_students_only", "",
     "the same without the levers that act on teachers: what goes through students"},
    {"chance", "", "how the arms differ without any program, and unequal weights of blocks"},
    {"missing", "", "what those who left move the difference by"},
    {"mean", "", "mean of the outcome when nobody is treated"},
    {"sd", "", "standard deviation of the outcome when nobody is treated"},
    {"icc", "1", "share of its variance that lies between the units of assignment"},
    {"residual_sd", "", "standard deviation that the baseline leaves"},
    {"residual_icc", "1", "share of what is left that lies between the units of assignment"},
    {"students", "1", "students in the trial"},
    {"clusters", "1", "units that were assigned"},
    {"lost", "1", "share of the students in the trial without a measured outcome"},
}};

namespace {

const double kNaN = std::nan("");
using F = TrialFigure;

/// Numbers without gaps, in the order of first use.
class Numbers {
 public:
  std::uint32_t of(std::uint32_t key) {
    if (key >= number_.size()) number_.resize(key + std::size_t{1}, kNo);
    if (number_[key] == kNo) number_[key] = next_++;
    return number_[key];
  }
  void clear() { number_.clear(); }

 private:
  static constexpr std::uint32_t kNo = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number_;
  std::uint32_t next_ = 0;
};

/// Everyone in the trial who has the outcome in this life.
struct Measured {
  TrialRows rows;  ///< `before` is always filled, NaN where it is missing
  std::vector<double> lot;
  std::vector<std::uint32_t> student_cluster;  ///< each row alone
};

Measured measured(const std::vector<TrialSchool>& trial, std::size_t schools, std::size_t outcome,
                  Life life, AssignedBy by) {
  Measured m;
  Numbers blocks, clusters;
  for (std::uint32_t s = 0; s < schools; ++s) {
    const TrialSchool& school = trial[s];
    const SeenOutcome& seen = school.outcome[outcome];
    const std::vector<float>& after = seen.after[static_cast<std::size_t>(life)];
    const std::vector<float>& before = seen.before[static_cast<std::size_t>(life)];
    if (by != AssignedBy::school) clusters.clear();
    for (std::size_t id = 0; id < after.size(); ++id) {
      if (school.arm[id] > 1 || std::isnan(after[id])) continue;
      m.rows.after.push_back(after[id]);
      m.rows.before.push_back(before.empty() ? kNaN : double{before[id]});
      m.rows.treated.push_back(school.arm[id]);
      m.rows.block.push_back(by == AssignedBy::school ? 0 : blocks.of(s));
      m.rows.cluster.push_back(clusters.of(by == AssignedBy::school ? s : school.cluster[id]));
      m.lot.push_back(school.lot[id]);
    }
  }
  return m;
}

/// The rows that `stays`, with blocks and clusters numbered anew.
template <class Stays>
TrialRows kept(const TrialRows& all, bool with_before, Stays stays) {
  TrialRows some;
  Numbers blocks, clusters;
  for (std::size_t k = 0; k < all.size(); ++k) {
    if (!stays(k) || (with_before && std::isnan(all.before[k]))) continue;
    some.after.push_back(all.after[k]);
    if (with_before) some.before.push_back(all.before[k]);
    some.treated.push_back(all.treated[k]);
    some.block.push_back(blocks.of(all.block[k]));
    some.cluster.push_back(clusters.of(all.cluster[k]));
  }
  return some;
}

TrialRows one_by_one(TrialRows rows) {
  for (std::uint32_t k = 0; k < rows.size(); ++k) rows.cluster[k] = k;
  return rows;
}

/// Who stays: the chance of leaving is logistic in the standardised outcome.
std::vector<std::uint8_t> who_stays(const Measured& m, const TrialRules& rules) {
  std::vector<std::uint8_t> stays(m.rows.size(), 1);
  const Spread all = spread(m.rows.after, std::vector<std::uint32_t>(m.rows.size(), 0));
  for (std::size_t k = 0; k < stays.size(); ++k) {
    const double rate = m.rows.treated[k] != 0 ? rules.leaves_treated : rules.leaves_control;
    if (rate <= 0) continue;
    const double z = all.sd > 0 ? (m.rows.after[k] - all.mean) / all.sd : 0;
    const double odds = rate / (1 - rate) * std::exp(rules.leaves_slope * z);
    stays[k] = m.lot[k] < odds / (1 + odds) ? 0 : 1;
  }
  return stays;
}

bool has_before(const TrialRows& rows) {
  return std::any_of(rows.before.begin(), rows.before.end(), [](double x) { return x == x; });
}

/// The three analyses, from figure `first` on. What the arms differ by with nobody lost.
double analyse(const Measured& m, const TrialRules& rules, F first, TrialFigures& figures) {
  const auto stays = who_stays(m, rules);
  const auto stayed = [&](std::size_t k) { return stays[k] != 0; };
  const TrialRows plain = kept(m.rows, false, stayed);
  const auto next = [&](std::uint32_t k) {
    return static_cast<F>(static_cast<std::uint32_t>(first) + 3 * k);
  };
  put(trial_contrast(plain), first, figures);
  figures[F::lost] = 1 - static_cast<double>(plain.size()) / figures[F::students];
  const bool with_before = has_before(m.rows);
  const TrialRows full = with_before ? kept(m.rows, true, stayed) : TrialRows{};
  if (with_before) put(trial_contrast(full), next(1), figures);
  if (rules.by != AssignedBy::student) {
    put(trial_contrast(one_by_one(with_before ? full : plain)), next(2), figures);
  }
  return trial_contrast(kept(m.rows, false, [](std::size_t) { return true; })).estimate;
}

/// What the twins know.
void add_truth(const std::vector<TrialSchool>& trial, std::size_t schools, std::size_t outcome,
               AssignedBy by, TrialFigures& figures) {
  Average policy, treated, controls, students_only;
  for (std::size_t s = 0; s < schools; ++s) {
    const TrialSchool& school = trial[s];
    const auto& after = school.outcome[outcome].after;
    const auto life = [&](Life which, std::size_t id) {
      const auto& values = after[static_cast<std::size_t>(which)];
      return values.empty() ? kNaN : double{values[id]};
    };
    for (std::size_t id = 0; id < school.arm.size(); ++id) {
      if (school.arm[id] > 1) continue;
      const double none = life(Life::none, id);
      policy.add(life(Life::all, id) - none);
      if (by == AssignedBy::school) {  // a treated school lives as all do, another as none does
        if (school.arm[id] == 1) treated.add(life(Life::all, id) - none);
        if (school.arm[id] == 0) controls.add(none - none);
        continue;
      }
      if (school.arm[id] == 1) treated.add(life(Life::assigned, id) - none);
      if (school.arm[id] == 0) controls.add(life(Life::assigned, id) - none);
      if (school.arm[id] == 0) students_only.add(life(Life::students_only, id) - none);
    }
  }
  figures[F::policy] = policy.value();
  figures[F::on_treated] = treated.value();
  figures[F::on_controls] = controls.value();
  figures[F::on_controls_students_only] = students_only.value();
}

/// Spread of the outcome, and of what the baseline leaves of it, when nobody is treated.
void add_spread(const Measured& none, TrialFigures& figures) {
  const Spread all = spread(none.rows.after, none.rows.cluster);
  figures[F::mean] = all.mean;
  figures[F::sd] = all.sd;
  figures[F::icc] = all.icc;
  if (!has_before(none.rows)) return;
  const TrialRows rows = kept(none.rows, true, [](std::size_t) { return true; });
  double x = 0, y = 0, xx = 0, xy = 0;
  const auto n = static_cast<double>(rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    x += rows.before[k] / n;
    y += rows.after[k] / n;
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    xx += (rows.before[k] - x) * (rows.before[k] - x);
    xy += (rows.before[k] - x) * (rows.after[k] - y);
  }
  std::vector<double> left = rows.after;
  for (std::size_t k = 0; k < rows.size() && xx > 0; ++k) {
    left[k] -= xy / xx * (rows.before[k] - x);
  }
  const Spread residual = spread(left, rows.cluster);
  figures[F::residual_sd] = residual.sd;
  figures[F::residual_icc] = residual.icc;
}

}  // namespace

TrialFigures trial_figures(const std::vector<TrialSchool>& trial, std::size_t schools,
                           std::size_t outcome, const TrialRules& rules) {
  TrialFigures figures;
  figures.value.fill(kNaN);
  double students = 0;
  for (std::size_t s = 0; s < schools; ++s) {
    for (const std::uint8_t arm : trial[s].arm) students += arm <= 1 ? 1 : 0;
  }
  figures[F::students] = students;
  if (!rules.steps.empty()) {
    figures[F::clusters] = static_cast<double>(schools);
    add_wedge(trial, schools, outcome, rules, figures);
    return figures;
  }
  const auto seen = [&](Life life) { return measured(trial, schools, outcome, life, rules.by); };
  const auto lived = [&](Life life) {
    return !trial.front().outcome[outcome].after[static_cast<std::size_t>(life)].empty();
  };
  const Measured none = seen(Life::none);
  add_spread(none, figures);
  analyse(lived(Life::null) ? seen(Life::null) : none, rules, F::null_difference, figures);
  figures[F::clusters] =
      1.0 + *std::max_element(none.rows.cluster.begin(), none.rows.cluster.end());
  if (!lived(Life::assigned)) return figures;
  const Measured assigned = seen(Life::assigned);
  const double whole = analyse(assigned, rules, F::difference, figures);
  add_truth(trial, schools, outcome, rules.by, figures);
  figures[F::missing] = figures[F::difference] - whole;
  figures[F::chance] = whole - (figures[F::on_treated] - figures[F::on_controls]);
  return figures;
}

}  // namespace analysis
