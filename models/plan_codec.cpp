#include "models/plan_codec.h"

namespace models {
namespace {

constexpr std::uint32_t kMagic = 0x42454c33u;  // "BEL3": raise the digit when a struct changes
constexpr std::uint32_t kMostScenarios = 64, kMostLevers = 256;

class Writer {
 public:
  template <class T>
  void put(const T& value) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
    const std::size_t at = words.size();
    words.resize(at + sizeof(T) / 4);
    std::memcpy(words.data() + at, &value, sizeof(T));
  }
  void put(const std::vector<std::uint32_t>& list) {
    put(static_cast<std::uint32_t>(list.size()));
    words.insert(words.end(), list.begin(), list.end());
  }
  std::vector<std::uint32_t> words;
};

class Reader {
 public:
  explicit Reader(std::span<const std::uint32_t> words) : words_(words) {}
  template <class T>
  bool get(T& value) {
    static_assert(std::is_trivially_copyable_v<T> && sizeof(T) % 4 == 0);
    if (words_.size() < sizeof(T) / 4) return false;
    std::memcpy(static_cast<void*>(&value), words_.data(), sizeof(T));
    words_ = words_.subspan(sizeof(T) / 4);
    return true;
  }
  bool get(std::span<const std::uint32_t>& list) {
    std::uint32_t size = 0;
    if (!get(size) || size > words_.size()) return false;
    list = words_.first(size);
    words_ = words_.subspan(size);
    return true;
  }
  bool done() const { return words_.empty(); }

 private:
  std::span<const std::uint32_t> words_;
};

bool in_bounds(const PlanNumbers& plan) {
  const SchoolProfile& p = plan.school.profile;
  for (const auto& field : SchoolProfile::fields()) {
    if (!field.legal.contains(p.*(field.member))) return false;
  }
  const sim::Calendar& c = plan.school.calendar;
  const bool days = c.days >= 1 && c.days <= 366 && c.days_in_week >= 1 && c.days_in_week <= 7 &&
                    c.terms >= 1 && c.marking_periods >= 1 && c.terms <= 6 &&
                    c.marking_periods <= 6 && c.periods() <= c.days &&
                    c.break_count <= sim::kMaxBreaks;
  const Identity& identity = plan.school.identity;
  bool groups = identity.dimensions >= 1 && identity.dimensions <= kMaxDimensions;
  for (std::size_t d = 0; groups && d < identity.dimensions; ++d) {
    const std::uint32_t count = identity.dimension[d].memberships;
    groups = count >= 1 && count <= kMaxMemberships;
  }
  return days && groups && plan.record.tick_days >= 1 && plan.record.waves <= kMaxWaves;
}

/// No words: everything is drawn. Else the structure fits what the rest of the plan says.
bool take_structure(std::span<const std::uint32_t> words, SchoolPlan& plan) {
  if (words.empty()) return true;
  auto read = structure_in(words);
  if (!read || plan.calendar.years != 1) return false;
  const SchoolProfile& p = plan.profile;
  bool fits = p.students == static_cast<float>(read->students()) &&
              p.grades == static_cast<float>(read->grades) &&
              p.periods == static_cast<float>(read->periods) &&
              (p.elementary != 0.0f) == (read->self_contained != 0);
  for (std::size_t d = 0; d < kMaxDimensions; ++d) {
    for (const std::uint8_t m : read->people.membership[d]) {
      fits = fits && d < plan.identity.dimensions &&
             (m == kNotGiven || m < plan.identity.dimension[d].memberships);
    }
  }
  if (fits) plan.structure = std::make_shared<const Structure>(std::move(*read));
  return fits;
}

bool in_bounds(const Lever& lever) {
  return static_cast<std::size_t>(lever.input) < kInputs &&
         lever.schedule.boosters <= kMaxBoosters &&
         (lever.reach.dimension == kAnyone || lever.reach.dimension < kMaxDimensions) &&
         (lever.becomes.dimension == kAnyone || (lever.becomes.dimension < kMaxDimensions &&
                                                 lever.becomes.membership < kMaxMemberships)) &&
         lever.schedule.open_for <= lever.schedule.every;
}

void put(const Scenario& scenario, Writer& w) {
  w.put(scenario.parameters);
  w.put(static_cast<std::uint32_t>(scenario.levers.size()));
  for (const Lever& lever : scenario.levers) w.put(lever);
}

bool get(Scenario& scenario, Reader& r) {
  std::uint32_t levers = 0;
  if (!r.get(scenario.parameters) || !r.get(levers) || levers > kMostLevers) return false;
  for (std::uint32_t l = 0; l < levers; ++l) {
    Lever lever;
    if (!r.get(lever) || !in_bounds(lever)) return false;
    scenario.levers.push_back(lever);
  }
  return true;
}

}  // namespace

