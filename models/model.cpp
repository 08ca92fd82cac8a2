#include "models/model.h"

namespace models {
namespace {

constexpr const char* level_name() {
#if defined(__wasm__)
  return "wasm";
#elif defined(__AVX512F__)
  return "avx512";
#elif defined(__AVX2__)
  return "avx2";
#else
  return "sse2";
#endif
}

School* build(const SchoolPlan& plan, const EntryTable* table) {
  return build_school(plan, table).release();
}
void release(School* school) { delete school; }
EntryTable* make_table(const SchoolPlan& plan) { return new EntryTable(entry_table(plan)); }
void release_table(EntryTable* table) { delete table; }

void run(const UnitPlan& unit, Entries* entries, std::uint32_t* bins) {
  const School& school = *unit.school;
  Recorder recorder(school, *unit.record, *unit.layout);
  State state;
  for (std::uint32_t k = 0; k < unit.scenario_count; ++k) {
    recorder.start(entries + k * unit.layout->entries(), bins + k * unit.layout->bins(), k == 0);
    start_year(school, unit.scenarios[k], state);
    live_years(school, unit.scenarios[k], unit.replicate, *unit.record, &recorder, unit.observers,
               k, state);
  }
}

constexpr Model kModel{level_name(), sim::kLanes, build, release, make_table, release_table, run};

}  // namespace
}  // namespace models

extern "C" __attribute__((visibility("default"))) const models::Model* BELONG_MODEL_ENTRY();
extern "C" const models::Model* BELONG_MODEL_ENTRY() { return &models::kModel; }
