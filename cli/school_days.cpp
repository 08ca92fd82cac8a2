#include "cli/school_days.h"

namespace cli {

std::vector<std::uint32_t> read_school_days(const sim::Table& table, std::string_view key,
                                            std::string_view meaning, const sim::Calendar& calendar,
                                            std::optional<sim::Table::Numbers> fallback) {
  std::vector<std::uint32_t> days;
  for (const double day : table.numbers(key, {0, 3659}, meaning, std::move(fallback))) {
    const auto number = static_cast<std::uint32_t>(day);
    if (number != day || number >= calendar.days_in_run() ||
        (!days.empty() && number <= days.back())) {
      table.fail(key,
                 "must be whole school days of the year, in ascending order; of several years, "
                 "days of the run");
    }
    days.push_back(number);
  }
  return days;
}

}  // namespace cli
