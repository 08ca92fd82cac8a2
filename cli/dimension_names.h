#pragma once
// The names of a school's dimensions and memberships, in the order of the numbers.

#include <string>
#include <string_view>
#include <vector>

#include "sim/run/config.h"

namespace cli {

struct DimensionNames {
  struct Named {
    std::string key, label;
  };
  struct One {
    std::string key, label;
    std::vector<Named> memberships;
  };
  std::vector<One> dimensions;

  std::vector<std::string_view> keys() const {
    std::vector<std::string_view> all;
    for (const One& dimension : dimensions) all.push_back(dimension.key);
    return all;
  }

  /// One line per group, everyone first, in the order of the record's groups.
  struct GroupName {
    std::string key, dimension, label;
  };
  std::vector<GroupName> groups() const {
    std::vector<GroupName> all{{"all", "all", "All students"}};
    for (const One& dimension : dimensions) {
      for (const Named& m : dimension.memberships) {
        all.push_back({dimension.key + ":" + m.key, dimension.key, m.label});
      }
    }
    return all;
  }
};

/// The place of the dimension that `key` names. Throws sim::ConfigError if there is none in
/// `where` ("this school").
std::size_t read_dimension(const sim::Table& table, std::string_view key, std::string_view where,
                           const DimensionNames& names);

}  // namespace cli
