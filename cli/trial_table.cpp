// The tables of a trial: what it would find and how often, and why that is not the true effect.

#include <fmt/format.h>

#include <cmath>

#include "cli/trial_results.h"

namespace cli {
namespace {

using analysis::Estimator;
using analysis::MeanOverTrials;
using analysis::Rate;
using analysis::TrialResults;

constexpr std::array<const char*, analysis::kEstimators> kNames{"difference", "with baseline",
                                                                "as if one by one"};

std::string percent(const Rate& rate) {
  if (rate.of == 0) return "-";
  return fmt::format("{:.1f} ({:.1f}-{:.1f})", 100 * rate.share, 100 * rate.low, 100 * rate.high);
}

std::string signed_number(double x) { return std::isnan(x) ? "-" : fmt::format("{:+.3f}", x); }
std::string number(double x) { return std::isnan(x) ? "-" : fmt::format("{:.3f}", x); }
std::string whole_percent(double x) { return std::isnan(x) ? "-" : fmt::format("{:.0f}", 100 * x); }

double mean_of(const TrialResults& r, analysis::TrialFigure figure, std::size_t size,
               std::size_t outcome) {
  return analysis::mean_over_trials(
             r.column(figure, size, outcome, std::max(r.trials, r.null_trials)))
      .mean;
}

void print_powers(const TrialResults& r, std::size_t outcome) {
  fmt::print("  {:>7} {:>8} {:<16} {:>17} {:>18} {:>6} {:>10} {:>13} {:>7}\n", "schools",
             "students", "analysis", "power %", "false positives %", "cover%", "detectable",
             "book: power %", "detect.");
  for (std::size_t size = 0; size < r.sizes.size(); ++size) {
    for (std::size_t k = 0; k < analysis::kEstimators; ++k) {
      const auto s = analysis::summarise(r, size, outcome, static_cast<Estimator>(k));
      if (!s.there) continue;
      const bool first = k == 0;
      fmt::print(
          "  {:>7} {:>8} {:<16} {:>17} {:>18} {:>6} {:>10} {:>13} {:>7}\n",
          first ? fmt::format("{}", r.sizes[size]) : "",
          first ? fmt::format("{:.0f}", mean_of(r, analysis::TrialFigure::students, size, outcome))
                : "",
          kNames[k], percent(s.power), percent(s.false_positive),
          s.coverage.of > 0 ? whole_percent(s.coverage.share) : "-", number(s.detectable),
          whole_percent(s.book_power), number(s.book_detectable));
    }
  }
}

void print_part(const char* what, const MeanOverTrials& part) {
  if (std::isnan(part.mean)) return;
  fmt::print("  {:<58} {:>8} (+-{:.3f})\n", what, signed_number(part.mean), 1.96 * part.error);
}

void print_parts(const TrialResults& r, std::size_t outcome) {
  const std::size_t size = r.sizes.size() - 1;
  const analysis::TrialParts p = analysis::parts(r, size, outcome);
  fmt::print("\n  What the mean difference is made of, at {} {} (95 % intervals)\n", r.sizes[size],
             r.sizes[size] == 1 ? "school" : "schools");
  if (r.stepped) {
    print_part("true effect, over the school waves after their step", p.policy);
    print_part("one effect is fitted where it grows with time; chance", p.chance);
  } else {
    print_part("true effect of giving it to everyone", p.policy);
    if (r.assign != "schools") {
      print_part("the treated get less, or more, when they are only some", p.shortfall);
      if (r.acts_on != "students") {
        print_part(r.assign == "teachers" ? "what reaches the controls all the same"
                                          : "what reaches the controls through teachers they share",
                   p.teachers);
      }
      if (r.acts_on != "teachers") {
        print_part("what reaches the controls through classmates and friends", p.students);
      }
    }
    print_part("those who left are missing", p.missing);
    print_part("chance: how the arms differ without any program", p.chance);
  }
  print_part("difference between the arms, mean over trials", p.difference);
}

}  // namespace

void print_trial(const TrialResults& r) {
  fmt::print("\n{}: {} tested, {} assigned{}; {} trials, {} of a program that does nothing\n",
             r.title, r.scenario, r.assign,
             r.stepped ? " in a stepped wedge"
             : r.apart ? ", with sections and teachers of their own"
                       : "",
             r.trials, r.null_trials);
  for (std::size_t o = 0; o < r.outcomes.size(); ++o) {
    const auto& outcome = r.outcomes[o];
    fmt::print("\n{} ({}), {}{}\n", outcome.title, outcome.unit, outcome.after,
               outcome.before.empty() ? "" : "; baseline " + outcome.before);
    const std::size_t size = r.sizes.size() - 1;
    const double sd = mean_of(r, analysis::TrialFigure::sd, size, o);
    const double policy = analysis::parts(r, size, o).policy.mean;
    if (!std::isnan(policy)) {
      fmt::print("  True effect {} ({} SD), from the twins; ", signed_number(policy),
                 signed_number(policy / sd));
    } else {
      fmt::print("  ");
    }
    fmt::print("without the program: mean {}, SD {}",
               number(mean_of(r, analysis::TrialFigure::mean, size, o)), number(sd));
    const double icc = mean_of(r, analysis::TrialFigure::icc, size, o);
    if (!std::isnan(icc)) fmt::print(", {} of the variance between {}", number(icc), r.assign);
    fmt::print("\n");
    print_powers(r, o);
    if (r.trials > 0) print_parts(r, o);
  }
  fmt::print(
      "\nPower: share of trials that reject \"no effect\" at the level {}. Cover: share of "
      "95 % intervals\nthat hold the true effect. Detectable: the effect found with power "
      "{}. Book: the textbook's\nformula, which knows of no program that reaches the other "
      "arm.\n",
      r.level, r.power);
}

}  // namespace cli
