#pragma once
// Whose two lives are shown when nobody is named.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace models {

enum class Whose {
  middle,  ///< as many students' differences lie below this one's as above it: a usual one
  most,    ///< the largest difference, in either direction
};

struct OneOfAll {
  std::uint32_t student = 0;
  float apart = 0;  ///< the second life's value less the first's
};

/// One value of each student in two lives, by the student's number; at least one student. Equal
/// ones stand in the order of their numbers.
inline OneOfAll one_of(std::span<const float> before, std::span<const float> after, Whose whose) {
  const auto apart = [&](std::uint32_t id) { return after[id] - before[id]; };
  const auto size = [&](std::uint32_t id) { return apart(id) < 0.0f ? -apart(id) : apart(id); };
  std::vector<std::uint32_t> ids(before.size());
  std::iota(ids.begin(), ids.end(), 0u);
  auto found = ids.begin();
  if (whose == Whose::most) {
    found = std::max_element(ids.begin(), ids.end(),
                             [&](std::uint32_t a, std::uint32_t b) { return size(a) < size(b); });
  } else {
    found += static_cast<std::ptrdiff_t>((ids.size() - 1) / 2);
    std::nth_element(ids.begin(), found, ids.end(), [&](std::uint32_t a, std::uint32_t b) {
      return apart(a) != apart(b) ? apart(a) < apart(b) : a < b;
    });
  }
  return {*found, apart(*found)};
}

}  // namespace models
