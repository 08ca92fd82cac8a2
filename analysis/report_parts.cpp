#include "analysis/report_parts.h"

#include <algorithm>

#include "analysis/costs.h"
#include "analysis/environment.h"
#include "analysis/figures.h"
#include "analysis/gap_changes.h"
#include "analysis/headline.h"
#include "analysis/outcome_lists.h"
#include "analysis/report_number.h"

namespace analysis {
namespace {

using nlohmann::json;

template <class List>
json first_keys(const Results& results, const List& keys, std::size_t most) {
  json all = json::array();
  for (const Outcome* outcome : named_outcomes(results, keys)) {
    if (all.size() < most) all.push_back(outcome->key);
  }
  return all;
}

json amount_json(const Amount& amount) {
  return {
      {"known", report_number(amount.known)}, {"unknown", amount.unknown}, {"none", amount.none}};
}

json rate_json(const Rate& rate) {
  return {{"value", rate.value ? report_number(*rate.value) : json(nullptr)},
          {"low", rate.interval ? report_number(rate.interval->low) : json(nullptr)},
          {"high", rate.interval ? report_number(rate.interval->high) : json(nullptr)},
          {"why", rate.why}};
}

json cost_json(const Results& results, std::size_t scenario) {
  const Scenario& one = results.scenarios[scenario];
  const ScenarioCost cost = scenario_cost(results, one);
  json rates = json::array();
  for (const Measure* measure : measures(results)) {
    const Outcome& outcome = *find_outcome(results, measure->key);
    const Effect effect = paired_effect(results, outcome, scenario, 0);
    const auto of = [&](const Amount& amount, double step) {
      return rate_json(rate(amount, effect, outcome.better, step));
    };
    rates.push_back({{"hours", of(cost.hours, measure->hours_step)},
                     {"dollars", of(cost.dollars, measure->dollars_step)}});
  }
  return {{"scenario", one.key},
          {"hours", amount_json(cost.hours)},
          {"dollars", amount_json(cost.dollars)},
          {"rates", rates}};
}

}  // namespace

json answer_list(const Results& results, const SmallCells& cells) {
  json all = json::array();
  for (const Answer& answer : answers(results, cells)) {
    all.push_back({{"scenario", results.scenarios[answer.scenario].key},
                   {"change", answer.change},
                   {"rest", answer.rest}});
  }
  return all;
}

json side_by_side(const Results& results) {
  json words = json::array(), costs = json::array();
  for (const Measure* measure : measures(results)) {
    words.push_back({{"hours", measure->hours_words}, {"dollars", measure->dollars_words}});
  }
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) costs.push_back(cost_json(results, s));
  return {{"outcomes", first_keys(results, kSideBySide, kMostSideBySide)},
          {"pictured", first_keys(results, kPictured, kMostPictured)},
          {"years", results.years},
          {"measures", words},
          {"costs", costs}};
}

json environment_list(const Results& results, const SmallCells& cells) {
  json all = json::array();
  for (const Dimension& dimension : results.dimensions) {
    std::string sentence = environment_sentence(results, cells, dimension);
    if (sentence.empty()) continue;
    if (results.points > 0)
      sentence += " The table is the one before the design's factors are set.";
    json parts = json::array();
    for (const EnvironmentPart& part : results.environment) {
      if (!treats_differently(results, cells, dimension.key, part)) continue;
      const PartWords* words = words_of(part.key);
      json values = json::array();
      for (std::size_t g = 0; g < results.groups.size(); ++g) {
        if (results.groups[g].dimension != dimension.key || cells.hidden[g]) continue;
        values.push_back({{"group", results.groups[g].key},
                          {"low", report_number(part.low[g])},
                          {"high", report_number(part.high[g])}});
      }
      parts.push_back({{"key", part.key},
                       {"label", words ? std::string(words->label) : part.key},
                       {"meaning", words ? std::string(words->meaning) : part.meaning},
                       {"values", values}});
    }
    all.push_back({{"dimension", dimension.key},
                   {"sentence", sentence},
                   {"gaps", !parts_that_differ(results, cells, dimension.key).empty()},
                   {"parts", parts}});
  }
  return all;
}

void add_gap_changes(const Results& results, const SmallCells& cells, const Outcome& outcome,
                     json& all) {
  const double scale = figure_style(outcome, 1).scale;
  for (const GapChange& change : gap_changes(results, cells, outcome)) {
    const auto& interval = change.gap.interval;
    all.push_back({{"outcome", outcome.key},
                   {"scenario", results.scenarios[change.scenario].key},
                   {"group", results.groups[change.group].key},
                   {"reference", results.groups[change.reference].key},
                   {"baseline", report_number(scale * change.gap.baseline)},
                   {"value", report_number(scale * change.gap.value)},
                   {"change", report_number(scale * change.gap.difference)},
                   {"low", interval ? report_number(scale * interval->low) : json(nullptr)},
                   {"high", interval ? report_number(scale * interval->high) : json(nullptr)},
                   {"how", change.how},
                   {"levelled", change.levelled}});
  }
}

}  // namespace analysis
