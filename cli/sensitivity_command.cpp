#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"
#include "analysis/sensitivity.h"
#include "cli/commands.h"
#include "cli/output_path.h"
#include "sim/run/config_error.h"
#include "sim/run/near_key.h"
#include "sim/run/whole_file.h"

namespace cli {
namespace {

using analysis::Outcome;
using analysis::Results;
using analysis::Study;
using nlohmann::ordered_json;

constexpr std::size_t kNameWidth = 30;

/// The place of `wanted` in a list whose entries have a key.
template <class List>
std::size_t find(const char* option, const std::string& wanted, const List& list) {
  std::vector<std::string_view> keys;
  for (const auto& one : list) keys.push_back(one.key);
  const auto at = std::find(keys.begin(), keys.end(), wanted);
  if (at == keys.end()) {
    throw sim::ConfigError(
        fmt::format("{} {}: is not in the results{}", option, wanted, sim::instead(wanted, keys)));
  }
  return static_cast<std::size_t>(at - keys.begin());
}

/// Which figure of the results is asked about.
struct Asked {
  std::size_t scenario = 0, group = 0;
  bool effects = false;
  std::vector<std::size_t> outcomes;
};

Asked read_asked(const SensitivityOptions& options, const Results& results) {
  Asked asked;
  asked.effects = options.effects;
  if (!options.scenario.empty()) {
    asked.scenario = find("--scenario", options.scenario, results.scenarios);
  } else if (options.effects) {
    asked.scenario = 1;
  }
  if (options.effects && (results.scenarios.size() < 2 || asked.scenario == 0)) {
    throw sim::ConfigError("--effects: needs a scenario beside the baseline");
  }
  if (!options.group.empty()) asked.group = find("--group", options.group, results.groups);
  const auto small = static_cast<std::size_t>(std::max<std::int64_t>(results.small_cell, 10));
  if (results.groups[asked.group].students < static_cast<std::int64_t>(small)) {
    throw sim::ConfigError(fmt::format("--group {}: has fewer than {} students and is not shown",
                                       options.group, small));
  }
  for (const std::string& key : options.outcomes) {
    asked.outcomes.push_back(find("--outcome", key, results.outcomes));
  }
  for (const Outcome* outcome : analysis::named_outcomes(results, analysis::kMain)) {
    if (!options.outcomes.empty()) break;
    asked.outcomes.push_back(static_cast<std::size_t>(outcome - results.outcomes.data()));
  }
  return asked;
}

/// The figure at every point: [outcome asked for][point].
std::vector<std::vector<double>> figures(const Study& study, const Asked& asked) {
  std::vector<std::vector<double>> all(asked.outcomes.size());
  for (std::size_t p = 0; p < study.all.points; ++p) {
    const Results at = study.at(p);
    for (std::size_t k = 0; k < all.size(); ++k) {
      const auto effect =
          analysis::paired_effect(at, at.outcomes[asked.outcomes[k]], asked.scenario, asked.group);
      all[k].push_back(asked.effects ? effect.difference : effect.value);
    }
  }
  return all;
}

std::string interval(const analysis::Indexed& index) {
  return fmt::format("{:>6.2f} {:<15}", index.value,
                     fmt::format("({:.2f} to {:.2f})", index.low, index.high));
}

ordered_json as_json(const analysis::Indexed& index) {
  return {index.value, index.low, index.high};
}

ordered_json print_sobol(const Study& study, const std::vector<double>& y) {
  const auto found = analysis::sobol_indices(y, study.factors.size(), study.seed);
  ordered_json rows = ordered_json::array();
  fmt::print("  mean {:.4g}, standard deviation over the design {:.4g}\n", found.mean,
             std::sqrt(found.variance));
  fmt::print("  {:<{}} {:<22} {}\n", "factor", kNameWidth, "first order", "total");
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    fmt::print("  {:<{}} {} {}\n", study.factors[f], kNameWidth, interval(found.first[f]),
               interval(found.total[f]));
    rows.push_back({{"factor", study.factors[f]},
                    {"first", as_json(found.first[f])},
                    {"total", as_json(found.total[f])}});
  }
  return {{"mean", found.mean}, {"variance", found.variance}, {"factors", rows}};
}

ordered_json print_morris(const Study& study, const std::vector<double>& y) {
  const auto found = analysis::elementary_effects(study.unit, y, study.seed);
  ordered_json rows = ordered_json::array();
  fmt::print("  {:<{}} {:>10}  {:<24} {:>10} {:>10}\n", "factor", kNameWidth, "strength",
             "95% interval", "mean", "spread");
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    const analysis::Screened& one = found[f];
    fmt::print("  {:<{}} {:>10.4f}  {:<24} {:>+10.4f} {:>10.4f}\n", study.factors[f], kNameWidth,
               one.strength.value,
               fmt::format("{:.4f} to {:.4f}", one.strength.low, one.strength.high), one.mean,
               one.spread);
    rows.push_back({{"factor", study.factors[f]},
                    {"strength", as_json(one.strength)},
                    {"mean", one.mean},
                    {"spread", one.spread}});
  }
  return {{"factors", rows}};
}

}  // namespace

