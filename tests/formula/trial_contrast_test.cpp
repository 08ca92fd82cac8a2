// The analyst's difference between arms against the textbook's matrices, written out in full.

#include "analysis/trial_contrast.h"

#include <Eigen/Dense>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>

namespace {

using analysis::Contrast, analysis::TrialRows;
using Eigen::MatrixXd, Eigen::VectorXd;

/// Clusters of different sizes in blocks; the first half of each block's clusters is treated.
TrialRows made(std::uint32_t blocks, std::uint32_t clusters, std::uint32_t seed, bool before) {
  std::mt19937 random(seed);
  std::normal_distribution<double> normal;
  TrialRows rows;
  for (std::uint32_t b = 0; b < blocks; ++b) {
    for (std::uint32_t c = 0; c < clusters; ++c) {
      const double shared = normal(random);
      const std::uint32_t size = 2 + (b * clusters + c) * 5 % 7;
      for (std::uint32_t k = 0; k < size; ++k) {
        const double x = normal(random);
        rows.treated.push_back(2 * c < clusters ? 1 : 0);
        if (before) rows.before.push_back(x);
        rows.after.push_back(0.3 * rows.treated.back() + 0.5 * x + shared + normal(random) + b);
        rows.block.push_back(b);
        rows.cluster.push_back(b * clusters + c);
      }
    }
  }
  return rows;
}

/// The design with a column for each block and, for a panel, for each group but the first.
MatrixXd design(const TrialRows& rows, const std::vector<std::uint32_t>& group) {
  const auto count = [](const std::vector<std::uint32_t>& of) {
    return of.empty() ? 0u : 1 + *std::max_element(of.begin(), of.end());
  };
  const std::uint32_t blocks = count(rows.block), groups = count(group);
  const auto n = static_cast<Eigen::Index>(rows.size());
  const Eigen::Index first = rows.before.empty() ? 1 : 2;
  MatrixXd x = MatrixXd::Zero(n, first + blocks + (groups > 0 ? groups - 1 : 0));
  for (Eigen::Index i = 0; i < n; ++i) {
    const auto k = static_cast<std::size_t>(i);
    x(i, 0) = rows.treated[k];
    if (first == 2) x(i, 1) = rows.before[k];
    x(i, first + rows.block[k]) = 1;
    if (groups > 0 && group[k] > 0) x(i, first + blocks + group[k] - 1) = 1;
  }
  return x;
}

/// CR2 and Satterthwaite, by the definitions: every matrix is n by n. The adjustment of a cluster
/// is the symmetric square root of the pseudo-inverse of its block of I - H.
Contrast by_definition(const TrialRows& rows, const std::vector<std::uint32_t>& group = {}) {
  const MatrixXd x = design(rows, group);
  const auto n = x.rows();
  const VectorXd y = Eigen::Map<const VectorXd>(rows.after.data(), n);
  const MatrixXd bread = (x.transpose() * x).inverse();
  const MatrixXd left = MatrixXd::Identity(n, n) - x * bread * x.transpose();
  const VectorXd error = left * y;
  const std::uint32_t clusters = 1 + *std::max_element(rows.cluster.begin(), rows.cluster.end());
  double variance = 0;
  MatrixXd weights = MatrixXd::Zero(clusters, n);  // p_g, a row a cluster
  for (std::uint32_t g = 0; g < clusters; ++g) {
    std::vector<Eigen::Index> own;
    for (Eigen::Index i = 0; i < n; ++i) {
      if (rows.cluster[static_cast<std::size_t>(i)] == g) own.push_back(i);
    }
    Eigen::SelfAdjointEigenSolver<MatrixXd> solver(left(own, own));
    VectorXd root = solver.eigenvalues();
    for (double& value : root) value = value > 1e-9 ? 1 / std::sqrt(value) : 0;
    const MatrixXd adjust =
        solver.eigenvectors() * root.asDiagonal() * solver.eigenvectors().transpose();
    const VectorXd p = adjust * x(own, Eigen::all) * bread.col(0);
    double part = 0;
    for (std::size_t k = 0; k < own.size(); ++k) {
      weights(g, own[k]) = p[static_cast<Eigen::Index>(k)];
      part += p[static_cast<Eigen::Index>(k)] * error[own[k]];
    }
    variance += part * part;
  }
  const MatrixXd psi = weights * left * weights.transpose();
  const double freedom = psi.trace() * psi.trace() / psi.squaredNorm();
  return {(bread * (x.transpose() * y))[0], std::sqrt(variance), freedom};
}

void same(const Contrast& a, const Contrast& b) {
  CHECK(a.estimate == Approx(b.estimate).epsilon(1e-9));
  CHECK(a.error == Approx(b.error).epsilon(1e-9));
  CHECK(a.freedom == Approx(b.freedom).epsilon(1e-7));
}

}  // namespace

