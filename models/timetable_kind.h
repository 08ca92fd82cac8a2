#pragma once
// Kinds of timetable that one school year may have: with or without shared blocks, by how students
// are placed in levels, and with the treated of a trial apart. Only those that a scenario may put
// in force are built.

#include "models/levels.h"

namespace models {

inline constexpr std::uint32_t kTimetableKinds = 8;

/// The treated of a trial have sections and teachers of their own; in the second, blocks too.
inline constexpr std::uint32_t kApart = 6, kApartWithBlocks = 7;
constexpr bool is_apart(std::uint32_t kind) { return kind >= kApart; }

/// Number of a kind below kApart; 0 is the timetable as it is.
constexpr std::uint32_t timetable_kind(LevelRule rule, bool blocks) {
  return static_cast<std::uint32_t>(rule) * 2 + (blocks ? 1 : 0);
}
constexpr LevelRule level_rule_of(std::uint32_t kind) { return static_cast<LevelRule>(kind / 2); }
constexpr bool shares_blocks(std::uint32_t kind) { return kind % 2 != 0; }

}  // namespace models
