#include <fmt/format.h>

#include <algorithm>

#include "analysis/compare_files.h"
#include "cli/commands.h"
#include "cli/text_lines.h"
#include "sim/run/config_error.h"

namespace cli {
namespace {

using analysis::Comparison, analysis::DaySpan, analysis::NoteChange, analysis::Place;

constexpr std::size_t kWidth = 100;     // columns of the terminal
constexpr std::size_t kMostNotes = 24;  // lines of what differs besides values
constexpr std::size_t kMostVariables = 40;

std::string counted(std::size_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t k = digits.size(); k > 3; k -= 3) digits.insert(k - 3, ",");
  return digits;
}

/// "school day 34", "school days 30 to 34".
std::string in_words(const DaySpan& days) {
  if (days.first == days.last) return fmt::format("school day {}", days.last);
  return fmt::format("school days {} to {}", days.first, days.last);
}

/// Where two texts part: their first unlike line and its number, else the texts themselves.
NoteChange cut(const NoteChange& note) {
  const auto [a, b] =
      std::mismatch(note.first.begin(), note.first.end(), note.second.begin(), note.second.end());
  const auto at = static_cast<std::size_t>(a - note.first.begin());
  const auto line_of = [&](const std::string& text) {
    const std::size_t before = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    const std::size_t start = before == std::string::npos ? 0 : before + 1;
    return text.substr(start, text.find('\n', start) - start);
  };
  const bool lines =
      note.first.find('\n') != std::string::npos && note.second.find('\n') != std::string::npos;
  NoteChange shown = note;
  if (lines) {
    const auto number = 1 + std::count(note.first.begin(), a, '\n');
    shown = {fmt::format("{}, line {}", note.what, number), line_of(note.first),
             line_of(note.second)};
  }
  return shown;
}

/// At most `width` characters, from near where it parts from `other`.
std::string excerpt(const std::string& text, const std::string& other, std::size_t width) {
  if (text.size() <= width) return text;
  const auto at = static_cast<std::size_t>(
      std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first - text.begin());
  const std::size_t start = at < width / 2 ? 0 : at - width / 2;
  std::string part = text.substr(start, width - 6);
  // No half of a character at either end.
  while (!part.empty() && (part.front() & 0xc0) == 0x80) part.erase(0, 1);
  while (!part.empty() && (part.back() & 0x80) != 0) part.pop_back();
  return (start > 0 ? "..." : "") + part + (start + part.size() < text.size() ? "..." : "");
}

void print_notes(const Comparison& found) {
  if (found.notes.empty()) return;
  fmt::print("\nWhat differs besides values:\n");
  for (std::size_t k = 0; k < std::min(found.notes.size(), kMostNotes); ++k) {
    const NoteChange note = cut(found.notes[k]);
    fmt::print("  {}\n", note.what);
    fmt::print("    A  {}\n", excerpt(note.first, note.second, kWidth - 8));
    fmt::print("    B  {}\n", excerpt(note.second, note.first, kWidth - 8));
  }
  if (found.notes.size() > kMostNotes) {
    fmt::print("  ... and {} more\n", found.notes.size() - kMostNotes);
  }
}

/// What a dimension is called in the list of labels.
std::string plain(const std::string& dimension) {
  if (dimension == "student_day" || dimension == "survey_day" || dimension == "wave") {
    return "school day";
  }
  if (dimension == "student_replicate") return "replicate";
  if (dimension == "day") return "day (from 1)";
  std::string name = dimension;
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

void print_place(const Place& place) {
  fmt::print("  {:<14} {}\n", "variable", place.variable);
  for (const std::string& line : lines_of(place.words, kWidth - 18)) {
    fmt::print("  {:<14} {}\n", "", line);
  }
  for (const auto& [dimension, label] : place.labels) {
    fmt::print("  {:<14} {}\n", plain(dimension), label);
  }
  const std::string unit = place.unit.empty() || place.unit == "1" ? "" : " " + place.unit;
  fmt::print("  {:<14} {}{}\n", "A", place.first, unit);
  fmt::print("  {:<14} {}{}\n", "B", place.second, unit);
}

/// A variable and the figures made of it: belonging_sd, belonging_change, ...
struct Family {
  std::string name;
  std::size_t members = 0, differ = 0, compared = 0;
  DaySpan earliest;
};

std::vector<Family> families(const Comparison& found) {
  std::vector<Family> all;
  for (const auto& one : found.variables) {
    auto home = std::find_if(all.begin(), all.end(), [&](const Family& family) {
      return one.name.starts_with(family.name + "_");
    });
    if (home == all.end()) home = all.insert(all.end(), Family{one.name, 0, 0, 0, one.earliest});
    ++home->members;
    home->differ += one.differ;
    home->compared += one.compared;
    if (one.earliest.last < home->earliest.last) home->earliest = one.earliest;
  }
  return all;
}

void print_variables(const Comparison& found) {
  std::size_t differ = 0;
  for (const auto& one : found.variables) differ += one.differ;
  fmt::print("\nValues that differ: {} of {}, in {} of {} dimensions and variables\n",
             counted(differ), counted(found.values), found.variables.size(), found.arrays);
  const std::vector<Family> all = families(found);
  for (std::size_t k = 0; k < std::min(all.size(), kMostVariables); ++k) {
    const Family& one = all[k];
    const std::string name =
        one.members == 1 ? one.name : fmt::format("{} and {} of it", one.name, one.members - 1);
    fmt::print("  {:<38.38}{:>11} of {:<11} from {}\n", name, counted(one.differ),
               counted(one.compared), in_words(one.earliest));
  }
  if (all.size() > kMostVariables) {
    fmt::print("  ... and {} more\n", all.size() - kMostVariables);
  }
}

void print_first(const Comparison& found) {
  const DaySpan& days = found.first->days;
  if (days.first == days.last) {
    fmt::print("\nThe first difference in time, on school day {} (counted from 0):\n", days.last);
  } else {
    fmt::print("\nThe first difference in time, in school days {} to {} (counted from 0):\n",
               days.first, days.last);
  }
  print_place(*found.first);
  if (found.first_student && found.first_student->variable != found.first->variable) {
    fmt::print("\nThe first student who differs, on {}:\n", in_words(found.first_student->days));
    print_place(*found.first_student);
  } else if (!found.students) {
    print_paragraph(
        "Which student it is these files do not hold: [record.students] in the experiment would "
        "show it.",
        kWidth);
  }
}

}  // namespace

int compare_command(const std::string& first, const std::string& second) {
  Comparison found;
  try {
    found = analysis::compare_results(first, second);
  } catch (const sim::RunError& error) {
    throw sim::ConfigError(error.what());  // here the files are the input
  }
  fmt::print("A: {}\nB: {}\n", first, second);
  if (found.same()) {
    print_paragraph(
        fmt::format("The same, bit for bit: {} dimensions and variables with {} values, {} "
                    "attributes.",
                    found.arrays, counted(found.values), found.attributes),
        kWidth);
    return 0;
  }
  print_notes(found);
  if (found.variables.empty()) {
    fmt::print("\nAll {} values that both files hold are the same, bit for bit.\n",
               counted(found.values));
    return 1;
  }
  print_first(found);
  print_variables(found);
  return 1;
}

}  // namespace cli
