#include "analysis/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/effects.h"
#include "analysis/outcome_lists.h"

namespace analysis {
namespace {

std::string unit_words(const std::string& unit) {
  if (unit == "1" || unit == "mark") return "";  // a mark's scale is in the description
  if (unit == "SD^2") return "SD²";
  if (unit.ends_with("/student")) {
    const std::string what = unit.substr(0, unit.size() - 8);
    return what == "1" ? "per student" : what + " per student";
  }
  return unit;
}

/// Never "-0.00".
std::string fixed(double x, int digits, bool sign) {
  const double smallest = 0.5 * std::pow(10.0, -digits);
  if (std::abs(x) < smallest) return fmt::format("{:.{}f}", 0.0, digits);
  return sign ? fmt::format("{:+.{}f}", x, digits) : fmt::format("{:.{}f}", x, digits);
}

}  // namespace

std::string FigureStyle::level(double x) const {
  if (std::isnan(x)) return "-";
  return fixed(scale * x, digits, false) + (unit == "%" ? "%" : "");
}

std::string FigureStyle::change(double x) const {
  return std::isnan(x) ? "-" : fixed(scale * x, change_digits, true);
}

FigureStyle figure_style(const Outcome& outcome, double largest) {
  FigureStyle style;
  if (is_share(outcome)) {
    style.scale = 100;
    style.unit = "%";
    style.change_unit = "percentage points";
    style.digits = 1;
    style.change_digits = 1;
    return style;
  }
  style.unit = style.change_unit = unit_words(outcome.unit);
  const double size = std::abs(largest);
  if (size > 0 && std::isfinite(size)) {
    style.digits = std::clamp(1 - static_cast<int>(std::floor(std::log10(size))), 2, 4);
  }
  style.change_digits = style.digits + 1;
  return style;
}

FigureStyle year_style(const Results& results, const Outcome& outcome) {
  return figure_style(outcome, paired_effect(results, outcome, 0, 0).baseline);
}

std::string delivered(double mean, double spread) {
  std::string text = fmt::format("{:.0f}% of each amount", 100 * mean);
  if (spread > 0) {
    text += fmt::format(", {:.0f}% to {:.0f}% between schools", 100 * std::max(0.0, mean - spread),
                        100 * std::min(1.0, mean + spread));
  }
  return text;
}

std::string lowered(std::string label) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (label.size() > 1 && capital(label[0]) && !capital(label[1])) {
    label[0] = static_cast<char>(label[0] - 'A' + 'a');
  }
  return label;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace analysis
