// What a page calls. Words go in through one room, tallies are read from the module's memory; no
// imports.
//
//   a study      belong_start, belong_reference where entry is drawn, belong_school for each
//   school;
//                then belong_baseline and belong_live by school and replicate, after
//                belong_scenario has taken a scenario's words
//   its print    belong_study, belong_add_scenario for each scenario beside the baseline,
//   belong_add
//                with the entries of every unit in belong_room, belong_fingerprint
//   one unit     belong_load, belong_run: a plan by itself

#include "models/kept_runs.h"
#include "models/plan_codec.h"
#include "models/seen_lives.h"

extern "C" const models::Model* belong_model_wasm();

#define BELONG_EXPORT(name) __attribute__((export_name(#name)))

namespace {

std::vector<std::uint32_t> words;
std::optional<models::PlanNumbers> plan;
char fingerprint[33];

bool redraw = false;
std::optional<models::KeptRuns> runs;
std::optional<models::Scenario> what_if;
std::vector<float> followed;

std::optional<models::StudyTotals> totals;
std::vector<models::Scenario> scenarios;
std::vector<models::Entries> room;

bool is_there(std::uint32_t school) { return runs && school < runs->schools(); }

}  // namespace

extern "C" {

/// Room for `count` words.
BELONG_EXPORT(belong_words) std::uint32_t* belong_words(std::uint32_t count) {
  words.resize(count);
  return words.data();
}

/// Forgets everything. `anew` 1: every replicate has a school of its own.
BELONG_EXPORT(belong_start) void belong_start(std::uint32_t anew) {
  redraw = anew != 0;
  runs.emplace(redraw);
  what_if.reset();
  totals.reset();
}

/// Takes the plan in the words for the pooled school that schools without a prior year of their own
/// draw entry from; 1, or 0 if they are no plan. Before those schools.
BELONG_EXPORT(belong_reference) int belong_reference() {
  const auto reference = models::decode(words);
  if (!runs || !reference) return 0;
  runs->reference(*reference);
  return 1;
}

/// Adds the school of the plan in the words; 1, or 0 if they are no plan. Plans must not ask for
/// quantiles.
BELONG_EXPORT(belong_school) int belong_school() {
  auto own = models::decode(words);
  if (!runs || !own) return 0;
  runs->add(std::move(*own));
  return runs->layout().bins() == 0 ? 1 : 0;
}

/// Entries of one scenario, each of four 64-bit numbers: n, sum, squares, twin_squares.
BELONG_EXPORT(belong_entries) std::uint32_t belong_entries() {
  return static_cast<std::uint32_t>(runs->layout().entries());
}

/// Which entry an outcome's group is at a tick.
BELONG_EXPORT(belong_entry)
std::uint32_t belong_entry(std::uint32_t outcome, std::uint32_t tick, std::uint32_t group) {
  return static_cast<std::uint32_t>(
      runs->layout().entry(static_cast<models::Outcome>(outcome), tick, group));
}

/// Entries of the baseline, lived when it is first asked for. Null for a school that is not there.
BELONG_EXPORT(belong_baseline)
const models::Entries* belong_baseline(std::uint32_t school, std::uint32_t replicate) {
  return is_there(school) ? runs->baseline(school, replicate).entries.data() : nullptr;
}

/// Takes the scenario in the words; 1, or 0 if they are none.
BELONG_EXPORT(belong_scenario) int belong_scenario() {
  what_if = models::decode_scenario(words);
  return what_if ? 1 : 0;
}

/// Entries of that scenario; null without it or the school. Valid until the next call.
BELONG_EXPORT(belong_live)
const models::Entries* belong_live(std::uint32_t school, std::uint32_t replicate) {
  if (!is_there(school) || !what_if) return nullptr;
  return runs->live(school, replicate, *what_if).entries.data();
}

/// Students of a school in a replicate, under the scenario in hand; 0 without it or the school.
BELONG_EXPORT(belong_students)
std::uint32_t belong_students(std::uint32_t school, std::uint32_t replicate) {
  if (!is_there(school) || !what_if) return 0;
  return static_cast<std::uint32_t>(runs->school(school, replicate, *what_if).students());
}

/// Number of a student chosen by what the scenario in hand changes in belonging at the end: the one
/// in the middle, or, with `most`, the one whom it changes most. For a school with students.
BELONG_EXPORT(belong_choose)
std::uint32_t belong_choose(std::uint32_t school, std::uint32_t replicate, int most) {
  if (belong_students(school, replicate) == 0) return 0;
  const models::Scenario lives[]{runs->baseline_scenario(), *what_if};
  const auto whose = most != 0 ? models::Whose::most : models::Whose::middle;
  return models::choose_student(runs->school(school, replicate, *what_if), lives, replicate, whose)
      .student;
}

/// What is seen of a student each day: models/seen_lives.h says in which order.
BELONG_EXPORT(belong_seen) std::uint32_t belong_seen() { return models::kSeen; }

/// The student's two lives: the baseline's days, then the scenario's. Null for a student who is not
/// there. Valid until the next call.
BELONG_EXPORT(belong_follow)
const float* belong_follow(std::uint32_t school, std::uint32_t replicate, std::uint32_t student) {
  if (student >= belong_students(school, replicate)) return nullptr;
  const models::Scenario lives[]{runs->baseline_scenario(), *what_if};
  followed =
      models::see_lives(runs->school(school, replicate, *what_if), lives, replicate, student);
  return followed.data();
}

/// Starts the totals of a study with `count` scenarios, the baseline among them.
BELONG_EXPORT(belong_study) void belong_study(std::uint32_t replicates, std::uint32_t count) {
  totals.emplace(replicates, count, runs->layout());
  scenarios = {runs->baseline_scenario()};
  room.assign(runs->layout().entries(), {});
}

/// Adds the scenario in the words to the study; 1, or 0 if they are none.
BELONG_EXPORT(belong_add_scenario) int belong_add_scenario() {
  auto scenario = models::decode_scenario(words);
  if (!scenario) return 0;
  scenarios.push_back(std::move(*scenario));
  return 1;
}

/// Where the entries of a unit are put.
BELONG_EXPORT(belong_room) models::Entries* belong_room() { return room.data(); }

/// Adds them.
BELONG_EXPORT(belong_add) void belong_add(std::uint32_t replicate, std::uint32_t scenario) {
  totals->add(replicate, scenario, room, {});
}

/// 32 hexadecimal digits and a zero: what `belong run` prints for the same study.
BELONG_EXPORT(belong_fingerprint) const char* belong_fingerprint() {
  sim::write_hex(totals->fingerprint(*runs, redraw, scenarios), fingerprint);
  return fingerprint;
}

/// 1 if the words are a plan, which becomes the one unit's.
BELONG_EXPORT(belong_load) int belong_load() {
  plan = models::decode(words);
  return plan ? 1 : 0;
}

/// Runs a replicate of it; 32 hexadecimal digits and a zero. Null without a plan.
BELONG_EXPORT(belong_run) const char* belong_run(std::uint32_t replicate) {
  if (!plan) return nullptr;
  sim::write_hex(models::unit_fingerprint(*belong_model_wasm(), *plan, replicate), fingerprint);
  return fingerprint;
}

}  // extern "C"
