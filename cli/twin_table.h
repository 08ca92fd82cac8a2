#pragma once
// One student's two lives as a table for people, 100 columns wide, and as CSV.

#include <string>

#include "cli/two_lives.h"

namespace cli {

/// School days that are shown, from 0.
struct TwinDays {
  std::uint32_t first = 0, last = 0;
};

/// Days on which nothing differs, or too little to be seen, are folded into a line.
std::string twin_table(const TwoLives& lives, const TwinDays& days);

/// A row for each day, folded ones too; after a comment that says what it is.
std::string twin_csv(const TwoLives& lives, const TwinDays& days, const std::string& about);

}  // namespace cli
