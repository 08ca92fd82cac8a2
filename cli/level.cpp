#include "cli/level.h"

#include <fmt/format.h>

#include "sim/run/config_error.h"

namespace cli {

std::vector<const models::Model*> usable_levels() {
  std::vector<const models::Model*> usable;
#if defined(__x86_64__) && !defined(BELONG_BASELINE_ONLY)
  __builtin_cpu_init();
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                    __builtin_cpu_supports("bmi2");
  if (avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) {
    usable.push_back(belong_model_avx512());
  }
  if (avx2) usable.push_back(belong_model_avx2());
#endif
  usable.push_back(belong_model_sse2());
  return usable;
}

const models::Model& choose_level(const std::string& name) {
  const auto usable = usable_levels();
  if (name.empty()) return *usable.front();
  std::string names;
  for (const models::Model* model : usable) {
    if (name == model->level) return *model;
    names += (names.empty() ? "" : ", ") + std::string(model->level);
  }
  throw sim::ConfigError(
      fmt::format("--level {}: this machine runs the instruction levels {}", name, names));
}

}  // namespace cli
