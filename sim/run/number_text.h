#pragma once
// Numbers as people and files read them: the shortest digits that give the same number back, with
// a point whatever the locale.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/kernel/params.h"

namespace sim {

/// "0.1", "3", "1e+20", "nan", "inf".
std::string number_text(double x);
std::string number_text(float x);

/// The number that the whole text is, if it is one; "nan" and "inf" are.
std::optional<double> number_in(std::string_view text);

/// The double that `number_text(x)` reads as: 0.7f is held as 0.699999988 and means 0.7. Limits
/// are compared in this form, so that the limit that a message shows is the one that is kept.
double as_written(float x);

/// What a number may be, in words. Infinite ends are open: `Range{0, infinity}` is "0 or more".
struct Limits {
  std::string low, high;        ///< empty: no limit at that end
  std::string_view unit = "1";  ///< shown unless "1"

  /// "[0, 30] days", "0 days or more", "any number".
  std::string allowed() const;
  /// The words that follow a value which is not: "is outside [0, 30] days".
  std::string refused() const;
  /// The words that follow something which is no such number: "must be a number in [0, 30] days".
  std::string wanted(std::string_view noun) const;
};

Limits limits(Range legal, std::string_view unit = "1");

/// The smallest and largest integer stand for "no limit".
Limits limits(std::int64_t low, std::int64_t high);

}  // namespace sim
