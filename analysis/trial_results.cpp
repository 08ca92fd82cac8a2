#include "analysis/trial_results.h"

#include <algorithm>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "analysis/average.h"
#include "analysis/trial_contrast.h"

namespace analysis {
namespace {

const double kNaN = std::nan("");
using F = TrialFigure;

/// First of an estimator's three figures.
F first_of(Estimator estimator, bool null) {
  const auto base = static_cast<std::uint32_t>(null ? F::null_difference : F::difference);
  return static_cast<F>(base + 3 * static_cast<std::uint32_t>(estimator));
}

struct Contrasts {
  std::vector<Contrast> each;  ///< by trial; NaN where there is none

  Contrasts(const TrialResults& results, F first, std::size_t size, std::size_t outcome,
            std::size_t trials) {
    const auto column = [&](std::uint32_t k) {
      return results.column(static_cast<F>(static_cast<std::uint32_t>(first) + k), size, outcome,
                            trials);
    };
    const auto estimate = column(0), error = column(1), freedom = column(2);
    for (std::size_t t = 0; t < trials; ++t) each.push_back({estimate[t], error[t], freedom[t]});
  }

  template <class Test>
  Rate share(Test test) const {
    std::size_t happened = 0, of = 0;
    for (std::size_t t = 0; t < each.size(); ++t) {
      if (std::isnan(each[t].p_value())) continue;
      ++of;
      happened += test(each[t], t) ? 1 : 0;
    }
    return rate(happened, of);
  }
};

double mean_of(const TrialResults& results, F figure, std::size_t size, std::size_t outcome) {
  Average mean;
  for (const double x :
       results.column(figure, size, outcome, std::max(results.trials, results.null_trials))) {
    mean.add(x);
  }
  return mean.value();
}

double sd_of(const std::vector<Contrast>& contrasts) {
  Average mean, square;
  for (const Contrast& c : contrasts) mean.add(c.estimate);
  for (const Contrast& c : contrasts) {
    square.add((c.estimate - mean.value()) * (c.estimate - mean.value()));
  }
  const double n = square.count();
  return n > 1 ? std::sqrt(square.value() * n / (n - 1)) : kNaN;
}

/// Standard error and degrees of freedom by the textbook: simple random assignment of students
/// within schools, or of clusters (Donner & Klar 2000), no program reaching the other arm, nobody
/// treated differently for being one of some.
struct Textbook {
  double error = kNaN, freedom = kNaN;

