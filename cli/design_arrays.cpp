#include "cli/design_arrays.h"

#include <fmt/format.h>

#include <numeric>

namespace cli {

void write_design(const Design& design, sim::LabelledFile& file) {
  std::vector<std::int32_t> numbers(design.points());
  std::iota(numbers.begin(), numbers.end(), 1);
  file.dimension("point", std::span<const std::int32_t>(numbers),
                 {{"long_name", std::string("point of the design, from 1")}});
  std::vector<std::string> names, keys;
  for (const Factor& factor : design.factors) {
    names.push_back(factor.name);
    keys.push_back(factor.key);
  }
  file.dimension("factor", std::span<const std::string>(names),
                 {{"long_name", std::string("what the design varies")}});
  file.variable("factor_key", {"factor"}, std::span<const std::string>(keys),
                {{"long_name", std::string("what --set would call it")}});
  for (std::size_t f = 0; f < design.factors.size(); ++f) {
    std::vector<double> values;
    for (const std::vector<double>& point : design.values) values.push_back(point[f]);
    file.variable("factor_" + names[f], {"point"}, std::span<const double>(values),
                  {{"long_name", fmt::format("{} at each point", keys[f])}});
  }
  if (!design.unit.empty()) {
    std::vector<double> unit;
    for (const auto& point : design.unit) unit.insert(unit.end(), point.begin(), point.end());
    file.variable("design_coordinate", {"point", "factor"}, std::span<const double>(unit),
                  {{"long_name", std::string("place in the factor's range, from 0 to 1")}});
  }
  file.attribute("design_method", std::string(kMethods[static_cast<std::size_t>(design.method)]));
  file.attribute("design_base", static_cast<std::int64_t>(design.base));
  file.attribute("design_seed", static_cast<std::int64_t>(design.seed));
}

}  // namespace cli
