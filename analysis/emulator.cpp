#include "analysis/emulator.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double kLength = 2.0 / 3.0;
constexpr double kNothing = 1e-12;  // share of the outputs' variance that counts as none
constexpr Index kPointsPerTerm = 5;

double value(const Term& term, const auto& point) {
  if (term.a < 0) return 1;
  const double x = point[term.a];
  if (term.b < 0) return x;
  return term.a == term.b ? 1.5 * x * x - 0.5 : x * point[term.b];
}

std::vector<Term> candidates(int variables) {
  std::vector<Term> all;
  for (int a = 0; a < variables; ++a) all.push_back({a, -1});
  for (int a = 0; a < variables; ++a) {
    for (int b = a; b < variables; ++b) all.push_back({a, b});
  }
  return all;
}

MatrixXd columns(const std::vector<Term>& terms, const MatrixXd& points) {
  MatrixXd made(points.rows(), static_cast<Index>(terms.size()));
  for (Index i = 0; i < points.rows(); ++i) {
    const auto point = points.row(i);
    for (Index k = 0; k < made.cols(); ++k) {
      made(i, k) = value(terms[static_cast<std::size_t>(k)], point);
    }
  }
  return made;
}

}  // namespace

void Emulator::choose_terms(const MatrixXd& points, const VectorXd& outputs) {
  terms_ = {Term{}};
  const std::vector<Term> all = candidates(static_cast<int>(points.cols()));
  MatrixXd left = columns(all, points);  // what each candidate says that the chosen do not
  left.rowwise() -= left.colwise().mean();
  const VectorXd whole = left.colwise().squaredNorm();
  VectorXd residual = outputs;  // mean 0
  const double total = residual.squaredNorm();
  const double least = 2 * std::log(static_cast<double>(all.size()));
  const Index most = std::max<Index>(points.rows() / kPointsPerTerm, 1);
  for (Index chosen = 1; chosen < most; ++chosen) {
    const double before = residual.squaredNorm();
    if (before <= kNothing * total) break;
    const VectorXd along = left.transpose() * residual;
    Index best = -1;
    double explained = 0;
    for (Index k = 0; k < left.cols(); ++k) {
      const double length = left.col(k).squaredNorm();
      if (length <= 1e-8 * whole[k]) continue;  // chosen already, or the sum of chosen ones
      const double one = along[k] * along[k] / length;
      if (one > explained) explained = one, best = k;
    }
    const double after = std::max(before - explained, 0.0);
    const auto free = static_cast<double>(points.rows() - chosen - 1);
    if (best < 0 || explained * free <= least * after) break;
    const VectorXd direction = left.col(best).normalized();
    residual -= direction * direction.dot(residual);
    left -= direction * (direction.transpose() * left);
    terms_.push_back(all[static_cast<std::size_t>(best)]);
  }
  for (const Term& term : terms_) {
    for (const int x : {term.a, term.b}) {
      if (x >= 0) active_.push_back(x);
    }
  }
  std::sort(active_.begin(), active_.end());
  active_.erase(std::unique(active_.begin(), active_.end()), active_.end());
}

double Emulator::residual_variance(const VectorXd& outputs) const {
  const VectorXd fitted = design_ * design_.householderQr().solve(outputs);
  const auto free = static_cast<double>(std::max<Index>(design_.rows() - design_.cols(), 1));
  return std::max((outputs - fitted).squaredNorm() / free, kNothing);
}

Emulator::Emulator(const MatrixXd& points, const VectorXd& outputs, double noise) {
  centre_ = outputs.mean();
  const double spread = std::sqrt((outputs.array() - centre_).square().mean());
  scale_ = spread > 0 ? spread : std::max(1e-6 * std::abs(centre_), 1e-12);
  const VectorXd scaled = (outputs.array() - centre_) / scale_;
  choose_terms(points, scaled);
  design_ = columns(terms_, points);
  const double variance = residual_variance(scaled);
  const double share = std::clamp(noise / (scale_ * scale_) / variance, 0.1, 0.9);
  smooth_ = (1 - share) * variance;
  rough_ = share * variance;
  seen_ = points.transpose();
  MatrixXd between(points.rows(), points.rows());
  for (Index i = 0; i < points.rows(); ++i) between.col(i) = smooth_ * correlations(seen_.col(i));
  between.diagonal().array() += rough_;
  spread_.compute(between);
  whitened_ = spread_.matrixL().solve(design_);
  precision_.compute(whitened_.transpose() * whitened_);
  beta_ = precision_.solve(design_.transpose() * spread_.solve(scaled));
  pull_ = spread_.solve(scaled - design_ * beta_);
}

VectorXd Emulator::correlations(const VectorXd& point) const {
  const VectorXd apart = (seen_.colwise() - point).colwise().squaredNorm();
  return (apart.array() / (-kLength * kLength)).exp();
}

Guess Emulator::at(const VectorXd& point) const {
  VectorXd terms(static_cast<Index>(terms_.size()));
  for (Index k = 0; k < terms.size(); ++k) {
    terms[k] = value(terms_[static_cast<std::size_t>(k)], point);
  }
  const VectorXd near = smooth_ * correlations(point);
  const VectorXd white = spread_.matrixL().solve(near);
  const VectorXd missed = terms - whitened_.transpose() * white;
  const double mean = terms.dot(beta_) + near.dot(pull_);
  const double of_beta = precision_.matrixL().solve(missed).squaredNorm();
  const double variance = smooth_ - white.squaredNorm() + of_beta + rough_;
  return {centre_ + scale_ * mean, scale_ * scale_ * std::max(variance, 0.0)};
}

HeldOut leave_one_out(const MatrixXd& points, const VectorXd& outputs, double noise) {
  const Index n = points.rows();
  double missed = 0, within = 0;
  MatrixXd others = points.bottomRows(n - 1);
  VectorXd results = outputs.tail(n - 1);
  for (Index i = 0; i < n; ++i) {
    if (i > 0) {  // the point before comes back in place of this one
      others.row(i - 1) = points.row(i - 1);
      results[i - 1] = outputs[i - 1];
    }
    const Guess guess = Emulator(others, results, noise).at(points.row(i));
    const double off = outputs[i] - guess.mean;
    missed += off * off;
    if (off * off <= 9 * guess.variance) within += 1;
  }
  const double total = (outputs.array() - outputs.mean()).square().sum();
  return {total > 0 ? 1 - missed / total : 0, within / static_cast<double>(n)};
}

}  // namespace analysis
