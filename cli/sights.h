#pragma once
// What is to be seen on which days, as files ask for it: "gpa@end", "incidents@53..57".

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/snapshot.h"
#include "sim/run/config.h"

namespace cli {

/// Every sight once, whoever asks for it.
class Sights {
 public:
  std::uint32_t number(const models::Variable& variable, std::uint32_t day);
  /// Puts them in ascending order of days, as observers see them: each one's new number by its old.
  std::vector<std::uint32_t> sort();

  std::vector<models::Sight> all;
};

/// The name of a variable and the days on which it stands, from 0.
struct OnDays {
  std::string name;
  std::uint32_t first = 0, last = 0;
};

/// Reads "name@day" or "name@day..day", which stands at `key` of `table`; a day is a number below
/// `days`, or "end". Throws sim::ConfigError.
OnDays read_on_days(const std::string& text, std::uint32_t days, const sim::Table& table,
                    std::string_view key);

}  // namespace cli
