#pragma once
// Lists of school days in a configuration: counted from 0, each later than the one before.

#include <cstdint>
#include <string_view>
#include <vector>

#include "sim/kernel/calendar.h"
#include "sim/run/config.h"

namespace cli {

/// The days that `key` of `table` lists; `fallback` if it is left out, which it may only be if
/// there is one. Throws sim::ConfigError unless they are whole, within the year and in ascending
/// order.
std::vector<std::uint32_t> read_school_days(const sim::Table& table, std::string_view key,
                                            std::string_view meaning, const sim::Calendar& calendar,
                                            std::optional<sim::Table::Numbers> fallback = {});

}  // namespace cli
