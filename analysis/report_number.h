#pragma once
// A number in the report's data.

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace analysis {

/// Six significant digits: more than anybody draws, and a page of half the size. Null for NaN.
inline nlohmann::json report_number(double x) {
  if (!std::isfinite(x)) return nullptr;
  const std::string digits = fmt::format("{:.6g}", x);
  double rounded = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), rounded);
  return rounded == 0 ? 0.0 : rounded;
}

}  // namespace analysis
