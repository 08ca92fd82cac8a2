#include "cli/program_words.h"

#include <fmt/format.h>

#include <cmath>

#include "models/parameters.h"

namespace cli {
namespace {

/// "5 more on a scale of 0 to 100"
std::string on_scale(double amount) {
  return fmt::format("{:.3g} {} on a scale of 0 to 100", std::abs(100 * amount),
                     amount < 0 ? "less" : "more");
}

/// "5% more"
std::string changed(double amount, const char* more, const char* less) {
  return fmt::format("{:.3g}% {}", std::abs(100 * amount), amount < 0 ? less : more);
}

std::string share(double amount, const char* of_what) {
  return fmt::format("{:.3g}% of {}", 100 * amount, of_what);
}

/// A cue beside the noise of the moment, which every class has.
std::string cue_size(double amount) {
  const double ordinary = static_cast<double>(models::CueParameters{}.noise);
  return fmt::format("{:+.3g} on the cue, {:.2g}% of a class's ordinary ups and downs", amount,
                     std::abs(100 * amount / ordinary));
}

/// What a shift of the logit makes of ten days missed in a hundred.
std::string days_missed(double amount) {
  const double logit = std::log(0.1 / 0.9) - amount;
  return fmt::format("of ten days missed, {:.2g} are left", 100 / (1 + std::exp(-logit)));
}

}  // namespace

std::string size_in_words(const NamedLever& named) {
  const auto amount = static_cast<double>(named.lever.amount);
  switch (named.lever.input) {
    using enum models::Input;
    case support:
    case empathic_mindset:
    case materials:
    case workload:
      return on_scale(amount);
    case support_gap:
      return share(std::abs(amount), amount < 0 ? "the missing support is added to what is missing"
                                                : "the missing support is given");
    case professional_learning:
      return share(amount, "a full week of learning, each week");
    case follow_up:
      return share(amount, "the fading of practice is prevented");
    case data_cycle:
      return share(amount, "what the ratings show is acted on");
    case team_talk:
      return share(amount, "a full talk about every student");
    case feedback_clarity:
      return share(amount, "the doubt is gone");
    case teaching:
    case study_support:
      return changed(amount, "more is learned from a day's work", "less is learned");
    case message:
      return share(amount, "the way to \"adversity is normal and passes\", each day it is given");
    case feedback_warmth:
    case peer_cue:
    case adult_contact:
      return cue_size(amount);
    case attendance_support:
      return days_missed(amount);
    case stigma:
      return changed(amount, "more stigma", "less stigma");
    case harassment:
      return changed(amount, "more hurtful events", "fewer hurtful events");
    case affirmation:
      return changed(-amount, "more weight", "less weight");
    case repair:
      return share(amount, "what a referral costs is undone");
    case suspension:
      return changed(amount, "more suspensions for the same referrals",
                     "fewer suspensions for the same referrals");
    case defiance:
      return share(amount, "such referrals");
    case teacher_identity:
      return fmt::format("yes: {}, {}", named.becomes_dimension, named.becomes_membership);
    case implementation:
      return share(amount, "what is not delivered");
    case participation:
      return share(amount, "those left out");
    case shared_blocks:
    case advanced_access:
    case detracking:
      return amount > 0.5 ? "yes" : "no";
    case count:
      break;
  }
  return "";
}

std::string_view meaning(const NamedLever& lever) {
  return models::kInputRows[static_cast<std::size_t>(lever.lever.input)].doc;
}

std::string fidelity_in_words(const Program& p) {
  if (p.fidelity_spread <= 0) return fmt::format("{:.0f}% of each amount", 100 * p.fidelity);
  return fmt::format("{:.0f}% of each amount on average, {:.0f} to {:.0f}% between schools",
                     100 * p.fidelity, 100 * (p.fidelity - p.fidelity_spread),
                     100 * std::min(1.0, p.fidelity + p.fidelity_spread));
}

std::string staff_time_in_words(const Program& p) {
  if (!p.staff_hours) return p.staff_note.empty() ? "not known" : p.staff_note;
  return fmt::format("{:g} hours a teacher a week. {}", *p.staff_hours, p.staff_note);
}

std::string cost_in_words(const Program& p) {
  if (!p.cost_per_student) return p.cost_note.empty() ? "not known" : p.cost_note;
  return fmt::format("${:g} a student a year. {}", *p.cost_per_student, p.cost_note);
}

std::string evidence_in_words(const Program& p) {
  if (p.evidence_ids.empty()) return p.evidence;
  return fmt::format("{} ({})", p.evidence, fmt::join(p.evidence_ids, ", "));
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width) {
  std::string lines;
  std::size_t column = indent;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t from = text.find_first_not_of(" \n", at);
    if (from == std::string_view::npos) break;
    const std::size_t to = std::min(text.find_first_of(" \n", from), text.size());
    const std::size_t length = to - from;
    if (column > indent && column + 1 + length > width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    }
    if (column > indent) {
      lines += ' ';
      ++column;
    }
    lines += text.substr(from, length);
    column += length;
    at = to;
  }
  return lines;
}

}  // namespace cli
