#pragma once
// The model as the rest of the program sees it: one C function per instruction level, which gives
// this table. All levels give the same bits.

#include <cstdint>

#include "models/record.h"
#include "models/school.h"
#include "models/year.h"

namespace models {

/// One unit of work: a school in one replicate, all scenarios.
struct UnitPlan {
  const School* school = nullptr;
  const Scenario* scenarios = nullptr;  ///< the first is the baseline, everyone's twin
  std::uint32_t scenario_count = 0;
  std::uint32_t replicate = 0;
  const RecordPlan* record = nullptr;
  const RecordLayout* layout = nullptr;
  Observers observers;
};

struct Model {
  const char* level;    ///< "sse2", "avx2", "avx512", "wasm"
  std::uint32_t lanes;  ///< rows at a time
  School* (*build)(const SchoolPlan& plan, const EntryTable* table);
  void (*release)(School* school);
  EntryTable* (*entry_table)(const SchoolPlan& plan);
  void (*release_table)(EntryTable* table);
  /// Adds to `entries` (scenario_count x layout->entries()) and `bins` (x layout->bins()).
  void (*run)(const UnitPlan& unit, Entries* entries, std::uint32_t* bins);
};

}  // namespace models

extern "C" {
const models::Model* belong_model_sse2();
#if defined(__x86_64__)
const models::Model* belong_model_avx2();
const models::Model* belong_model_avx512();
#endif
}
