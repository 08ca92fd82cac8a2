#pragma once
// What the units of an experiment live: a school, and the scenarios as that school holds them.

#include <vector>

#include "cli/school_cache.h"

namespace cli {

/// For use by several threads at once.
class UnitSource {
 public:
  /// `experiment` and `model` outlive this. Every school is asked for `uses` times, and is let go
  /// after the last; or SchoolCache::kUnknown.
  UnitSource(const Experiment& experiment, const models::Model& model, std::uint32_t uses);

  SchoolCache::Pointer school(std::size_t school, std::uint32_t replicate);
  /// As in SchoolCache.
  void let_go_before(std::size_t school) { schools_.let_go_before(school); }

  /// Where a replicate has parameters of its own, they are made in `room`.
  const std::vector<models::Scenario>& scenarios(std::size_t school, std::uint32_t replicate,
                                                 std::vector<models::Scenario>& room) const;

 private:
  const Experiment& e_;
  SchoolCache schools_;
  std::vector<std::vector<models::Scenario>> scenarios_;  ///< by kind of school
};

}  // namespace cli
