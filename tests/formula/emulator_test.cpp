#include "analysis/emulator.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/history_matching.h"
#include "sim/kernel/random.h"

using analysis::Emulator;
using analysis::Term;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

VectorXd each(const MatrixXd& points, auto f) {
  VectorXd made(points.rows());
  for (Eigen::Index i = 0; i < made.size(); ++i) made[i] = f(points.row(i));
  return made;
}

double noise(Eigen::Index i) {
  const auto who = static_cast<std::uint32_t>(i);
  return static_cast<double>(sim::normal(sim::draw(sim::stream(7, 0, 0), who, 0, 0, 0)[0]));
}

}  // namespace

TEST_CASE("An emulator gives a quadratic back exactly", "[formula]") {
  const MatrixXd points = analysis::sobol_points(60, 5, 1);
  const auto f = [](const auto& x) {
    return 3 + 2 * x[0] - x[1] + 0.5 * x[1] * x[1] + x[0] * x[3];
  };
  const Emulator emulator(points, each(points, f), 0);
  CHECK(emulator.active() == std::vector<int>{0, 1, 3});
  for (const MatrixXd new_points = analysis::sobol_points(20, 5, 2);
       const auto& x : new_points.rowwise()) {
    const auto guess = emulator.at(x.transpose());
    CHECK(guess.mean == Approx(f(x)).margin(1e-4));
    CHECK(std::sqrt(guess.variance) < 1e-4);
  }
}

TEST_CASE("Where nothing is found the guess is the mean, and as sure as a mean", "[formula]") {
  // 1, 2, 3, 6 have mean 3 and residual variance 14/3. At noise of all of it, nine tenths count as
  // noise; four points far apart and far from a fifth say nothing of each other's remaining tenth.
  MatrixXd points = MatrixXd::Constant(4, 40, 1);
  points.row(1).setConstant(-1);
  points.row(2).head(20).setConstant(-1);
  points.row(3).tail(20).setConstant(-1);
  VectorXd outputs(4);
  outputs << 3, 1, 6, 2;
  const Emulator emulator(points, outputs, 100);
  REQUIRE(emulator.terms() == std::vector<Term>{Term{}});
  const auto guess = emulator.at(VectorXd::Zero(40));
  CHECK(guess.mean == Approx(3));
  CHECK(guess.variance == Approx(14.0 / 3.0 * 1.25));
}

TEST_CASE("Near a run the guess is its result, far away the trend", "[formula]") {
  const MatrixXd points = analysis::sobol_points(80, 2, 3);
  const auto f = [](const auto& x) { return x[0] + 0.3 * std::sin(4 * x[0]); };
  const VectorXd outputs = each(points, f);
  const Emulator emulator(points, outputs, 0);
  const auto at_run = emulator.at(points.row(5).transpose());
  CHECK(at_run.mean == Approx(outputs[5]).margin(0.05));
  VectorXd corner(2);
  corner << 1, 1;
  CHECK(emulator.at(corner).variance > at_run.variance);
}

TEST_CASE("Leaving one out is honest: nothing is foretold where there is only noise", "[formula]") {
  const MatrixXd points = analysis::sobol_points(60, 12, 4);
  VectorXd outputs(60);
  for (Eigen::Index i = 0; i < outputs.size(); ++i) outputs[i] = noise(i);
  const auto held_out = analysis::leave_one_out(points, outputs, 1);
  CHECK(held_out.r_squared < 0.1);
  CHECK(held_out.within > 0.95);
}

TEST_CASE("Leaving one out finds what is there beneath noise", "[formula]") {
  const MatrixXd points = analysis::sobol_points(80, 12, 4);
  VectorXd outputs = each(points, [](const auto& x) { return 2 * x[3] + x[7] * x[7]; });
  for (Eigen::Index i = 0; i < outputs.size(); ++i) outputs[i] += 0.2 * noise(i);
  const auto held_out = analysis::leave_one_out(points, outputs, 0.04);
  CHECK(held_out.r_squared > 0.9);
  CHECK(held_out.within > 0.95);
}

TEST_CASE("An output that never moves is guessed without doubt", "[formula]") {
  const MatrixXd points = analysis::sobol_points(20, 3, 1);
  const Emulator emulator(points, VectorXd::Constant(20, 0.7), 0);
  const auto guess = emulator.at(VectorXd::Zero(3));
  CHECK(guess.mean == Approx(0.7));
  CHECK(guess.variance < 1e-12);
}
