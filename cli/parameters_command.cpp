#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/reference_page.h"
#include "models/parameters.h"
#include "sim/run/config_error.h"
#include "sim/run/parameter_table.h"

namespace cli {

int parameters_command(const std::string& filter, bool markdown) {
  if (markdown) {
    fmt::print("{}", reference_page());
    return 0;
  }
  std::size_t shown = 0;
  for_each_parameter_section([&](std::string_view title, const auto& rows) {
    bool heading = false;
    for (const sim::ParameterRow& row : rows) {
      const std::string key = fmt::format("{}.{}", row.section, row.key);
      if (key.find(filter) == std::string::npos) continue;
      if (!heading) fmt::print("{}{}\n", shown > 0 ? "\n" : "", title);
      heading = true;
      fmt::print("  {}\n", sim::describe(row));
      ++shown;
    }
  });
  if (shown == 0) {
    throw sim::ConfigError(
        fmt::format("no parameter's key contains \"{}\"; `belong parameters` "
                    "lists them all",
                    filter));
  }
  return 0;
}

}  // namespace cli
