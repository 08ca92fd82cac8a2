#include "cli/dimension_names.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/run/near_key.h"

namespace cli {

std::size_t read_dimension(const sim::Table& table, std::string_view key, std::string_view where,
                           const DimensionNames& names) {
  const std::string wanted = table.text(key);
  const std::vector<std::string_view> known = names.keys();
  const auto at = std::find(known.begin(), known.end(), wanted);
  if (at == known.end()) {
    table.fail(key, fmt::format("is not a dimension of {}{}", where, sim::instead(wanted, known)));
  }
  return static_cast<std::size_t>(at - known.begin());
}

}  // namespace cli
