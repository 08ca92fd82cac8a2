#pragma once
// What a scenario asks of staff and budgets, and what that is for each unit of what changed:
//
//   rate = amount / (d / step)             interval: amount / (high / step) to amount / (low /
//   step)
//
//   amount  hours per teacher and week, or dollars per student, of all the scenario's programs
//   d       paired difference of the outcome, turned so that more is better; low, high: its 95%
//           interval, carried over as it is (amounts are stated, not measured, and have none)
//   step    the unit: 0.1 SD of belonging, one student in a hundred, ...
//
// There is a rate only where the interval lies on the better side of zero. It compares sizes; it is
// no price list: twice the time seldom buys twice the change.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/effects.h"
#include "analysis/results.h"

namespace analysis {

/// The sum over a scenario's programs, and the programs of which it is not known.
struct Amount {
  double known = 0;
  std::vector<std::string> unknown;  ///< titles
  bool none = false;                 ///< no program: nothing to add up

  bool complete() const { return !none && unknown.empty(); }
};

struct ScenarioCost {
  Amount hours;    ///< staff hours per teacher and week
  Amount dollars;  ///< per student, of the whole run: a year's cost times the years
};

ScenarioCost scenario_cost(const Results& results, const Scenario& scenario);

/// An outcome that costs are set against.
struct Measure {
  std::string_view key;
  double hours_step, dollars_step;
  std::string_view hours_words, dollars_words;  ///< "for 0.1 SD of belonging"
};

/// Belonging, and the first recorded of a fixed list of what is counted: at most two.
std::vector<const Measure*> measures(const Results& results);

struct Rate {
  std::optional<double> value;
  std::optional<Interval> interval;
  std::string why;  ///< there is no figure
};

/// `amount` may be unknown in part: then the rate says for which programs.
Rate rate(const Amount& amount, const Effect& effect, Better better, double step);

}  // namespace analysis
