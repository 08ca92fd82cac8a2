#include "cli/sights.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace cli {
namespace {

std::uint32_t read_day(std::string_view text, std::uint32_t days, const sim::Table& table,
                       std::string_view key) {
  if (text == "end") return days - 1;
  std::uint32_t day = days;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), day);
  if (error != std::errc() || end != text.data() + text.size() || day >= days) {
    table.fail(key, fmt::format("has the day {}; allowed are 0 to {} and end", text, days - 1));
  }
  return day;
}

}  // namespace

std::uint32_t Sights::number(const models::Variable& variable, std::uint32_t day) {
  for (std::uint32_t k = 0; k < all.size(); ++k) {
    if (all[k].day == day && all[k].variable == variable) return k;
  }
  all.push_back({variable, day});
  return static_cast<std::uint32_t>(all.size() - 1);
}

std::vector<std::uint32_t> Sights::sort() {
  std::vector<std::uint32_t> order(all.size()), place(all.size());
  for (std::uint32_t k = 0; k < order.size(); ++k) order[k] = k;
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return all[a].day < all[b].day; });
  std::vector<models::Sight> sorted;
  for (std::uint32_t k = 0; k < order.size(); ++k) {
    place[order[k]] = k;
    sorted.push_back(all[order[k]]);
  }
  all = std::move(sorted);
  return place;
}

OnDays read_on_days(const std::string& text, std::uint32_t days, const sim::Table& table,
                    std::string_view key) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos || text.find('@', at + 1) != std::string::npos) {
    table.fail(key, "must be a variable on a day, such as gpa@end");
  }
  const std::string_view when = std::string_view(text).substr(at + 1);
  const std::size_t dots = when.find("..");
  OnDays on{text.substr(0, at), read_day(when.substr(0, dots), days, table, key), 0};
  on.last =
      dots == std::string_view::npos ? on.first : read_day(when.substr(dots + 2), days, table, key);
  if (on.last < on.first) table.fail(key, "has its last day before its first");
  return on;
}

}  // namespace cli
