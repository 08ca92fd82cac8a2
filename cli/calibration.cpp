#include "cli/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "sim/run/config_error.h"
#include "sim/run/run_error.h"
#include "sim/run/workers.h"

namespace cli {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t kFewest = 8;       // runs that an emulator is made from
constexpr double kMissed = 0.05;         // of held-out runs, rounded up: then it is still used
constexpr double kHalfWidths = 1.96;     // of a 95 % interval, in standard deviations
constexpr std::uint64_t kSeedStep = 97;  // between the designs of waves

double variance_of(const analysis::Estimate& one) {
  return std::pow(one.half_width / kHalfWidths, 2);
}

/// 0 of none.
double median(std::vector<double> all) {
  if (all.empty()) return 0;
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), middle, all.end());
  return *middle;
}

double shortened(double x) { return std::stod(fmt::format("{:.6g}", x)); }

class Matching {
 public:
  Matching(const Calibration& c, const PointRunner& runner, PointLog& log,
           const CalibrateHooks& hooks, const Confirmation& confirmation)
      : c_(c), runner_(runner), log_(log), hooks_(hooks), confirmation_(confirmation) {
    left_ = c.waves * c.points + c.candidates;
  }

  Calibrated done() {
    run_defaults();
    MatrixXd next = analysis::sobol_points(c_.points, c_.priors.size(), c_.seed);
    for (std::size_t wave = 1; wave <= c_.waves; ++wave) {
      run_all(wave, next);
      WaveReport report;
      add_screen(wave, report);
      const bool last = wave == c_.waves;
      next = draw(wave, last ? c_.candidates : c_.points, report);
      made_.waves.push_back(report);
      hooks_.wave(report);
    }
    run_all(c_.waves + 1, next);
    choose();
    if (confirmation_.runner != nullptr) confirm();
    return std::move(made_);
  }

 private:
  std::vector<double> values_at(const VectorXd& point) const {
    std::vector<double> values;
    for (std::size_t k = 0; k < c_.priors.size(); ++k) {
      const Prior& prior = c_.priors[k];
      const double share = (point[static_cast<Index>(k)] + 1) / 2;
      const double x = prior.low + share * (prior.high - prior.low);
      values.push_back(prior.row.kind == sim::Kind::whole ? std::round(x) : shortened(x));
    }
    return values;
  }

