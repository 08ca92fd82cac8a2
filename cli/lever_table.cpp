#include "cli/lever_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/dimension_names.h"
#include "sim/run/number_text.h"

namespace cli {
namespace {

using models::Lever;

models::Input read_input(const sim::Table& table) {
  std::array<std::string_view, models::kInputs> keys;
  for (std::size_t k = 0; k < keys.size(); ++k) keys[k] = models::kInputRows[k].key;
  return static_cast<models::Input>(table.which("input", keys));
}

std::uint32_t whole(const sim::Table& table, std::string_view key, std::int64_t lo, std::int64_t hi,
                    std::string_view meaning, std::int64_t fallback) {
  return static_cast<std::uint32_t>(table.whole(key, lo, hi, meaning, fallback));
}

void read_schedule(const sim::Table& table, NamedLever& named) {
  models::Schedule& s = named.lever.schedule;
  s.start = whole(table, "start_day", 0, 3659, "school day on which it opens, from 0", 0);
  const bool ends = table.has("days");
  s.days = whole(table, "days", 1, 0xffff, "school days from the first opening to the end", 0xffff);
  s.every = whole(table, "every", 0, 366, "school days from one cycle's start to the next", 0);
  s.open_for = whole(table, "open_for", 0, 366, "school days open in each cycle", 0);
  if ((s.every == 0) != (s.open_for == 0)) {
    table.fail(s.every == 0 ? "open_for" : "every", "needs both every and open_for");
  }
  if (s.open_for > s.every) table.fail("open_for", "is longer than its cycle (every)");
  s.decay_days = static_cast<float>(
      table.number("decay_days", {0, 2000}, "e-folding time of its dose after it closes", 0.0));
  s.every_year = table.yes_no("every_year", false) ? 1 : 0;
  const auto boosters = table.numbers("boosters", {0, 3659}, "school days on which it opens again",
                                      sim::Table::Numbers{});
  if (boosters.size() > models::kMaxBoosters) {
    table.fail("boosters", fmt::format("has more than {} days", models::kMaxBoosters));
  }
  for (const double day : boosters) {
    if (day != static_cast<double>(static_cast<std::uint32_t>(day))) {
      table.fail("boosters", "must be whole school days");
    }
    s.booster[s.boosters++] = static_cast<std::uint32_t>(day);
  }
  std::string text = fmt::format("from school day {}", s.start);
  if (ends) text += s.days == 1 ? " for one day" : fmt::format(" for {} days", s.days);
  if (!ends && s.every == 0) text += ", all year";
  if (s.every != 0) text += fmt::format(", {} of every {} days", s.open_for, s.every);
  if (s.boosters > 0) text += fmt::format(", again on day {}", fmt::join(boosters, ", "));
  if (s.every_year != 0) text += ", in each year";
  if (s.decay_days > 0) text += fmt::format("; fades with {} days", sim::number_text(s.decay_days));
  named.schedule_text = text;
}

float share(const sim::Table& table, std::string_view key, std::string_view meaning) {
  return static_cast<float>(table.number(key, {0, 1}, meaning, 1.0));
}

void read_reach(const sim::Table& table, NamedLever& named) {
  models::Reach& r = named.lever.reach;
  const auto level = models::kInputRows[static_cast<std::size_t>(named.lever.input)].level;
  std::string text = level == models::Level::teacher   ? "teachers"
                     : level == models::Level::student ? "students"
                                                       : "the whole school";
  const auto reach = table.find_table("reach");
  if (!reach) {
    named.reach_text = level == models::Level::school ? text : "all " + text;
    return;
  }
  if (level == models::Level::school)
    table.fail("reach", "has no use: the whole school has this input");
  named.reach = reach;
  named.dimension = reach->text("dimension", "");
  named.membership = reach->text("membership", "");
  if (named.dimension.empty() != named.membership.empty()) {
    reach->fail("needs both dimension and membership");
  }
  if (!named.dimension.empty())
    text += fmt::format(" with {} {}", named.dimension, named.membership);
  if (level == models::Level::teacher && reach->has("subject")) {
    r.subject = whole(*reach, "subject", 0, 6, "number of the subject, 0 to 3 are core", 0);
    text += fmt::format(" of subject {}", r.subject);
  }
  if (level == models::Level::teacher && reach->yes_no("newcomers", false)) {
    r.newcomers = 1;
    text += " who are new to the school this year";
  }
  if (level == models::Level::student) {
    if (reach->has("grade")) {
      r.grade = whole(*reach, "grade", 0, 12, "number of the grade in the school, from 0", 0);
      text += fmt::format(" of the school's grade {}", r.grade);
    }
    r.lowest_marks = share(*reach, "lowest_marks", "lowest share by marks on entry");
    r.lowest_attendance = share(*reach, "lowest_attendance", "share most often kept away");
    if (r.lowest_marks < 1)
      text += fmt::format(", the {:.0f}% with the lowest marks on entry", 100 * r.lowest_marks);
    if (r.lowest_attendance < 1)
      text += fmt::format(", the {:.0f}% most often kept from school", 100 * r.lowest_attendance);
  }
  r.share = share(*reach, "share", "share of those, drawn at random");
  if (r.share < 1) text += fmt::format(", {:.0f}% of them at random", 100 * r.share);
  named.reach_text = text;
}

void read_becomes(const sim::Table& table, NamedLever& named) {
  const bool wanted = named.lever.input == models::Input::teacher_identity;
  named.becomes = table.find_table("becomes");
  if (wanted && !named.becomes) {
    table.fail("input", "needs a table [lever.becomes] with dimension and membership");
  }
  if (!named.becomes) return;
  if (!wanted) table.fail("becomes", "has a use only with input = teacher_identity");
  named.becomes_dimension = named.becomes->text("dimension");
  named.becomes_membership = named.becomes->text("membership");
}

}  // namespace

NamedLever read_lever(const sim::Table& table) {
  NamedLever named;
  named.name = table.text("name");
  named.evidence = table.text("evidence", "assumed");
  named.lever.input = read_input(table);
  const auto& row = models::kInputRows[static_cast<std::size_t>(named.lever.input)];
  named.lever.amount = static_cast<float>(table.number("amount", row.legal, row.doc));
  read_schedule(table, named);
  read_reach(table, named);
  read_becomes(table, named);
  return named;
}

models::Becomes resolve_becomes(const NamedLever& named, const DimensionNames& names) {
  models::Becomes becomes;
  std::vector<std::string_view> known = names.keys();
  const auto find = [&](const char* key, const std::string& wanted) {
    const auto at = std::find(known.begin(), known.end(), wanted);
    if (at == known.end()) {
      named.becomes->fail(
          key, fmt::format("names {}, which the school does not declare; it has: {}", wanted,
                           fmt::join(known, ", ")));
    }
    return static_cast<std::uint32_t>(at - known.begin());
  };
  becomes.dimension = find("dimension", named.becomes_dimension);
  known.clear();
  for (const auto& m : names.dimensions[becomes.dimension].memberships) known.push_back(m.key);
  becomes.membership = find("membership", named.becomes_membership);
  return becomes;
}

}  // namespace cli
