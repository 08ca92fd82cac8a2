#include "cli/twin_table.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "sim/run/number_text.h"

namespace cli {
namespace {

/// A value as it is shown: -0.00 is 0.00, a missing one a dash.
std::string shown(float x, int digits, bool sign) {
  if (std::isnan(x)) return "-";
  std::string text = sign ? fmt::format("{:+.{}f}", x, digits) : fmt::format("{:.{}f}", x, digits);
  if (text.find_first_of("123456789") != std::string::npos) return text;
  return sign ? " " + text.substr(1) : text.substr(text.front() == '-' ? 1 : 0);
}

std::string percent(float x) { return std::isnan(x) ? "-" : fmt::format("{:.0f}%", 100.0f * x); }

/// A block of the table: the two lives, and with `difference` what lies between them.
struct Block {
  Seen what;
  const char* title;
  int width_a, width_b, width_difference;  ///< 0: without
  bool sign;
};
constexpr std::array kBlocks{
    Block{Seen::cue, "Cue", 6, 6, 0, true},
    Block{Seen::reading, "Read", 5, 5, 0, false},
    Block{Seen::belonging, "Belonging", 7, 6, 7, true},
    Block{Seen::engagement, "Engagement", 6, 5, 7, false},
    Block{Seen::vigilance, "Vigilance", 6, 5, 7, false},
    Block{Seen::relation, "Relation", 6, 6, 7, false},
};
constexpr int kDayWidth = 3;
constexpr int kPage = 30;  // days after which the head stands again

std::string cell(const Block& block, float x) {
  return block.what == Seen::reading ? percent(x) : shown(x, 2, block.sign);
}

std::string head() {
  std::string titles(kDayWidth, ' '), letters = fmt::format("{:>{}}", "day", kDayWidth);
  for (const Block& b : kBlocks) {
    const int width = b.width_a + b.width_b + b.width_difference;
    titles += fmt::format("  {:-^{}}", fmt::format(" {} ", b.title), width - 2);
    letters += fmt::format("{:>{}}{:>{}}", "A", b.width_a, "B", b.width_b);
    if (b.width_difference > 0) letters += fmt::format("{:>{}}", "B-A", b.width_difference);
  }
  return titles + "\n" + letters + "\n";
}

std::string row(const TwoLives& lives, std::uint32_t day) {
  std::string text = fmt::format("{:>{}}", day, kDayWidth);
  for (const Block& b : kBlocks) {
    text += fmt::format("{:>{}}{:>{}}", cell(b, lives.at(0, b.what, day)), b.width_a,
                        cell(b, lives.at(1, b.what, day)), b.width_b);
    if (b.width_difference == 0) continue;
    text +=
        fmt::format("{:>{}}", shown(lives.difference(b.what, day), 3, true), b.width_difference);
  }
  return text + "\n";
}

/// The line below a day on which something happened; "" if nothing did.
std::string happened(const TwoLives& lives, std::uint32_t day) {
  const std::string a = lives.events(0, day).words(), b = lives.events(1, day).words();
  if (a.empty() && b.empty()) return "";
  const std::string indent(kDayWidth + 2, ' ');
  if (a == b) return fmt::format("{}A and B: {}\n", indent, a);
  std::string text;
  if (!a.empty()) text += fmt::format("{}A: {}\n", indent, a);
  if (!b.empty()) text += fmt::format("{}B: {}\n", indent, b);
  return text;
}

enum class Fold { same, small, none };

/// Do the lives differ on a day, and so much that the table would show it?
Fold fold(const TwoLives& lives, std::uint32_t day) {
  if (lives.same(day)) return Fold::same;
  if (lives.events(0, day) != lives.events(1, day)) return Fold::none;
  for (const Block& b : kBlocks) {
    if (cell(b, lives.at(0, b.what, day)) != cell(b, lives.at(1, b.what, day))) return Fold::none;
    const std::string apart = shown(lives.difference(b.what, day), 3, true);
    if (b.width_difference > 0 && apart.find_first_of("123456789") != std::string::npos) {
      return Fold::none;
    }
  }
  return Fold::small;
}

std::string folded(std::uint32_t first, std::uint32_t last, Fold how) {
  const std::string days =
      first == last ? fmt::format("day {}", first) : fmt::format("days {}-{}", first, last);
  return fmt::format("  {}: {}\n", days,
                     how == Fold::same ? "the two lives are the same"
                                       : "the two lives differ by less than the table shows");
}

struct Count {
  const char* what;
  std::array<int, 2> of;
};

/// What happened over all the days shown.
std::string counts(const TwoLives& lives, const TwinDays& days) {
  std::array<Count, 6> all{{{"days absent", {}},
                            {"  of these suspended", {}},
                            {"incidents", {}},
                            {"referrals", {}},
                            {"suspensions", {}},
                            {"hurtful events about identity", {}}}};
  for (std::size_t life = 0; life < 2; ++life) {
    for (std::uint32_t day = days.first; day <= days.last; ++day) {
      const DayEvents& e = lives.events(life, day);
      all[0].of[life] += e.absent ? 1 : 0;
      all[1].of[life] += e.away ? 1 : 0;
      all[2].of[life] += e.incidents;
      all[3].of[life] += e.referrals;
      all[4].of[life] += e.suspended_days > 0 ? 1 : 0;
      all[5].of[life] += e.hurt ? 1 : 0;
    }
  }
  std::string text =
      fmt::format("\n{:<32} {:>6} {:>6} {:>6}\n",
                  fmt::format("Over days {}-{}", days.first, days.last), "A", "B", "B-A");
  for (const Count& c : all) {
    const int apart = c.of[1] - c.of[0];
    text += fmt::format("  {:<30} {:>6} {:>6} {:>6}\n", c.what, c.of[0], c.of[1],
                        apart == 0 ? "0" : fmt::format("{:+}", apart));
  }
  return text;
}

}  // namespace

std::string twin_table(const TwoLives& lives, const TwinDays& days) {
  std::string text = head();
  int shown_days = 0;
  for (std::uint32_t day = days.first; day <= days.last;) {
    const Fold how = fold(lives, day);
    if (how == Fold::none) {
      if (shown_days > 0 && shown_days % kPage == 0) text += "\n" + head();
      text += row(lives, day) + happened(lives, day);
      ++shown_days;
      ++day;
      continue;
    }
    std::uint32_t end = day;
    while (end < days.last && fold(lives, end + 1) == how) ++end;
    text += folded(day, end, how);
    day = end + 1;
  }
  return text + counts(lives, days);
}

std::string twin_csv(const TwoLives& lives, const TwinDays& days, const std::string& about) {
  std::string text = "# " + about + "\nday";
  for (const SeenRow& row : seen_rows()) {
    text += fmt::format(",{0}_baseline,{0}_scenario,{0}_difference", row.key);
  }
  text += "\n";
  const auto number = [](float x) { return std::isnan(x) ? std::string() : sim::number_text(x); };
  for (std::uint32_t day = days.first; day <= days.last; ++day) {
    text += std::to_string(day);
    for (std::size_t k = 0; k < kSeen; ++k) {
      const auto what = static_cast<Seen>(k);
      text += fmt::format(",{},{},{}", number(lives.at(0, what, day)),
                          number(lives.at(1, what, day)), number(lives.difference(what, day)));
    }
    text += "\n";
  }
  return text;
}

}  // namespace cli
