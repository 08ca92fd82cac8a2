#include "cli/verdict.h"

#include <fmt/format.h>
#include <muParser.h>

#include <algorithm>
#include <cmath>

#include "sim/run/config_error.h"

namespace cli {
namespace {

/// Values of the estimates from all schools, or from all but one.
std::vector<double> estimates(const Pattern& pattern,
                              const std::vector<std::vector<analysis::Sums>>& by_school,
                              const std::vector<double>& checks, std::size_t left_out) {
  std::vector<double> values;
  for (std::size_t k = 0; k < pattern.estimates.size(); ++k) {
    analysis::Sums all{};
    for (std::size_t school = 0; school < by_school[k].size(); ++school) {
      if (school == left_out) continue;
      for (std::size_t s = 0; s < all.size(); ++s) all[s] += by_school[k][school][s];
    }
    values.push_back(analysis::value(pattern.estimates[k].of, all));
  }
  values.insert(values.end(), checks.begin(), checks.end());
  return values;
}

/// A claim's formula of the pattern's estimates.
class Formula {
 public:
  Formula(const Pattern& pattern, const Claim& claim)
      : values_(pattern.estimates.size() + pattern.checks.size()) {
    for (std::size_t k = 0; k < values_.size(); ++k) {
      const std::size_t estimates = pattern.estimates.size();
      parser_.DefineVar(
          k < estimates ? pattern.estimates[k].name : pattern.checks[k - estimates].name,
          &values_[k]);
    }
    parser_.SetExpr(claim.formula);
  }
  double of(const std::vector<double>& values) {
    values_ = values;
    return parser_.Eval();
  }

 private:
  std::vector<double> values_;
  mu::Parser parser_;
};

}  // namespace

const char* name(Verdict verdict) {
  switch (verdict) {
    case Verdict::passed:
      return "passed";
    case Verdict::falls_short:
      return "falls short";
    case Verdict::undetermined:
      break;
  }
  return "undetermined";
}

Verdict judge(const Claim& claim, const analysis::Estimate& e) {
  if (std::isnan(e.value)) return Verdict::falls_short;
  const double off = std::max(claim.low - e.value, e.value - claim.high);
  if (std::isnan(e.half_width)) return off > 0 ? Verdict::falls_short : Verdict::undetermined;
  if (off > e.half_width) return Verdict::falls_short;
  if (off > 0) return Verdict::undetermined;
  const double width = claim.high - claim.low;
  const bool sure = std::isinf(width) ? e.value - e.half_width >= claim.low &&
                                            e.value + e.half_width <= claim.high
                                      : e.half_width <= width / 4;
  return sure ? Verdict::passed : Verdict::undetermined;
}

PatternResult judge(const Pattern& pattern,
                    const std::vector<std::vector<analysis::Sums>>& by_school,
                    const std::vector<double>& checks) {
  PatternResult result;
  result.pattern = &pattern;
  const std::size_t schools = by_school.empty() ? 0 : by_school.front().size();
  const std::vector<double> whole = estimates(pattern, by_school, checks, schools);
  std::vector<std::vector<double>> without;
  for (std::size_t k = 0; k < schools; ++k) {
    without.push_back(estimates(pattern, by_school, checks, k));
  }
  for (const Claim& claim : pattern.claims) {
    try {
      Formula formula(pattern, claim);
      const double value = formula.of(whole);
      std::vector<double> left_out;
      left_out.reserve(without.size());
      for (const auto& values : without) left_out.push_back(formula.of(values));
      ClaimResult one{analysis::jackknife(value, left_out), {}};
      if (pattern.estimates.empty()) one.estimate.half_width = 0;
      one.verdict = judge(claim, one.estimate);
      result.claims.push_back(one);
    } catch (const mu::Parser::exception_type& error) {
      throw sim::ConfigError(
          fmt::format("{}: claim.value = {}: {}; it may use the names of "
                      "[[estimate]]s and [[check]]s, numbers and + - * / ( )",
                      pattern.path, claim.formula, error.GetMsg()));
    }
    const Verdict verdict = result.claims.back().verdict;
    if (verdict == Verdict::falls_short ||
        (verdict == Verdict::undetermined && result.verdict == Verdict::passed)) {
      result.verdict = verdict;
    }
  }
  return result;
}

}  // namespace cli
