#pragma once
// The names of a school's dimensions and memberships, in the order of the numbers.

#include <string>
#include <vector>

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

}  // namespace cli