int sensitivity_command(const SensitivityOptions& options) {
  check_not_an_inputs_name("--json", options.json, "the indices are JSON there");
  check_apart({{"the results", options.results}, {"--json", options.json}});
  const Study study = analysis::read_study(sim::LabelledReader(options.results));
  const bool sobol = study.method == "saltelli", morris = study.method == "morris";
  if (!sobol && !morris) {
    throw sim::ConfigError(fmt::format(
        "{}: {}; indices need a design whose method is morris or saltelli", options.results,
        study.method.empty() ? "has no design" : "its design's method is " + study.method));
  }
  const Asked asked = read_asked(options, study.all);
  const auto all = figures(study, asked);
  const std::string of =
      asked.effects ? fmt::format("Effects of \"{}\" against \"{}\"",
                                  study.all.scenarios[asked.scenario].title,
                                  study.all.scenarios.front().title)
                    : fmt::format("Outcomes in \"{}\"", study.all.scenarios[asked.scenario].title);
  fmt::print("{}: {}, {}\n", study.all.title, of, study.all.groups[asked.group].label);
  fmt::print("{} points, {} factors; the year's figure, mean over {} paired run(s) a point\n",
             study.all.points, study.factors.size(), study.all.replicates);
  fmt::print("{}\n", sobol
                         ? "Sobol indices: the share of the variance over the design that a "
                           "factor alone makes (first order),\nand that it has a part in (total). "
                           "In brackets: 95% bootstrap intervals."
                         : "Elementary effects: the change of the figure over a factor's whole "
                           "range. Strength: mean of their sizes;\nmean: with their signs; "
                           "spread: SD, large where other factors decide or the line bends.");
  ordered_json outcomes = ordered_json::array();
  for (std::size_t k = 0; k < all.size(); ++k) {
    const Outcome& outcome = study.all.outcomes[asked.outcomes[k]];
    fmt::print("\n{} ({})\n", outcome.label, outcome.unit);
    if (std::any_of(all[k].begin(), all[k].end(), [](double x) { return std::isnan(x); })) {
      fmt::print("  has no value at some points\n");
      continue;
    }
    ordered_json one = sobol ? print_sobol(study, all[k]) : print_morris(study, all[k]);
    one["outcome"] = outcome.key;
    outcomes.push_back(one);
  }
  fmt::print("\nIndices say what the model rests on within these ranges, not what schools do.\n");
  if (!options.json.empty()) {
    const ordered_json file{{"method", study.method},
                            {"scenario", study.all.scenarios[asked.scenario].key},
                            {"group", study.all.groups[asked.group].key},
                            {"effects", asked.effects},
                            {"points", study.all.points},
                            {"outcomes", outcomes}};
    sim::write_whole(options.json, file.dump(2) + "\n");
  }
  return 0;
}

}  // namespace cli