std::vector<std::uint32_t> encode(const PlanNumbers& plan) {
  Writer w;
  w.put(kMagic);
  w.put(static_cast<std::uint32_t>(plan.school.seed));
  w.put(static_cast<std::uint32_t>(plan.school.seed >> 32));
  w.put(plan.school.school);
  w.put(plan.school.redraw);
  w.put(plan.school.timetables);
  w.put(plan.school.profile);
  w.put(plan.school.identity);
  w.put(plan.school.calendar);
  w.put(plan.school.parameters);
  w.put(plan.school.structure ? words_of(*plan.school.structure) : std::vector<std::uint32_t>{});
  w.put(plan.record);
  w.put(static_cast<std::uint32_t>(plan.scenarios.size()));
  for (const Scenario& scenario : plan.scenarios) put(scenario, w);
  return std::move(w.words);
}

std::vector<std::uint32_t> encode(const Scenario& scenario) {
  Writer w;
  put(scenario, w);
  return std::move(w.words);
}

std::optional<Scenario> decode_scenario(std::span<const std::uint32_t> words) {
  Reader r(words);
  Scenario scenario;
  if (!get(scenario, r) || !r.done()) return {};
  return scenario;
}

std::optional<PlanNumbers> decode(std::span<const std::uint32_t> words) {
  Reader r(words);
  PlanNumbers plan;
  std::span<const std::uint32_t> structure;
  std::uint32_t magic = 0, low = 0, high = 0, scenarios = 0;
  const bool head =
      r.get(magic) && magic == kMagic && r.get(low) && r.get(high) && r.get(plan.school.school) &&
      r.get(plan.school.redraw) && r.get(plan.school.timetables) && r.get(plan.school.profile) &&
      r.get(plan.school.identity) && r.get(plan.school.calendar) && r.get(plan.school.parameters) &&
      r.get(structure) && r.get(plan.record) && r.get(scenarios);
  if (!head || scenarios < 1 || scenarios > kMostScenarios || !in_bounds(plan) ||
      !take_structure(structure, plan.school)) {
    return {};
  }
  plan.school.seed = static_cast<std::uint64_t>(high) << 32 | low;
  for (std::uint32_t k = 0; k < scenarios; ++k) {
    Scenario scenario;
    if (!get(scenario, r)) return {};
    plan.scenarios.push_back(std::move(scenario));
  }
  if (!r.done()) return {};
  return plan;
}

sim::Fingerprint::Value unit_fingerprint(const Model& model, const PlanNumbers& plan,
                                         std::uint32_t replicate) {
  School* school = model.build(plan.school, nullptr);
  const RecordLayout layout(plan.record, plan.school.calendar, plan.school.identity);
  std::vector<Entries> entries(plan.scenarios.size() * layout.entries());
  std::vector<std::uint32_t> bins(plan.scenarios.size() * layout.bins());
  UnitPlan unit;
  unit.school = school;
  unit.scenarios = plan.scenarios.data();
  unit.scenario_count = static_cast<std::uint32_t>(plan.scenarios.size());
  unit.replicate = replicate;
  unit.record = &plan.record;
  unit.layout = &layout;
  model.run(unit, entries.data(), bins.data());
  model.release(school);
  sim::Fingerprint print;
  add_inputs(plan, print);
  add_tallies(entries, bins, print);
  return print.value();
}

}  // namespace models
