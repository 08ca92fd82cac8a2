#pragma once
// The word that a mistyped one was meant to be.
//
// Distance: insertions, deletions, changed letters and swapped neighbours, each 1, each letter
// touched once ("optimal string alignment": Damerau 1964, doi:10.1145/363958.363994, and
// Levenshtein 1966). How near is near enough, a third of the longer word, is ours: assumed.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

/// Edits (bytes) that turn `a` into `b`. Takes time and memory in proportion to the product of
/// their lengths, so the caller bounds them.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, changed});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

/// The one of `words` nearest to `wrong`, the first of equals; none if none is near. A word that
/// equals `wrong` does not count.
template <std::ranges::input_range Words>
std::optional<std::string_view> nearest(std::string_view wrong, const Words& words) {
  constexpr std::size_t longest = 64;  // a longer key is no typing mistake
  std::optional<std::string_view> found;
  std::size_t least = longest;
  if (wrong.size() > longest) return found;
  for (const std::string_view word : words) {
    if (word == wrong || word.size() > longest) continue;
    const std::size_t longer = std::max(word.size(), wrong.size());
    const std::size_t edits = edit_distance(wrong, word);
    if (edits < longer && edits <= (longer + 2) / 3 && edits < least) {
      least = edits;
      found = word;
    }
  }
  return found;
}

/// How the sentence about a wrong word ends: "; did you mean barr? expected one of: barr, cycles".
template <std::ranges::input_range Words>
std::string instead(std::string_view wrong, const Words& words) {
  std::string said;
  if (const auto near = nearest(wrong, words)) said += "; did you mean " + std::string(*near) + "?";
  said += said.empty() ? "; expected one of: " : " expected one of: ";
  bool first = true;
  for (const std::string_view word : words) {
    said += (first ? "" : ", ") + std::string(word);
    first = false;
  }
  return first ? "; there is none" : said;
}

}  // namespace sim
