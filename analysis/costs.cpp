#include "analysis/costs.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/figures.h"
#include "analysis/outcome_lists.h"

namespace analysis {
namespace {

using nlohmann::json;

constexpr Measure kBelonging{"belonging", 0.1, 0.1, "for 0.1 SD of belonging",
                             "per student for 0.1 SD of belonging"};

/// The first of these that is recorded. One student in a hundred for hours, one student for
/// dollars.
constexpr std::array<Measure, 5> kCounted{{
    {"on_track", 0.01, 1, "for one more student in a hundred on track",
     "for one more student on track"},
    {"core_passed", 0.01, 1, "for one more student in a hundred who passes all core courses",
     "for one more student who passes all core courses"},
    {"chronically_absent", 0.01, 1, "for one student fewer in a hundred chronically absent",
     "for one student fewer chronically absent"},
    {"ever_suspended", 0.01, 1, "for one student fewer in a hundred suspended",
     "for one student fewer suspended"},
    {"referrals", 0.01, 1, "for one referral fewer per hundred students", "for one referral fewer"},
}};

void add(const json& program, const char* key, double times, Amount& amount) {
  const auto at = program.find(key);
  if (at == program.end() || !at->is_number()) {
    amount.unknown.push_back(program.at("title").get<std::string>());
  } else {
    amount.known += times * at->get<double>();
  }
}

}  // namespace

ScenarioCost scenario_cost(const Results& results, const Scenario& scenario) {
  ScenarioCost cost;
  for (const json& program : json::parse(results.programs)) {
    if (!contains(scenario.programs, program.at("key").get<std::string>())) continue;
    add(program, "staff_hours", 1, cost.hours);
    add(program, "cost_per_student", static_cast<double>(results.years), cost.dollars);
  }
  cost.hours.none = cost.dollars.none = scenario.programs.empty();
  return cost;
}

std::vector<const Measure*> measures(const Results& results) {
  std::vector<const Measure*> found;
  if (find_outcome(results, kBelonging.key) != nullptr) found.push_back(&kBelonging);
  for (const Measure& measure : kCounted) {
    if (find_outcome(results, measure.key) == nullptr) continue;
    found.push_back(&measure);
    break;
  }
  return found;
}

Rate rate(const Amount& amount, const Effect& effect, Better better, double step) {
  const auto none = [](std::string why) { return Rate{{}, {}, std::move(why)}; };
  if (amount.none) return none("no program");
  if (!amount.unknown.empty()) return none("not known for " + listed(amount.unknown));
  if (!effect.interval) return none("no figure: one paired run");
  if (!effect.clear()) return none("no figure: the interval includes zero");
  const double sign = better == Better::lower ? -1 : 1;
  const double low = sign > 0 ? effect.interval->low : -effect.interval->high;
  const double high = sign > 0 ? effect.interval->high : -effect.interval->low;
  if (high < 0) return none("no figure: it gets worse");
  return {amount.known * step / (sign * effect.difference),
          Interval{amount.known * step / high, amount.known * step / low}, ""};
}

}  // namespace analysis
