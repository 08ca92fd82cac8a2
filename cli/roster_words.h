#pragma once
// The words of an imported school's files: subjects, grades and levels.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace cli {

/// By the number of the subject in the model. The first four are core.
inline constexpr std::array<std::string_view, 7> kSubjects{
    "english", "mathematics", "science", "social_studies", "languages", "arts", "other"};

/// From the lowest. A grade's place here is its rank.
inline constexpr std::array<std::string_view, 15> kGrades{
    "PK", "K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"};

/// By the number of the level in the model.
inline constexpr std::array<std::string_view, 2> kLevels{"open", "advanced"};

/// The place of a word in one of the lists above.
template <class Words>
std::optional<std::size_t> place_of(std::string_view word, const Words& words) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) return {};
  return static_cast<std::size_t>(at - words.begin());
}

}  // namespace cli