  Textbook(const TrialResults& r, std::size_t size, std::size_t outcome, Estimator estimator) {
    if (r.stepped || estimator == Estimator::naive) return;
    const bool adjusted = estimator == Estimator::adjusted;
    const double sd = mean_of(r, adjusted ? F::residual_sd : F::sd, size, outcome);
    const double icc = mean_of(r, adjusted ? F::residual_icc : F::icc, size, outcome);
    const double lost = mean_of(r, F::lost, size, outcome);
    const double n = mean_of(r, F::students, size, outcome) * (1 - lost);
    const double clusters = mean_of(r, F::clusters, size, outcome);
    const double both_sides = n * r.treated * (1 - r.treated);
    const double schools = r.sizes[size];
    if (r.assign == "students") {
      error = sd / std::sqrt(both_sides);
      freedom = n - schools - 1 - (adjusted ? 1 : 0);
    } else {
      error = sd * std::sqrt((1 + (n / clusters - 1) * std::max(icc, 0.0)) / both_sides);
      freedom = r.assign == "schools" ? clusters - 2 : clusters - schools - 1;
    }
  }
};

}  // namespace

std::vector<double> TrialResults::column(TrialFigure which, std::size_t size, std::size_t outcome,
                                         std::size_t first_trials) const {
  const std::vector<double>& all = figure[static_cast<std::size_t>(which)];
  std::vector<double> some(first_trials);
  for (std::size_t t = 0; t < first_trials; ++t) {
    some[t] = all[(t * sizes.size() + size) * outcomes.size() + outcome];
  }
  return some;
}

bool holds_trials(const sim::LabelledReader& file) { return file.has_attribute("", "trial"); }

TrialResults read_trial_results(const sim::LabelledReader& file) {
  TrialResults r;
  const auto text = [&](const char* name) { return file.attribute_string("", name); };
  const auto number = [&](const char* name) { return file.attribute_number("", name); };
  r.name = text("trial");
  r.title = text("trial_title");
  r.scenario = text("scenario");
  r.assign = text("assign");
  r.acts_on = text("acts_on");
  r.experiment = text("experiment");
  r.version = text("belong_version");
  r.fingerprint = text("fingerprint");
  r.notice = text("notice");
  r.trials = static_cast<std::size_t>(number("trials"));
  r.null_trials = static_cast<std::size_t>(number("null_trials"));
  r.level = number("level");
  r.power = number("power");
  r.treated = number("treated");
  r.stepped = number("stepped") != 0;
  r.apart = number("apart") != 0;
  for (const std::int64_t size : file.whole_numbers("schools")) {
    r.sizes.push_back(static_cast<std::uint32_t>(size));
  }
  const auto keys = file.labels("outcome");
  const auto titles = file.texts("outcome_title"), units = file.texts("outcome_unit"),
             after = file.texts("outcome_after"), before = file.texts("outcome_before");
  for (std::size_t o = 0; o < keys.size(); ++o) {
    r.outcomes.push_back({keys[o], titles[o], units[o], after[o], before[o]});
  }
  const std::size_t values = std::max(r.trials, r.null_trials) * r.sizes.size() * r.outcomes.size();
  for (std::size_t f = 0; f < kTrialFigures; ++f) {
    r.figure[f] = file.values(std::string(kTrialFigureRows[f].key));
    if (r.figure[f].size() != values)
      throw sim::RunError("cannot read " + file.path() +
                          ": its trials and their figures differ in number");
  }
  return r;
}

Rate rate(std::size_t happened, std::size_t of) {
  if (of == 0) return {kNaN, kNaN, kNaN, 0};
  constexpr double z = 1.959963984540054;
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(happened) / n;
  const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {p, happened == 0 ? 0 : middle - half, happened == of ? 1 : middle + half, of};
}

MeanOverTrials mean_over_trials(const std::vector<double>& values) {
  Average mean, square;
  for (const double x : values) mean.add(x);
  for (const double x : values) square.add((x - mean.value()) * (x - mean.value()));
  return {mean.value(), mean.count() > 1 ? std::sqrt(square.value() / (mean.count() - 1)) : kNaN};
}

double t_power(double effect, double freedom, double level) {
  if (!(freedom > 0) || std::isnan(effect)) return kNaN;
  const double bar =
      boost::math::quantile(boost::math::complement(boost::math::students_t(freedom), level / 2));
  const boost::math::non_central_t moved(freedom, effect);
  return boost::math::cdf(boost::math::complement(moved, bar)) + boost::math::cdf(moved, -bar);
}

double t_detectable(double freedom, double level, double power) {
  if (!(freedom > 0)) return kNaN;
  double low = 0, high = 1;
  while (t_power(high, freedom, level) < power && high < 1e6) high *= 2;
  for (int k = 0; k < 60; ++k) {
    const double middle = (low + high) / 2;
    (t_power(middle, freedom, level) < power ? low : high) = middle;
  }
  return high;
}

EstimatorSummary summarise(const TrialResults& r, std::size_t size, std::size_t outcome,
                           Estimator estimator) {
  EstimatorSummary s;
  const Contrasts found(r, first_of(estimator, false), size, outcome, r.trials);
  const Contrasts null(r, first_of(estimator, true), size, outcome, r.null_trials);
  const auto policy = r.column(F::policy, size, outcome, r.trials);
  const auto rejects = [&](const Contrast& c, std::size_t) { return c.p_value() < r.level; };
  s.power = found.share(rejects);
  s.false_positive = null.share(rejects);
  s.there = s.power.of > 0 || s.false_positive.of > 0;
  s.coverage = found.share([&](const Contrast& c, std::size_t t) {
    return std::abs(c.estimate - policy[t]) <= c.half_width();
  });
  std::vector<double> estimates, off;
  for (std::size_t t = 0; t < r.trials; ++t) {
    estimates.push_back(found.each[t].estimate);
    off.push_back(found.each[t].estimate - policy[t]);
  }
  s.estimate = mean_over_trials(estimates);
  s.bias = mean_over_trials(off);
  s.spread = sd_of(null.each);
  Average freedom;
  for (const Contrast& c : null.each) freedom.add(c.freedom);
  s.detectable = s.spread * t_detectable(freedom.value(), r.level, r.power);
  const Textbook book(r, size, outcome, estimator);
  const double effect = mean_over_trials(policy).mean;
  s.book_power = t_power(effect / book.error, book.freedom, r.level);
  s.book_detectable = book.error * t_detectable(book.freedom, r.level, r.power);
  return s;
}

TrialParts parts(const TrialResults& r, std::size_t size, std::size_t outcome) {
  const auto column = [&](F figure) { return r.column(figure, size, outcome, r.trials); };
  const auto policy = column(F::policy), treated = column(F::on_treated),
             controls = column(F::on_controls),
             students_only = column(F::on_controls_students_only);
  TrialParts p;
  p.splits_teachers = r.acts_on == "both" && r.assign != "schools";
  std::vector<double> shortfall, teachers, students;
  for (std::size_t t = 0; t < r.trials; ++t) {
    shortfall.push_back(treated[t] - policy[t]);
    const double through_students = p.splits_teachers         ? students_only[t]
                                    : r.acts_on == "students" ? controls[t]
                                                              : 0;
    students.push_back(-through_students);
    teachers.push_back(through_students - controls[t]);
  }
  p.policy = mean_over_trials(policy);
  p.shortfall = mean_over_trials(shortfall);
  p.teachers = mean_over_trials(teachers);
  p.students = mean_over_trials(students);
  p.missing = mean_over_trials(column(F::missing));
  p.chance = mean_over_trials(column(F::chance));
  p.difference = mean_over_trials(column(F::difference));
  return p;
}

}  // namespace analysis
