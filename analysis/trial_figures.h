#pragma once
// The figures of one trial: what its analyst would find, and beside it what the twins know.
//
// Every student lives several lives. With means over students,
//
//   policy        all - none                 over everyone in the trial: what the policy would do
//   on_treated    assigned - none            over the treated
//   on_controls   assigned - none            over the controls: what reached them all the same
//
// so that the difference between the arms is
//
//   policy + (on_treated - policy) - on_controls + chance + missing
//
// chance: how the arms differ without any program, and blocks of unequal weight; missing: what the
// estimate moves when those who left are left out. In a stepped wedge the treated are the school
// waves after a school's step, and nothing reaches the others.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace analysis {

enum class Life : std::uint32_t {
  none,           ///< nobody is treated
  assigned,       ///< the treated are
  all,            ///< everyone is
  students_only,  ///< as assigned, without the levers that act on teachers
  null,           ///< the lots are drawn, and the programs do nothing
  count
};
inline constexpr std::size_t kLives = static_cast<std::size_t>(Life::count);

enum class TrialFigure : std::uint32_t {
  difference,
  difference_error,
  difference_freedom,
  adjusted,
  adjusted_error,
  adjusted_freedom,
  naive,
  naive_error,
  naive_freedom,
  null_difference,
  null_difference_error,
  null_difference_freedom,
  null_adjusted,
  null_adjusted_error,
  null_adjusted_freedom,
  null_naive,
  null_naive_error,
  null_naive_freedom,
  policy,
  on_treated,
  on_controls,
  on_controls_students_only,
  chance,
  missing,
  mean,
  sd,
  icc,
  residual_sd,
  residual_icc,
  students,
  clusters,
  lost,
  count
};
inline constexpr std::size_t kTrialFigures = static_cast<std::size_t>(TrialFigure::count);

struct TrialFigureRow {
  std::string_view key, unit, doc;  ///< unit "": the outcome's
};
extern const std::array<TrialFigureRow, kTrialFigures> kTrialFigureRows;

/// NaN where a trial does not have the figure.
struct TrialFigures {
  std::array<double, kTrialFigures> value;
  double operator[](TrialFigure figure) const { return value[static_cast<std::size_t>(figure)]; }
  double& operator[](TrialFigure figure) { return value[static_cast<std::size_t>(figure)]; }
};

/// An outcome of one school's students by id; NaN where there is no answer.
struct SeenOutcome {
  std::array<std::vector<float>, kLives> before;  ///< [id]; empty: no baseline
  std::array<std::vector<float>, kLives> after;   ///< [wave * students + id]; empty: not lived
};

/// One school of a trial.
struct TrialSchool {
  std::vector<std::uint8_t> arm;       ///< by id: 0 control, 1 treated, 2 no part of the trial
  std::vector<std::uint16_t> cluster;  ///< by id: number of what was assigned
  std::vector<float> lot;              ///< by id: who leaves, uniform in [0, 1)
  std::uint32_t step = 0;              ///< of a stepped wedge: the school's step, from 0
  std::vector<SeenOutcome> outcome;
};

enum class AssignedBy : std::uint32_t { student, cluster, school };

/// How trials are carried out and analysed.
struct TrialRules {
  AssignedBy by = AssignedBy::student;
  std::vector<std::uint32_t> waves;  ///< of a stepped wedge: days of measurement, ascending
  std::vector<std::uint32_t> steps;  ///< and of the steps; empty: no stepped wedge
  double leaves_control = 0, leaves_treated = 0;  ///< share of each arm that leaves      [0, 1)
  double leaves_slope = 0;                        ///< log-odds per SD of the outcome: who leaves
};

/// Figures of outcome number `outcome` in a trial with the first `schools` schools.
TrialFigures trial_figures(const std::vector<TrialSchool>& trial, std::size_t schools,
                           std::size_t outcome, const TrialRules& rules);

}  // namespace analysis
