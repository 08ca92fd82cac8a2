#pragma once
// Builds schools when they are first needed and lets them go after their last unit.

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "cli/experiment.h"
#include "models/model.h"
#include "models/reference_schools.h"
#include "sim/run/joint_work.h"

namespace cli {

class SchoolCache {
 public:
  /// How often a school is asked for is not known: see let_go_before().
  static constexpr std::uint32_t kUnknown = 0;

  using Pointer = std::shared_ptr<const models::School>;

  /// `plans`, `model` and `carried` outlive this. `references` are the pooled schools that entry
  /// tables are made from, one for each kind of school; `kind` says which is a school's, and is
  /// empty when there is one. Every school is asked for `uses` times, and is let go after the last.
  /// For use by several threads at once.
  SchoolCache(const std::vector<models::SchoolPlan>& plans,
              std::vector<const models::SchoolPlan*> references, std::vector<std::uint8_t> kind,
              const models::Model& model, std::uint32_t uses,
              std::span<const models::Parameters> carried = {});

  /// School number `school`. `redraw`: 0, or the replicate for which it is drawn anew.
  Pointer get(std::size_t school, std::uint32_t redraw);

  /// The same with the parameters `carried[vector]`: the same draws, built for this use alone.
  Pointer get(std::size_t school, std::uint32_t redraw, std::size_t vector);

  /// Lets go of schools before this one. One that is asked for all the same is built for that use
  /// alone.
  void let_go_before(std::size_t school);

 private:
  struct Slot {
    std::mutex mutex;
    Pointer school;
    std::uint32_t used = 0;
  };
  /// A table and what it is made of: whoever needs it lives reference schools until all are lived.
  struct TableSlot {
    std::array<models::EntryTable, models::kReferenceSchools> parts;
    sim::JointWork schools{models::kReferenceSchools};
    std::once_flag whole;
    models::EntryTable table;
  };
  Pointer build(const models::SchoolPlan& plan, std::size_t school, std::size_t vector);
  Pointer built(const models::SchoolPlan& plan, const models::EntryTable* entry);
  /// Who would have to wait for a school builds the next one that nobody builds.
  void build_ahead(std::size_t school);
  const models::EntryTable* table(std::size_t kind, std::size_t vector);

  const std::vector<models::SchoolPlan>& plans_;
  std::vector<const models::SchoolPlan*> references_;
  std::vector<std::uint8_t> kind_;
  const models::Model& model_;
  std::uint32_t uses_;
  std::vector<Slot> slots_;
  std::atomic<std::size_t> first_kept_ = 0;
  std::span<const models::Parameters> carried_;
  std::vector<TableSlot> tables_;  ///< by vector and kind, made when they are first needed
};

}  // namespace cli
