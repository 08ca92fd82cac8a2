#include "analysis/trial_contrast.h"

#include <Eigen/Dense>
#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace analysis {
namespace {

using Eigen::Matrix2d;
using Eigen::Vector2d;

const double kNaN = std::nan("");

std::uint32_t count_of(const std::vector<std::uint32_t>& numbers) {
  return numbers.empty() ? 0 : 1 + *std::max_element(numbers.begin(), numbers.end());
}

/// Takes each group's mean out.
void centre(std::vector<double>& values, const std::vector<std::uint32_t>& group) {
  std::vector<double> sum(count_of(group), 0), n(sum.size(), 0);
  for (std::size_t k = 0; k < values.size(); ++k) {
    sum[group[k]] += values[k];
    ++n[group[k]];
  }
  for (std::size_t k = 0; k < values.size(); ++k) values[k] -= sum[group[k]] / n[group[k]];
}

/// Columns of the regression once all means are out.
struct Centred {
  std::vector<double> y, treated, before;
};

/// L with (X'X)^-1 = L L', from Cholesky's X'X = C C'; a column without spread stays out.
Matrix2d root_of_inverse(const Matrix2d& cross) {
  Matrix2d root = Matrix2d::Zero();
  const double a = cross(0, 0), b = cross(0, 1), c = cross(1, 1);
  if (a <= 0) return root;
  const double left = c - b * b / a;  // of `before`, given `treated`
  root(0, 0) = 1 / std::sqrt(a);
  if (left > 1e-10 * c) {
    root(0, 1) = -b / a / std::sqrt(left);
    root(1, 1) = 1 / std::sqrt(left);
  }
  return root;
}

/// X*L for each row.
std::vector<Vector2d> whitened(const Centred& columns, const Matrix2d& root) {
  std::vector<Vector2d> z(columns.y.size());
  for (std::size_t k = 0; k < z.size(); ++k) {
    z[k] = root.transpose() * Vector2d(columns.treated[k], columns.before[k]);
  }
  return z;
}

/// The estimate, CR2 and Satterthwaite. Z has orthonormal columns that span the regression: two of
/// X*L, the others of the means that were taken out, without those that are a cluster's own. Row k
/// has the values `z(k)` in Q of them, which stand in the columns `place(g)` of all.
///
///   p_g = w_g' Z_g',  w_g = V (1 - D)^(-1/2) V' (L'c, 0),  Z_g'Z_g = V D V',  c = (1, 0)
///   variance = sum_g (p_g e_g)^2,  freedom = tr(Psi)^2 / tr(Psi^2)
///   Psi_gh = p_g (I - H)_gh p_h' = [g = h] w_g' Z_g'Z_g w_g - (Z_g'Z_g w_g)' (Z_h'Z_h w_h)
template <int Q, class Row, class Place>
Contrast work_out(const Centred& columns, const Matrix2d& root, const TrialRows& rows, int width,
                  Eigen::Index all_columns, Row row, Place place) {
  using Square = Eigen::Matrix<double, Q, Q>;
  using Vector = Eigen::Matrix<double, Q, 1>;
  if (root(0, 0) == 0) return {kNaN, kNaN, kNaN};
  const std::size_t n = columns.y.size();
  Vector2d fitted = Vector2d::Zero();
  for (std::size_t k = 0; k < n; ++k) fitted += row(k).template head<2>() * columns.y[k];
  const std::uint32_t clusters = count_of(rows.cluster);
  std::vector<Square> own(clusters, Square::Zero(width, width));  // Z_g'Z_g
  std::vector<Vector> error(clusters, Vector::Zero(width));       // Z_g'e_g
  for (std::size_t k = 0; k < n; ++k) {
    const Vector z = row(k);
    own[rows.cluster[k]] += z * z.transpose();
    error[rows.cluster[k]] += z * (columns.y[k] - z.template head<2>().dot(fitted));
  }
  Vector aim = Vector::Zero(width);
  aim.template head<2>() = root.row(0);
  Eigen::MatrixXd through = Eigen::MatrixXd::Zero(clusters, all_columns);  // Psi = diag(a) - WW'
  Eigen::VectorXd alone(clusters);
  double variance = 0;
  for (std::uint32_t g = 0; g < clusters; ++g) {
    const Eigen::SelfAdjointEigenSolver<Square> solver(own[g]);
    Vector scale = solver.eigenvalues();
    for (double& d : scale) d = d < 1 - 1e-9 ? 1 / std::sqrt(1 - d) : 0;  // the pseudo-inverse
    const Square& axes = solver.eigenvectors();
    const Vector weight = axes * (scale.asDiagonal() * (axes.transpose() * aim));
    const Vector hat = own[g] * weight;
    const double part = weight.dot(error[g]);
    variance += part * part;
    alone[g] = weight.dot(hat);
    for (int q = 0; q < width; ++q) through(g, place(g, q)) = hat[q];
  }
  const Eigen::VectorXd lost = through.rowwise().squaredNorm();
  const double trace = alone.sum() - lost.sum();
  const Eigen::MatrixXd inner = through.transpose() * through;
  const double square = alone.squaredNorm() - 2 * alone.dot(lost) + inner.squaredNorm();
  return {root.row(0).dot(fitted), std::sqrt(variance), trace * trace / square};
}

/// L of the columns.
Matrix2d root_of(const Centred& columns) {
  Matrix2d cross = Matrix2d::Zero();
  for (std::size_t k = 0; k < columns.y.size(); ++k) {
    const Vector2d x(columns.treated[k], columns.before[k]);
    cross += x * x.transpose();
  }
  return root_of_inverse(cross);
}

}  // namespace

