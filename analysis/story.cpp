#include "analysis/story.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "analysis/effects.h"
#include "analysis/figures.h"
#include "analysis/outcome_lists.h"

namespace analysis {
namespace {

using nlohmann::json;

/// Whom and when, where it is not everyone all year.
std::string limits(const json& lever) {
  const std::string reach = lever.at("reach");
  std::string schedule = lever.at("schedule");
  if (constexpr std::string_view kAll = ", all year"; schedule.ends_with(kAll)) {
    schedule.resize(schedule.size() - kAll.size());
  }
  const bool everyone = reach.starts_with("all ") || reach == "the whole school";
  const bool at_once = schedule == "from school day 0";
  std::string text = everyone ? "" : reach;
  if (!at_once) text += (text.empty() ? "" : "; ") + schedule;
  return text.empty() ? "" : fmt::format(" ({})", text);
}

/// Does another program of the scenario see to it that this one is done as meant?
bool owned_by_others(const Scenario& scenario, const json& programs, const json& program) {
  for (const json& other : programs) {
    const std::string key = other.at("key");
    if (key == program.at("key") || !contains(scenario.programs, key)) continue;
    for (const json& lever : other.at("levers")) {
      if (lever.value("input", "") == "implementation") return true;
    }
  }
  return false;
}

std::string what_was_delivered(const Scenario& scenario, const json& programs,
                               const json& program) {
  const double mean = scenario.fidelity.value_or(program.value("fidelity", 1.0));
  const double spread = scenario.fidelity ? 0 : program.value("fidelity_spread", 0.0);
  const bool more = mean < 1 && owned_by_others(scenario, programs, program);
  return delivered(mean, spread) +
         (more ? ", and a part of the rest, as someone owns the work" : "");
}

/// One program: its levers by name, whom and when they reach, what was delivered, which inputs.
std::string deeds(const Scenario& scenario, const json& programs, const json& program) {
  std::vector<std::string> parts, inputs;
  for (const json& lever : program.at("levers")) {
    std::string input = lever.value("input", "");
    std::replace(input.begin(), input.end(), '_', ' ');
    parts.push_back(lever.at("name").get<std::string>() + limits(lever));
    if (!input.empty() && std::find(inputs.begin(), inputs.end(), input) == inputs.end()) {
      inputs.push_back(input);
    }
  }
  std::string text =
      fmt::format("{}: {}. Delivered: {}.", program.at("title").get<std::string>(),
                  fmt::join(parts, "; "), what_was_delivered(scenario, programs, program));
  if (!inputs.empty()) {
    text += fmt::format(" What this moves in the environment: {}.", listed(inputs));
  }
  return text;
}

std::string done(const Results& results, const Scenario& scenario, const json& programs) {
  std::string text;
  for (const std::string& key : scenario.programs) {
    for (const json& program : programs) {
      if (program.at("key") != key) continue;
      text += (text.empty() ? "" : "\n") + deeds(scenario, programs, program);
    }
  }
  if (!text.empty()) return text;
  return results.scenarios.size() > 1 ? "No program: what differs is in its parameters." : "";
}

/// "referrals +0.012 per student (+0.010 to +0.014)".
std::string figure(const Results& results, const Outcome& outcome, const Effect& effect) {
  const FigureStyle style = year_style(results, outcome);
  const std::string unit = style.change_unit.empty() ? "" : " " + style.change_unit;
  const std::string size = style.change(effect.difference);
  const std::string low = style.change(effect.interval->low);
  const std::string high = style.change(effect.interval->high);
  if (low == high && low == style.change(0)) {
    return fmt::format("{} (by less than can be shown)", lowered(outcome.label));
  }
  return fmt::format("{} {}{} ({} to {})", lowered(outcome.label), size, unit, low, high);
}

std::string time_word(const Outcome& outcome) {
  return outcome.time == "marking_period" ? "marking period" : outcome.time;
}

/// ", after it was lower in weeks 1 to 3"
std::string turn(const Outcome& outcome, const Stretch& against, bool up) {
  return fmt::format(", after it was {} in {}s {} to {}", up ? "lower" : "higher",
                     time_word(outcome), against.first + 1, against.last + 1);
}

struct Moves {
  std::map<std::size_t, std::vector<std::string>> by_tick;
  std::vector<std::string> sometime, not_at_all;
  std::string unit = "week";
};

Moves moves(const Results& results, std::size_t scenario) {
  Moves all;
  for (const std::string_view key : kMediators) {
    const Outcome* outcome = find_outcome(results, key);
    if (outcome == nullptr) continue;
    const Effect effect = paired_effect(results, *outcome, scenario, 0);
    if (!effect.interval) continue;
    if (!effect.clear()) {
      all.not_at_all.push_back(effect.ties == effect.runs
                                   ? lowered(outcome->label) + " (the same in every run)"
                                   : figure(results, *outcome, effect));
      continue;
    }
    const bool up = effect.difference > 0;
    const auto with = first_moved(results, *outcome, scenario, up);
    const std::string text = figure(results, *outcome, effect);
    if (with) {
      const auto against = first_moved(results, *outcome, scenario, !up);
      const bool turned = against && against->first < with->first;
      all.by_tick[with->first].push_back(text + (turned ? turn(*outcome, *against, up) : ""));
      all.unit = time_word(*outcome);
    } else {
      all.sometime.push_back(text);
    }
  }
  return all;
}

}  // namespace

std::optional<Stretch> first_moved(const Results& results, const Outcome& outcome,
                                   std::size_t scenario, bool above) {
  Stretch run{0, 0};
  bool before = false;
  for (std::size_t tick = 0; tick < outcome.ticks; ++tick) {
    const Effect effect = effect_at(results, outcome, scenario, 0, tick);
    const bool now = effect.clear() && (effect.difference > 0) == above;
    if (!now && before && run.last > run.first) return run;
    if (now) run = {before ? run.first : tick, tick};
    before = now;
  }
  return before && run.last > run.first ? std::optional(run) : std::nullopt;
}

std::vector<Story> stories(const Results& results) {
  const json programs = json::parse(results.programs);
  std::vector<Story> all;
  for (std::size_t s = 1; s < results.scenarios.size(); ++s) {
    const Scenario& scenario = results.scenarios[s];
    Story story{scenario.key, done(results, scenario, programs), "", ""};
    if (results.replicates < 2) {
      story.moved = "There is one paired run: what moved cannot be told from chance.";
      all.push_back(story);
      continue;
    }
    const Moves moved = moves(results, s);
    std::vector<std::string> lines;
    for (const auto& [tick, texts] : moved.by_tick) {
      lines.push_back(fmt::format("From {} {}: {}.", moved.unit, tick + 1, fmt::join(texts, "; ")));
    }
    if (!moved.sometime.empty()) {
      lines.push_back(fmt::format("Over the whole time, but in no two {}s running: {}.", moved.unit,
                                  fmt::join(moved.sometime, "; ")));
    }
    story.moved = lines.empty() ? "Nothing that can be told from chance."
                                : fmt::format("{}", fmt::join(lines, "\n"));
    if (!moved.not_at_all.empty()) {
      story.unmoved = fmt::format("{}.", fmt::join(moved.not_at_all, "; "));
    }
    all.push_back(story);
  }
  return all;
}

}  // namespace analysis