  std::vector<std::size_t> all_runs() const {
    std::vector<std::size_t> all(made_.runs.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return all;
  }

  MatrixXd points_of(const std::vector<std::size_t>& runs) const {
    MatrixXd points(static_cast<Index>(runs.size()), static_cast<Index>(c_.priors.size()));
    for (std::size_t i = 0; i < runs.size(); ++i) {
      for (std::size_t k = 0; k < c_.priors.size(); ++k) {
        const Prior& prior = c_.priors[k];
        const double share = (made_.runs[runs[i]].values[k] - prior.low) / (prior.high - prior.low);
        points(static_cast<Index>(i), static_cast<Index>(k)) = 2 * share - 1;
      }
    }
    return points;
  }

  void keep(std::size_t stage, std::vector<double> values,
            std::vector<analysis::Estimate> outputs) {
    made_.runs.push_back({stage, std::move(values), std::move(outputs)});
  }

  /// Always run: a log whose defaults give something else comes from another program.
  void run_defaults() {
    const std::vector<double> values = default_point(c_);
    auto outputs = runner_.run(values);
    if (const auto* before = log_.find(values)) {
      for (std::size_t k = 0; k < outputs.size(); ++k) {
        const bool nan = std::isnan(outputs[k].value) && std::isnan((*before)[k].value);
        if (nan || outputs[k].value == (*before)[k].value) continue;
        throw sim::ConfigError(fmt::format(
            "{}: the model gives other results now than when its points were run; remove it",
            log_.path()));
      }
    } else {
      log_.add({0, values, outputs});
    }
    keep(0, values, std::move(outputs));
  }

  void run_all(std::size_t stage, const MatrixXd& points) {
    for (Index i = 0; i < points.rows(); ++i) {
      const std::vector<double> values = values_at(points.row(i));
      --left_;
      if (const auto* known = log_.find(values)) {
        keep(stage, values, *known);
        continue;
      }
      RunPoint point{stage, values, runner_.run(values)};
      log_.add(point);
      keep(stage, values, std::move(point.outputs));
      ++run_now_;
      hooks_.progress(run_now_, run_now_ + left_);
    }
  }

  /// An emulator of one claim from `runs`, with its check; nothing if it is not to be used.
  struct Made {
    EmulatorCheck check;
    std::vector<analysis::Emulated> emulated;  ///< none or one
  };
  Made emulate(std::size_t claim, const std::vector<std::size_t>& runs) const {
    std::vector<std::size_t> usable;
    std::vector<double> variances;
    for (const std::size_t run : runs) {
      const analysis::Estimate& one = made_.runs[run].outputs[claim];
      if (!std::isfinite(one.value) || !std::isfinite(one.half_width)) continue;
      usable.push_back(run);
      variances.push_back(variance_of(one));
    }
    Made made;
    if (usable.size() < kFewest) return made;
    const auto n = static_cast<double>(usable.size());
    const double noise = median(std::move(variances));
    const MatrixXd points = points_of(usable);
    VectorXd outputs(points.rows());
    for (Index i = 0; i < outputs.size(); ++i) {
      outputs[i] = made_.runs[usable[static_cast<std::size_t>(i)]].outputs[claim].value;
    }
    analysis::Emulator emulator(points, outputs, noise);
    made.check = {usable.size(), analysis::leave_one_out(points, outputs, noise), emulator.active(),
                  false};
    made.check.used = std::round(n * (1 - made.check.held_out.within)) <= std::ceil(kMissed * n);
    if (made.check.used) {
      made.emulated.push_back({std::move(emulator), runner_.claims[claim].target(), noise});
    }
    return made;
  }

  /// Emulators from all runs in what is left; their rule is one more screen.
  void add_screen(std::size_t wave, WaveReport& report) {
    const std::vector<std::size_t> all = all_runs();
    std::vector<std::size_t> alive;
    const MatrixXd points = points_of(all);
    for (const std::size_t run : all) {
      if (analysis::kept(screens_, points.row(static_cast<Index>(run)))) alive.push_back(run);
    }
    analysis::Screen screen;
    screen.nth = wave <= c_.forgiving ? 2 : 1;
    screen.cut_off = c_.cut_off;
    sim::Work<Made> work;
    work.units = runner_.claims.size();
    work.stop = runner_.stop;
    work.work = [&](std::size_t claim) { return emulate(claim, alive); };
    work.merge = [&](std::size_t, Made made) {
      report.checks.push_back(made.check);
      for (auto& one : made.emulated) screen.claims.push_back(std::move(one));
    };
    if (sim::run_units(work, runner_.threads) < work.units) throw sim::RunError("stopped");
    screens_.push_back(std::move(screen));
  }

  MatrixXd draw(std::size_t wave, std::size_t count, WaveReport& report) {
    analysis::DrawOptions how;
    how.count = count;
    how.variables = c_.priors.size();
    how.seed = c_.seed + wave * kSeedStep;
    how.threads = runner_.threads;
    how.stop = runner_.stop;
    auto drawn = analysis::draw_kept(screens_, points_of(all_runs()), how);
    if (runner_.stop()) throw sim::RunError("stopped");
    report.tried = drawn.tried;
    report.not_ruled_out = drawn.not_ruled_out;
    report.walked = drawn.walked;
    if (drawn.points.rows() == 0) {
      throw sim::RunError(fmt::format(
          "nothing is left after wave {}: every point of the prior ranges that was tried is ruled "
          "out",
          wave));
    }
    left_ -= count - static_cast<std::size_t>(drawn.points.rows());
    return drawn.points;
  }

  /// Worked out for these runs, from their outputs. The variance of chance is the larger of a run's
  /// own and the median over them.
  void weigh(const std::vector<std::size_t>& runs) {
    for (const std::size_t run : runs) made_.implausibilities[run].clear();
    for (std::size_t k = 0; k < runner_.claims.size(); ++k) {
      std::vector<double> variances;
      for (const std::size_t run : runs) {
        const double own = variance_of(made_.runs[run].outputs[k]);
        if (own >= 0) variances.push_back(own);
      }
      const double least = median(std::move(variances));
      for (const std::size_t run : runs) {
        const analysis::Estimate& one = made_.runs[run].outputs[k];
        const double own = variance_of(one);
        made_.implausibilities[run].push_back(
            analysis::implausibility(runner_.claims[k].target(), one.value,
                                     own < least ? least : own));  // NaN stays
      }
    }
  }

  void choose() {
    made_.implausibilities.assign(made_.runs.size(), {});
    weigh(all_runs());
    std::set<std::string> seen;
    for (const std::size_t run : all_runs()) {
      if (made_.largest(run) > c_.cut_off) continue;
      if (seen.insert(point_text(made_.runs[run].values)).second) made_.set.push_back(run);
    }
    made_.before_confirming = made_.set.size();
  }

  void confirm() {
    for (const std::size_t run : made_.set) {
      RunPoint& point = made_.runs[run];
      const auto* known = confirmation_.log->find(point.values);
      if (known) {
        point.outputs = *known;
        continue;
      }
      point.outputs = confirmation_.runner->run(point.values);
      confirmation_.log->add(point);
    }
    weigh(made_.set);
    std::erase_if(made_.set, [&](std::size_t run) { return made_.largest(run) > c_.cut_off; });
  }

  const Calibration& c_;
  const PointRunner& runner_;
  PointLog& log_;
  const CalibrateHooks& hooks_;
  const Confirmation& confirmation_;
  std::size_t run_now_ = 0, left_ = 0;
  std::vector<analysis::Screen> screens_;
  Calibrated made_;
};

}  // namespace

double Calibrated::largest(std::size_t run) const {
  return implausibilities[run][worst_claim(run)];
}

std::size_t Calibrated::worst_claim(std::size_t run) const {
  const auto& all = implausibilities[run];
  return static_cast<std::size_t>(std::max_element(all.begin(), all.end()) - all.begin());
}

std::vector<double> default_point(const Calibration& calibration) {
  std::vector<double> values;
  for (const Prior& prior : calibration.priors) {
    values.push_back(
        std::clamp(shortened(static_cast<double>(prior.row.value)), prior.low, prior.high));
  }
  return values;
}

Calibrated calibrate(const Calibration& calibration, const PointRunner& runner, PointLog& log,
                     const CalibrateHooks& hooks, const Confirmation& confirmation) {
  return Matching(calibration, runner, log, hooks, confirmation).done();
}

}  // namespace cli
