#pragma once
// What is read of a OneRoster export (1EdTech OneRoster 1.1 and 1.2, CSV binding, bulk mode): who
// is in which class with which teacher, and what kind of class it is. Names, e-mail addresses,
// birth dates, telephone numbers and passwords are never looked at. Ids of the export are kept as
// places in the lists below and, in `key`, as a hash that gives an order which is not that of the
// files. Rows whose status is tobedeleted are left out with all that hangs on them.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/roster_source.h"

namespace cli {

inline constexpr std::int32_t kNever = std::numeric_limits<std::int32_t>::max();
inline constexpr std::uint32_t kGone = ~0u;  ///< of an id whose row is left out

/// Days since 1970-01-01; `end` is the first day after.
struct Span {
  std::int32_t begin = -kNever, end = kNever;
  bool holds(std::int32_t day) const { return begin <= day && day < end; }
};

struct RosterSchool {
  std::string id, name, identifier;  ///< to choose it by, and for nothing else
};

struct RosterClass {
  std::uint64_t key = 0;
  std::uint32_t school = 0;
  std::uint8_t subject = 6;
  bool advanced = false, homeroom = false;
  std::vector<Span> terms;           ///< ascending, apart from one another
  std::vector<std::string> periods;  ///< as the roster names them
};

enum class Race : std::uint8_t {
  not_given,
  asian,
  black,
  hispanic,
  native,
  pacific,
  white,
  several
};
enum class Sex : std::uint8_t { not_given, male, female, other };

struct RosterUser {
  std::uint64_t key = 0;
  std::int8_t grade = -1;                                ///< rank (roster_words.h), -1 for none
  bool student = false, teacher = false, other = false;  ///< roles that the user has
  bool in_several = false;  ///< a student in classes of more than one school
  Race race = Race::not_given;
  Sex sex = Sex::not_given;
};

struct RosterSeat {
  std::uint32_t of_class = 0, user = 0;
  bool teaches = false, primary = false;
  Span when;
};

/// Things that are let pass, and how often: said to the user.
struct RosterNotes {
  std::size_t left_out = 0;        ///< rows to be deleted, and what hangs on them
  std::size_t active = 0;          ///< rows with a status, which bulk mode has none of
  std::size_t wrong_roles = 0;     ///< enrolments as student or teacher of users who are neither
  std::size_t other_roles = 0;     ///< enrolments of administrators and proctors
  std::size_t unknown_words = 0;   ///< enumerations that the standard does not list
  std::string first_unknown;       ///< where the first of them stands
  std::size_t unknown_grades = 0;  ///< of students
  std::size_t repeated = 0;        ///< enrolments that are there twice
  bool demographics = false;
};

using Ids = std::unordered_map<std::string, std::uint32_t>;

struct Roster {
  std::string version;  ///< "1.1" or "1.2"
  std::vector<RosterSchool> schools;
  std::vector<RosterClass> classes;
  std::vector<RosterUser> users;
  std::vector<RosterSeat> seats;          ///< by school, in the order of `schools`
  std::vector<std::uint32_t> first_seat;  ///< of each school, and the end
  Ids user_id;                            ///< for the list of friends; dropped with the rest
  RosterNotes notes;
};

inline std::span<const RosterSeat> seats_of(const Roster& roster, std::uint32_t school) {
  return std::span(roster.seats)
      .subspan(roster.first_seat[school],
               roster.first_seat[school + 1] - roster.first_seat[school]);
}

/// Throws sim::ConfigError: a sentence with file, line and value for what is broken.
Roster read_oneroster(const RosterSource& source);

/// "2026-02-28" as days since 1970-01-01; nothing if it is no such date.
std::optional<std::int32_t> day_of(std::string_view date);
/// And back.
std::string date_of(std::int32_t day);

}  // namespace cli