TEST_CASE("clusters within blocks are analysed as the matrices say", "[formula]") {
  for (const bool before : {false, true}) {
    for (const std::uint32_t blocks : {1u, 3u}) {
      const TrialRows rows = made(blocks, 6, 7 + blocks, before);
      INFO("blocks " << blocks << ", baseline " << before);
      same(analysis::trial_contrast(rows), by_definition(rows));
    }
  }
}

TEST_CASE("students one by one have Welch's error, and nearly his degrees of freedom",
          "[formula]") {
  TrialRows rows = made(1, 8, 3, false);
  for (std::uint32_t k = 0; k < rows.size(); ++k) rows.cluster[k] = k;
  const Contrast found = analysis::trial_contrast(rows);
  same(found, by_definition(rows));
  std::array<double, 2> n{}, sum{}, squares{};
  for (std::size_t k = 0; k < rows.size(); ++k) {
    ++n[rows.treated[k]];
    sum[rows.treated[k]] += rows.after[k];
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const double off = rows.after[k] - sum[rows.treated[k]] / n[rows.treated[k]];
    squares[rows.treated[k]] += off * off;
  }
  CHECK(found.estimate == Approx(sum[1] / n[1] - sum[0] / n[0]));
  CHECK(found.error * found.error ==
        Approx(squares[0] / (n[0] * (n[0] - 1)) + squares[1] / (n[1] * (n[1] - 1))));
}

TEST_CASE("equal clusters have as many degrees of freedom as clusters less two", "[formula]") {
  TrialRows rows;
  std::mt19937 random(5);
  std::normal_distribution<double> normal;
  for (std::uint32_t c = 0; c < 10; ++c) {
    for (int k = 0; k < 4; ++k) {
      rows.after.push_back(normal(random));
      rows.treated.push_back(c % 2);
      rows.block.push_back(0);
      rows.cluster.push_back(c);
    }
  }
  CHECK(analysis::trial_contrast(rows).freedom == Approx(8));
}

TEST_CASE("a stepped wedge has a mean for each school and each wave", "[formula]") {
  TrialRows rows;
  std::vector<std::uint32_t> school;
  std::mt19937 random(11);
  std::normal_distribution<double> normal;
  for (std::uint32_t s = 0; s < 9; ++s) {
    const double level = normal(random);
    for (std::uint32_t wave = 0; wave < 4; ++wave) {
      rows.treated.push_back(wave > s / 3 ? 1 : 0);
      rows.after.push_back(level + 0.2 * wave + 0.4 * rows.treated.back() + 0.3 * normal(random));
      rows.block.push_back(wave);
      rows.cluster.push_back(s);
      school.push_back(s);
    }
  }
  const Contrast found = analysis::panel_contrast(rows, school);
  const Contrast whole = by_definition(rows, school);
  CHECK(found.estimate == Approx(whole.estimate));
  CHECK(found.error == Approx(whole.error).epsilon(1e-6));
  CHECK(found.freedom == Approx(whole.freedom).epsilon(1e-6));
}

TEST_CASE("p-values and intervals are Student's", "[formula]") {
  const Contrast c{2.228138852, 1, 10};  // the 97.5 % point of t with 10 degrees of freedom
  CHECK(c.p_value() == Approx(0.05).epsilon(1e-6));
  CHECK(c.half_width() == Approx(2.228138852).epsilon(1e-6));
  CHECK(c.p_value(2.228138852) == Approx(1));
  CHECK(std::isnan(Contrast{1, 0, 10}.p_value()));
}

TEST_CASE("the share of variance between groups is that of the analysis of variance", "[formula]") {
  // Two groups of three: means 2 and 5, mean squares 13.5 between and 1 within.
  const analysis::Spread s = analysis::spread({1, 2, 3, 4, 5, 6}, {0, 0, 0, 1, 1, 1});
  CHECK(s.mean == Approx(3.5));
  CHECK(s.sd == Approx(std::sqrt(3.5)));
  CHECK(s.icc == Approx((13.5 - 1) / 3 / ((13.5 - 1) / 3 + 1)));
  CHECK(std::isnan(analysis::spread({1, 2}, {0, 0}).icc));
}
