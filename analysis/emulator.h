#pragma once
// An emulator: a fast guess of what the model would give at a point where it was not run, and how
// uncertain the guess is (Craig et al. 1997, doi:10.1007/978-1-4612-2290-3_2; Vernon, Goldstein &
// Bower 2010, doi:10.1214/10-BA524).
//
//   f(x) = sum_k beta_k h_k(x) + u(x) + e
//
//   x      a point, every coordinate in [-1, 1]: the parameter's range, scaled
//   h_k    1, x_a, (3 x_a^2 - 1) / 2, x_a x_b: those that the points bear out
//   u      a stationary residual with mean 0 and correlation exp(-|x - x'|^2 / l^2) over all
//          variables, also those that stand in no term; l = 2/3
//   e      noise of the runs
//
// Terms enter one at a time, the one that explains most first, as long as its F exceeds 2 ln(number
// of candidates): what noise alone seldom reaches (Foster & George 1994,
// doi:10.1214/aos/1176325766); at most one term for five points. The variance of u + e is that of
// the residuals; e's part of it is the variance of the runs' noise, at least a tenth and at most
// nine tenths. l is a third of the range, as a quadratic has taken out all that bends more slowly:
// assumed. Given these, E and Var of f(x) adjusted by the runs are the Bayes linear ones with a
// vague prior on beta (universal kriging).

#include <Eigen/Dense>
#include <vector>

namespace analysis {

/// A guess and the variance of what it may be off by.
struct Guess {
  double mean = 0, variance = 0;
};

/// One column of the regression: the constant (both -1), linear in `a`, or quadratic.
struct Term {
  int a = -1, b = -1;
  bool operator==(const Term&) const = default;
};

class Emulator {
 public:
  /// `points` has a row for each run, `outputs` its result: at least three, all finite. `noise` is
  /// the variance of one result between seeds.
  Emulator(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs, double noise);

  /// At a point of as many coordinates.
  Guess at(const Eigen::VectorXd& point) const;

  const std::vector<Term>& terms() const { return terms_; }
  /// Variables that stand in a term, ascending.
  const std::vector<int>& active() const { return active_; }

 private:
  void choose_terms(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs);
  double residual_variance(const Eigen::VectorXd& outputs) const;
  Eigen::VectorXd correlations(const Eigen::VectorXd& point) const;

  std::vector<Term> terms_;
  std::vector<int> active_;
  double centre_ = 0, scale_ = 1;          ///< of the outputs
  double smooth_ = 0, rough_ = 0;          ///< variances of u and of e, in units of scale^2
  Eigen::MatrixXd seen_;                   ///< active variables of the runs, a column each
  Eigen::MatrixXd design_;                 ///< terms at the runs
  Eigen::LLT<Eigen::MatrixXd> spread_;     ///< of the runs' variance
  Eigen::MatrixXd whitened_;               ///< L^-1 design
  Eigen::LLT<Eigen::MatrixXd> precision_;  ///< of beta
  Eigen::VectorXd beta_, pull_;            ///< pull: variance^-1 (outputs - design beta)
};

/// How well outputs are guessed that the emulator did not see: each run is left out in turn, terms
/// chosen anew.
struct HeldOut {
  double r_squared = 0;  ///< 1: exact; 0: no better than the mean; may be below 0
  double within = 0;     ///< share of runs within 3 standard deviations of their guess
};
HeldOut leave_one_out(const Eigen::MatrixXd& points, const Eigen::VectorXd& outputs, double noise);

}  // namespace analysis
