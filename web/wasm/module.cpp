// What a page calls: hand over a plan's words, run a replicate, read its fingerprint. One plan at
// a time; no imports.

#include "models/plan_codec.h"

extern "C" const models::Model* belong_model_wasm();

namespace {

std::vector<std::uint32_t> words;
std::optional<models::PlanNumbers> plan;
char fingerprint[33];

}  // namespace

extern "C" {

/// Room for a plan of `count` words.
__attribute__((export_name("belong_words"))) std::uint32_t* belong_words(std::uint32_t count) {
  words.resize(count);
  return words.data();
}

/// 1 if the words are a plan.
__attribute__((export_name("belong_load"))) int belong_load() {
  plan = models::decode(words);
  return plan ? 1 : 0;
}

/// Runs a replicate; 32 hexadecimal digits and a zero. Null without a plan.
__attribute__((export_name("belong_run"))) const char* belong_run(std::uint32_t replicate) {
  if (!plan) return nullptr;
  sim::write_hex(models::unit_fingerprint(*belong_model_wasm(), *plan, replicate), fingerprint);
  return fingerprint;
}

}  // extern "C"
