#include "sim/run/number_text.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <limits>

namespace sim {

std::string number_text(double x) { return fmt::format("{}", x); }
std::string number_text(float x) { return fmt::format("{}", x); }

std::optional<double> number_in(std::string_view text) {
  double read = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return read;
}

double as_written(float x) {
  return std::isfinite(x) ? *number_in(number_text(x)) : static_cast<double>(x);
}

std::string Limits::allowed() const {
  const std::string of = unit == "1" ? "" : fmt::format(" {}", unit);
  if (!low.empty() && !high.empty()) return fmt::format("[{}, {}]{}", low, high, of);
  if (!low.empty()) return fmt::format("{}{} or more", low, of);
  if (!high.empty()) return fmt::format("{}{} or less", high, of);
  return "any number" + (of.empty() ? of : " of" + of);
}

std::string Limits::refused() const {
  const bool closed = !low.empty() && !high.empty();
  return (closed ? "is outside " : "must be ") + allowed();
}

std::string Limits::wanted(std::string_view noun) const {
  const bool open = low.empty() || high.empty();
  if (low.empty() && high.empty()) return fmt::format("must be {}", noun);
  return fmt::format("must be {}{}{}", noun, open ? ", " : " in ", allowed());
}

Limits limits(Range legal, std::string_view unit) {
  return {std::isinf(legal.lo) ? "" : number_text(legal.lo),
          std::isinf(legal.hi) ? "" : number_text(legal.hi), unit};
}

Limits limits(std::int64_t low, std::int64_t high) {
  using Whole = std::numeric_limits<std::int64_t>;
  return {low == Whole::min() ? "" : fmt::format("{}", low),
          high == Whole::max() ? "" : fmt::format("{}", high), "1"};
}

}  // namespace sim