double Contrast::p_value(double effect) const {
  if (!(error > 0) || !(freedom > 0)) return kNaN;
  const boost::math::students_t t(freedom);
  return 2 * boost::math::cdf(boost::math::complement(t, std::abs(estimate - effect) / error));
}

double Contrast::half_width(double confidence) const {
  if (!(error > 0) || !(freedom > 0)) return kNaN;
  return error * boost::math::quantile(boost::math::students_t(freedom), 0.5 + confidence / 2);
}

Contrast trial_contrast(const TrialRows& rows) {
  Centred columns{rows.after, {rows.treated.begin(), rows.treated.end()}, rows.before};
  if (columns.before.empty()) columns.before.assign(rows.size(), 0);
  for (auto* column : {&columns.y, &columns.treated, &columns.before}) centre(*column, rows.block);
  const Matrix2d root = root_of(columns);
  const std::vector<Vector2d> z = whitened(columns, root);
  // A cluster lies in one block: besides X it meets that block's mean.
  const std::uint32_t blocks = count_of(rows.block);
  std::vector<double> in_block(blocks, 0);
  std::vector<std::uint32_t> block_of(count_of(rows.cluster), 0);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    ++in_block[rows.block[k]];
    block_of[rows.cluster[k]] = rows.block[k];
  }
  return work_out<3>(
      columns, root, rows, 3, 2 + Eigen::Index{blocks},
      [&](std::size_t k) {
        return Eigen::Vector3d(z[k][0], z[k][1], 1 / std::sqrt(in_block[rows.block[k]]));
      },
      [&](std::uint32_t g, int q) {
        return q < 2 ? Eigen::Index{q} : 2 + Eigen::Index{block_of[g]};
      });
}

Contrast panel_contrast(const TrialRows& rows, const std::vector<std::uint32_t>& group) {
  Centred columns{rows.after, {rows.treated.begin(), rows.treated.end()}, {}};
  columns.before.assign(rows.size(), 0);
  // Every pair has one row: one pass over each grouping takes both sets of means out.
  for (auto* column : {&columns.y, &columns.treated}) {
    centre(*column, group);
    centre(*column, rows.block);
  }
  const Matrix2d root = root_of(columns);
  const std::vector<Vector2d> z = whitened(columns, root);
  // A group's mean is its cluster's own; every cluster meets the means of all blocks.
  const auto blocks = static_cast<int>(count_of(rows.block));
  const double groups = count_of(group);
  return work_out<Eigen::Dynamic>(
      columns, root, rows, 2 + blocks, 2 + blocks,
      [&](std::size_t k) {
        Eigen::VectorXd row =
            Eigen::VectorXd::Constant(2 + blocks, -1 / std::sqrt(groups) / blocks);
        row.head<2>() = z[k];
        row[2 + static_cast<int>(rows.block[k])] += 1 / std::sqrt(groups);
        return row;
      },
      [](std::uint32_t, int q) { return Eigen::Index{q}; });
}

Spread spread(const std::vector<double>& values, const std::vector<std::uint32_t>& group) {
  const std::uint32_t groups = count_of(group);
  std::vector<double> sum(groups, 0), n(groups, 0);
  double total = 0, squares = 0;
  for (std::size_t k = 0; k < values.size(); ++k) {
    sum[group[k]] += values[k];
    ++n[group[k]];
    total += values[k];
  }
  const double all = static_cast<double>(values.size());
  const double mean = total / all;
  for (const double value : values) squares += (value - mean) * (value - mean);
  double between = 0, of_squares = 0, held = 0;
  for (std::uint32_t g = 0; g < groups; ++g) {
    if (n[g] == 0) continue;
    ++held;
    const double off = sum[g] / n[g] - mean;
    between += n[g] * off * off;
    of_squares += n[g] * n[g];
  }
  if (held < 2 || all <= held) return {mean, all > 1 ? std::sqrt(squares / (all - 1)) : kNaN, kNaN};
  const double within_mean = (squares - between) / (all - held);
  const double between_mean = between / (held - 1);
  const double size = (all - of_squares / all) / (held - 1);
  const double part = (between_mean - within_mean) / size;
  return {mean, std::sqrt(squares / (all - 1)), part / (part + within_mean)};
}

}  // namespace analysis
