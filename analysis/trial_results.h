#pragma once
// What a file of trials holds, and what it adds up to: power, error of the first kind, bias and its
// causes, the smallest effect that such a trial would find; beside it, the textbook.

#include <string>
#include <vector>

#include "analysis/trial_figures.h"
#include "sim/run/labelled_reader.h"

namespace analysis {

struct TrialResults {
  std::string name, title, scenario, assign, experiment, version, fingerprint, acts_on, notice;
  std::size_t trials = 0, null_trials = 0;  ///< the first so many of all that are stored
  double level = 0.05, power = 0.8, treated = 0.5;
  bool stepped = false, apart = false;
  std::vector<std::uint32_t> sizes;
  struct Outcome {
    std::string key, title, unit, after, before;
  };
  std::vector<Outcome> outcomes;
  std::array<std::vector<double>, kTrialFigures> figure;  ///< [trial][size][outcome]

  /// A figure of the first so many trials at a size.
  std::vector<double> column(TrialFigure figure, std::size_t size, std::size_t outcome,
                             std::size_t first_trials) const;
};

/// Throws sim::RunError.
TrialResults read_trial_results(const sim::LabelledReader& file);

/// Is it a file of trials?
bool holds_trials(const sim::LabelledReader& file);

/// A share of trials with its 95 % interval (Wilson 1927).
struct Rate {
  double share = 0, low = 0, high = 0;
  std::size_t of = 0;
};
Rate rate(std::size_t happened, std::size_t of);

/// A mean over trials and its standard error.
struct MeanOverTrials {
  double mean = 0, error = 0;
};
MeanOverTrials mean_over_trials(const std::vector<double>& values);

enum class Estimator : std::uint32_t { difference, adjusted, naive, count };
inline constexpr std::size_t kEstimators = static_cast<std::size_t>(Estimator::count);

/// One way of analysing trials of one size.
struct EstimatorSummary {
  Rate power;                     ///< share of trials whose test rejects "no effect"
  Rate false_positive;            ///< the same when the programs do nothing
  Rate coverage;                  ///< share of intervals that hold the true effect for everyone
  MeanOverTrials estimate, bias;  ///< bias: estimate - true effect for everyone
  double spread = 0;              ///< SD of the estimates when the programs do nothing
  double detectable = 0;  ///< effect that a trial finds with the wanted power, by that spread
  double book_power = 0, book_detectable = 0;  ///< by the textbook; NaN where it has no formula
  bool there = false;
};

/// What the mean difference between the arms is made of; of one size and outcome.
struct TrialParts {
  MeanOverTrials policy, shortfall, teachers, students, missing, chance, difference;
  bool splits_teachers = false;  ///< are teachers and students told apart?
};

EstimatorSummary summarise(const TrialResults& results, std::size_t size, std::size_t outcome,
                           Estimator estimator);
TrialParts parts(const TrialResults& results, std::size_t size, std::size_t outcome);

/// Power of a two-sided t-test of an effect that is `effect` standard errors large.
double t_power(double effect, double freedom, double level);

/// The effect, in standard errors, that such a test finds with this power.
double t_detectable(double freedom, double level, double power);

}  // namespace analysis
