#pragma once
// Builds schools when they are first needed and lets them go after their last unit.

#include <memory>
#include <mutex>
#include <vector>

#include "cli/experiment.h"
#include "models/model.h"

namespace cli {

class SchoolCache {
 public:
  using Pointer = std::shared_ptr<const models::School>;

  /// `plans` and `model` outlive this. `references` are the pooled schools that entry tables are
  /// made from, one for each kind of school; `kind` says which is a school's, and is empty when
  /// there is one. Every school is asked for `uses` times. For use by several threads at once.
  SchoolCache(const std::vector<models::SchoolPlan>& plans,
              const std::vector<const models::SchoolPlan*>& references,
              std::vector<std::uint8_t> kind, const models::Model& model, std::uint32_t uses);

  /// School number `school`. `redraw`: 0, or the replicate for which it is drawn anew.
  Pointer get(std::size_t school, std::uint32_t redraw);

 private:
  struct Slot {
    std::mutex mutex;
    Pointer school;
    std::uint32_t used = 0;
  };
  Pointer build(std::size_t school, std::uint32_t redraw) const;

  const std::vector<models::SchoolPlan>& plans_;
  const models::Model& model_;
  std::uint32_t uses_;
  std::vector<Slot> slots_;
  std::vector<std::uint8_t> kind_;
  std::vector<std::shared_ptr<models::EntryTable>> tables_;  ///< null where entry is simulated
};

}  // namespace cli
